"""Digests: what tells whether something is still what it was."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path


def digest_of(*values: object) -> str:
    """Return a digest of what values say of themselves (`repr`)."""
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of_folders(*folders: Path) -> str:
    """Return a digest of the names and the bytes of all that is in some folders."""
    digest = blake2b(digest_size=16)
    for folder in folders:
        for part in _content(folder):
            digest.update(part)
    return digest.hexdigest()


def _content(folder: Path) -> Iterator[bytes]:
    """Yield the names and the bytes of all that is in a folder; of what is no file, its kind."""
    todo = [str(folder)]
    while todo:
        here = todo.pop()
        try:
            with os.scandir(here) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield f"{here}: {error.errno}".encode("utf-8", "surrogateescape")
            continue
        for each in inside:
            yield each.path.encode("utf-8", "surrogateescape")
            if each.is_symlink():
                yield b" -> " + os.readlink(each.path).encode("utf-8", "surrogateescape")  # noqa: PTH115
            elif each.is_dir():
                todo.append(each.path)
            elif each.is_file():
                yield _bytes(each.path)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            data = file.read()
    except OSError as error:
        return f": {error.errno}".encode()
    return b"%d " % len(data) + data
