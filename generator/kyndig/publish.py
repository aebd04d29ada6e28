"""Write: put a finished site on disk, so that a reader never meets half of it.

A file is written only where its bytes differ, beside its place and then renamed into it; what no longer
belongs is removed last. A build that is interrupted leaves whole files, and the next one finishes the work.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

RECORD = ".kyndig"
"""Name of the file in the output folder that lists what we wrote there."""


class Busy(Exception):
    """Another build is writing to the same folder."""


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did: paths below the output folder."""

    changed: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the output folder for this build alone.

    Raises Busy when another process holds it; the lock goes with the process that took it.
    """
    output.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(output / f"{RECORD}.lock", os.O_CREAT | os.O_RDWR, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(str(output)) from None
        yield
    finally:
        os.close(descriptor)


def write(
    output: Path, files: Mapping[str, bytes], note: Callable[[str], None] = lambda path: None
) -> Written:
    """Make the output folder hold exactly `files`, as far as it is ours.

    `files` are bytes by path below `output`; `note` is told each path that was written. Files that an earlier
    build wrote and this one does not are removed; files that we never wrote stay. Raises OSError when the
    disk refuses.
    """
    for path in files:
        if not _is_inside(path):
            raise ValueError(f"{path!r} is not inside the output folder")
    _sweep(output)
    ours = set(_recorded(output))
    _write_one(output, RECORD, "".join(f"{path}\n" for path in sorted(ours | files.keys())).encode())
    changed = []
    for path, data in sorted(files.items()):
        if _write_one(output, path, data):
            changed.append(path)
            note(path)
    removed = tuple(_remove(output, sorted(ours - files.keys())))
    _write_one(output, RECORD, "".join(f"{path}\n" for path in sorted(files)).encode())
    return Written(tuple(changed), len(files) - len(changed), removed)


def _recorded(output: Path) -> Iterator[str]:
    record = output / RECORD
    if record.is_file():
        yield from (line for line in record.read_text("utf-8").splitlines() if _is_inside(line))


def _is_inside(path: str) -> bool:
    return bool(path) and not path.startswith("/") and ".." not in path.split("/") and "\\" not in path


def _leads_inside(output: Path, target: Path) -> bool:
    """Tell whether a path is below the output folder when links are followed."""
    return target.parent.resolve().is_relative_to(output.resolve())


def _sweep(output: Path) -> None:
    """Remove the unfinished files that a build left which was killed."""
    for unfinished in output.rglob(f"{RECORD}-*"):
        unfinished.unlink()


def _write_one(output: Path, path: str, data: bytes) -> bool:
    target = output / path
    if not _leads_inside(output, target):
        raise OSError(errno.ELOOP, "a symbolic link leads out of the output folder", str(target))
    if _same(target, data):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{RECORD}-{target.name}")
    try:
        fresh.write_bytes(data)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return True


def _same(target: Path, data: bytes) -> bool:
    try:
        return not target.is_symlink() and target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def _remove(output: Path, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        target = output / path
        if not _leads_inside(output, target):
            continue
        if target.is_file() or target.is_symlink():
            target.unlink()
            yield path
        for folder in target.parents:
            if folder == output or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
