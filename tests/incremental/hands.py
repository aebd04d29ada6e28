"""What hands and disks do to the folders that the build writes: its output and its cache."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path


def _delete(path: Path) -> None:
    path.unlink()


def _truncate(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _flip(path: Path) -> None:
    """Change one byte in the middle."""
    data = bytearray(path.read_bytes())
    if data:
        data[len(data) // 2] ^= 1
        path.write_bytes(data)


def _flip_late(path: Path) -> None:
    """Change one byte near the end."""
    data = bytearray(path.read_bytes())
    if data:
        data[-(len(data) // 8) - 1] ^= 0x20
        path.write_bytes(data)


def _flip_unseen(path: Path) -> None:
    """Change one byte, and leave size and time as they were."""
    before = path.stat()
    _flip(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _rubbish(path: Path) -> None:
    path.write_bytes(b"\x00rubbish\xff" * 400)


def _folder(path: Path) -> None:
    """Put a folder where the file was."""
    path.unlink()
    path.mkdir()


HARMS: dict[str, Callable[[Path], None]] = {
    "delete": _delete,
    "truncate": _truncate,
    "empty": _empty,
    "flip a byte": _flip,
    "flip a late byte": _flip_late,
    "flip a byte unseen": _flip_unseen,
    "rubbish": _rubbish,
    "folder": _folder,
}
"""What can happen to a file."""

PLAIN_HARMS = tuple(name for name in HARMS if name != "folder")
"""What can happen to a page of the output: a folder in its place is somebody's own."""


def harm(folder: Path, which: int, how: str) -> bool:
    """Do harm to one of the files of a folder; tell whether there was any."""
    files = sorted(
        each for each in folder.rglob("*") if each.is_file() and not each.name.startswith(".kyndig")
    )
    if files:
        HARMS[how](files[which % len(files)])
    return bool(files)


def keep(folder: Path, copy: Path) -> None:
    """Keep a copy of a folder, or of its absence."""
    shutil.rmtree(copy, ignore_errors=True)
    if folder.is_dir():
        shutil.copytree(folder, copy)


def put_back(copy: Path, folder: Path) -> None:
    """Put a kept folder in the place of what is there now."""
    shutil.rmtree(folder, ignore_errors=True)
    if copy.is_dir():
        shutil.copytree(copy, folder)
