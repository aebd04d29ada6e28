"""The find stage: a sorted walk through the content folder that leaves nothing out without saying so."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ..diagnostics import Diagnostic, Place, Severity
from .text import TEXT_LIMIT

TEXT_SUFFIXES = (".md", ".yaml", ".yml")
OTHER_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".pdf", ".csv", ".txt")
SUFFIXES = TEXT_SUFFIXES + OTHER_SUFFIXES
OTHER_LIMIT = 20_000_000
"""The most bytes that a picture or an attachment may have."""

_LIMITS = {True: (TEXT_LIMIT, "divide it into several files"), False: (OTHER_LIMIT, "make it smaller")}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_IGNORED = re.compile(r"\..*|.*~|#.*#", re.DOTALL)
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


@dataclass(frozen=True, slots=True)
class Source:
    """Hold one file: its posix path from the site's root, its bytes, and their SHA-256 in hexadecimal."""

    path: str
    data: bytes
    digest: str

    @property
    def is_text(self) -> bool:
        """Whether it holds words; a picture or another file that stands beside them does not."""
        return self.path.endswith(TEXT_SUFFIXES)


def find(root: Path, folder: str = "content") -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """Return all files below `root/folder`, sorted by path, and what was refused or ignored.

    A refused file or folder is not read. Symbolic links are refused, so that nothing outside the folder can
    be published. `.yml` files are found: `parse` says what is wrong with them.
    """
    link = _first_link(root, folder)
    if link:
        return (), (link,)
    sources: list[Source] = []
    found: list[Diagnostic] = []
    todo = [PurePosixPath(folder).as_posix()]
    while todo:
        here = todo.pop()
        for path, result in _inside(root, here):
            if isinstance(result, Source):
                sources.append(result)
            elif isinstance(result, Diagnostic):
                found.append(result)
            else:
                todo.append(path)
    return tuple(sorted(sources, key=lambda source: source.path)), tuple(sorted(found))


def _inside(root: Path, folder: str) -> Iterator[tuple[str, Source | Diagnostic | None]]:
    """Yield the path of each thing in a folder, with what `_looked_at` says of it."""
    try:
        with os.scandir(root / folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield folder, _unreadable(folder, error)
        return
    for name, first in _same_but_for_case(entry.name for entry in inside):
        message = f'"{name}" and "{first}" differ only in capital letters'
        yield folder, _fault(f"{folder}/{name}", "path.case", message, "rename one of them")
    for entry in inside:
        path = f"{folder}/{entry.name}"
        yield path, _looked_at(entry, path)


def _first_link(root: Path, folder: str) -> Diagnostic | None:
    """Refuse a content folder that is a symbolic link, or lies below one that is part of the site."""
    parts = PurePosixPath(folder).parts
    paths = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
    return next((_symlink(path) for path in paths if (root / path).is_symlink()), None)


def _looked_at(entry: os.DirEntry[str], path: str) -> Source | Diagnostic | None:
    """Return the file, or why it is left out, or None for a folder to walk into."""
    if _IGNORED.fullmatch(entry.name):
        message = "hidden files and the backups of editors are not read"
        return _fault(path, "file.ignored", message, severity="notice")
    try:
        if entry.is_symlink():
            return _symlink(path)
        if not _NAME.fullmatch(entry.name):
            return _bad_name(path, entry.name)
        return None if entry.is_dir(follow_symlinks=False) else _file_fault(entry, path) or _read(entry, path)
    except OSError as error:
        return _unreadable(path, error)


def _read(entry: os.DirEntry[str], path: str) -> Source:
    with open(entry.path, "rb") as file:  # noqa: PTH123
        data = file.read()
    return Source(path, data, sha256(data).hexdigest())


def _file_fault(entry: os.DirEntry[str], path: str) -> Diagnostic | None:
    """Refuse pipes and devices, what has no known suffix, and what is too large for its suffix."""
    if not entry.is_file(follow_symlinks=False):
        return _fault(path, "path.unreadable", "this is neither a file nor a folder", "delete it")
    suffix = PurePosixPath(path).suffix
    if suffix not in SUFFIXES:
        message = f'the suffix "{suffix}" is not known' if suffix else "the name has no suffix"
        small = suffix.lower() in SUFFIXES
        remedy = f"write {suffix.lower()}" if small else f"known are {' '.join(SUFFIXES)}"
        return _fault(path, "file.suffix", message, remedy)
    limit, remedy = _LIMITS[suffix in TEXT_SUFFIXES]
    size = entry.stat(follow_symlinks=False).st_size
    if size > limit:
        return _fault(path, "file.size", f"the file has {size:,} bytes, more than {limit:,}", remedy)
    return None


def _same_but_for_case(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names, each with the first like it, that Windows and macOS would take for one."""
    seen: dict[str, str] = {}
    for name in filter(_NAME.fullmatch, names):
        first = seen.setdefault(name.lower(), name)
        if first != name:
            yield name, first


def _bad_name(path: str, name: str) -> Diagnostic:
    message = 'a name begins with one of a-z, A-Z, 0-9 and holds only these and ".", "-", "_"'
    better = _proposed(name)
    return _fault(path, "path.name", message, f'call it "{better}"' if better else "choose such a name")


def _proposed(name: str) -> str:
    """Return the nearest possible name, or an empty text if too little of the name is left."""
    letters = unicodedata.normalize("NFC", name).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    better = re.sub(r"-*[^A-Za-z0-9._-]+-*", "-", plain).lstrip("._-")
    better = re.sub(r"-+(\.[A-Za-z]+)?$", r"\1", better)
    return better if PurePosixPath(better).suffix == PurePosixPath(name).suffix else ""


def _symlink(path: str) -> Diagnostic:
    return _fault(
        path, "path.symlink", "symbolic links are not followed", "put the file or folder itself here"
    )


def _unreadable(path: str, error: OSError) -> Diagnostic:
    message = f"this cannot be read: {error.strerror}"
    return _fault(path, "path.unreadable", message, "check that it exists, and its permissions")


def _fault(path: str, code: str, message: str, remedy: str = "", severity: Severity = "error") -> Diagnostic:
    """Report on a file as a whole; characters that cannot be shown are written as escapes."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)
    return Diagnostic(Place(shown), code, message, remedy=remedy, severity=severity)
