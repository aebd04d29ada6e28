"""Store: output through fsspec, to an object store or to whatever else has an address.

A store cannot rename, so what is staged here waits on this machine and is uploaded when the site is settled; what another
machine stages waits in the store, under a name with its digest, and is copied there. The record tells size and digest of
every file of ours: nothing is fetched to be compared. It says before files change that it is not sure of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from fsspec.core import url_to_fs
from fsspec.utils import get_protocol

from ..publish import RECORD, Stamp, Written, is_inside

Mark = tuple[int, str]
"""Size and digest of a file."""

_UNSURE: Mark = (-1, "")
"""The mark of a file that may have been written or not."""

_STAGED = f"{RECORD}-staged"


def reach(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path there.

    Raises ValueError for an address of no known kind, ImportError where the library for that kind is missing.
    """
    options = {"auto_mkdir": True} if get_protocol(address) in ("file", "local") else {}
    system, root = url_to_fs(address, **options)
    return system, root.rstrip("/")


@dataclass(slots=True)
class Store:
    """An output store. `desk` is a folder of this machine, for ourselves alone, where files are staged.

    `known` are the marks of the files that are there as the record has them; `ours` are all it lists, `there` all that
    is in the store. `sent` are the marks of what others have staged, or None where they may have staged since we looked.
    """

    address: str
    desk: Path
    known: dict[str, Mark] = field(default_factory=dict)
    ours: set[str] = field(default_factory=set)
    there: set[str] = field(default_factory=set)
    sent: dict[str, Mark] | None = field(default_factory=dict)

    @property
    def aside(self) -> str:
        """The address of a place in the store for what is no part of the site; a later build sweeps it."""
        return f"{self.address.rstrip('/')}/{RECORD}-aside"

    def begin(self, paths: Iterable[str]) -> None:
        """Look at which files there will be. Raises ValueError for a path outside."""
        for path in paths:
            if not is_inside(path):
                raise ValueError(f"{path!r} is not inside the output store")

    def stamps(self) -> dict[str, Stamp]:
        """Return the marks of our files that are there; remove what a build left that was killed."""
        found = self._list()
        self._sweep(path for path in found if path.startswith(f"{RECORD}-"))
        marks = dict(_marks(self._recorded() if RECORD in found else ""))
        self.there = set(found)
        self.ours = set(marks)
        self.known = {path: mark for path, mark in marks.items() if found.get(path) == mark[0]}
        return dict(self.known)

    def stage(self, path: str, data: bytes) -> bool:
        """Lay a file ready, and tell whether it differs from what is there."""
        if self.known.get(path) == _mark(data):
            return False
        target = self.desk / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return True

    def read(self, path: str) -> bytes:
        """Return a file as it will be when it is settled."""
        if (self.desk / path).is_file():
            return (self.desk / path).read_bytes()
        system, root = reach(self.address)
        mark = self._others().get(path)
        data: bytes = system.cat_file(_waiting(root, path, mark) if mark else f"{root}/{path}")
        return data

    def settle(
        self, staged: Iterable[str], wanted: Collection[str], note: Callable[[str], None] = lambda path: None
    ) -> Written:
        """Put what was staged in its place, then remove what is ours and not wanted any more."""
        changed = sorted(staged)
        removed = sorted((self.ours & self.there) - set(wanted))
        marks = {path: self._marked(path) for path in changed}
        self._record(self.ours | set(changed), self.known | dict.fromkeys(changed, _UNSURE))
        self._place(changed, marks)
        for path in changed:
            note(path)
        system, root = reach(self.address)
        if removed:
            system.rm([f"{root}/{path}" for path in removed])
        self.known |= marks
        self._record(set(wanted), self.known)
        self._sweep(_waiting("", path, mark) for path, mark in self._others().items())
        return Written(tuple(changed), len(wanted) - len(changed), tuple(removed))

    def stamp(self, path: str) -> Stamp:
        """Return the mark of one file."""
        return self.known[path]

    def away(self, paths: Iterable[str]) -> Store:
        """Return what another machine needs to stage some files."""
        self.sent = None
        return Store(self.address, Path(), {path: self.known[path] for path in paths if path in self.known})

    @contextmanager
    def at_work(self) -> Iterator[Store]:
        """Stage files on that machine; they are sent when all are made, together."""
        with TemporaryDirectory(prefix="kyndig-") as desk:
            here = replace(self, desk=Path(desk))
            yield here
            paths = [each for each in here.desk.rglob("*") if each.is_file()]
            names = [each.relative_to(here.desk).as_posix() for each in paths]
            system, root = reach(self.address)
            places = [_waiting(root, name, here._marked(name)) for name in names]
            _put(system, [str(each) for each in paths], places)

    def _place(self, paths: Iterable[str], marks: dict[str, Mark]) -> None:
        system, root = reach(self.address)
        here = [path for path in paths if (self.desk / path).is_file()]
        others = [path for path in paths if path in marks.keys() - set(here)]
        _put(system, [str(self.desk / path) for path in here], [f"{root}/{path}" for path in here])
        if others:
            waiting = [_waiting(root, path, marks[path]) for path in others]
            system.copy(waiting, [f"{root}/{path}" for path in others])

    def _marked(self, path: str) -> Mark:
        """Return the mark of a file that was staged, here or by others."""
        target = self.desk / path
        return _mark(target.read_bytes()) if target.is_file() else self._others()[path]

    def _others(self) -> dict[str, Mark]:
        """Return what others have staged."""
        if self.sent is None:
            names = ((path.rpartition("."), size) for path, size in self._list(_STAGED).items())
            self.sent = {name: (size, digest) for (name, _, digest), size in names}
        return self.sent

    def _list(self, below: str = "") -> dict[str, int]:
        """Return the size of every file by its path below a folder of the store."""
        system, root = reach(self.address)
        folder = f"{root}/{below}".rstrip("/")
        system.invalidate_cache()
        found = system.find(folder, detail=True)
        return {name.removeprefix(folder).lstrip("/"): each["size"] for name, each in found.items()}

    def _sweep(self, left: Iterable[str]) -> None:
        """Remove what was laid aside, here and there."""
        rmtree(self.desk, ignore_errors=True)
        system, root = reach(self.address)
        paths = [f"{root}/{path.lstrip('/')}" for path in left]
        if paths:
            system.rm(paths)

    def _recorded(self) -> str:
        system, root = reach(self.address)
        data: bytes = system.cat_file(f"{root}/{RECORD}")
        return data.decode("utf-8", "replace")

    def _record(self, paths: set[str], marks: dict[str, Mark]) -> None:
        """Write which files are ours, where the record says something else."""
        lines = ((path, *marks.get(path, _UNSURE)) for path in sorted(paths))
        text = "".join(f"{path}\t{size}\t{digest}\n" for path, size, digest in lines)
        if RECORD in self.there and self._recorded() == text:
            return
        system, root = reach(self.address)
        system.pipe_file(f"{root}/{RECORD}", text.encode())
        self.there = {*self.there, RECORD}


def _put(system: Any, paths: list[str], places: list[str]) -> None:
    """Upload files, many at once where the store can; its library tells their type by their names here."""
    if paths:
        system.put(paths, places)


def _waiting(root: str, path: str, mark: Mark) -> str:
    """Return where a file waits that was staged by another machine."""
    return f"{root}/{_STAGED}/{path}.{mark[1]}"


def _mark(data: bytes) -> Mark:
    return len(data), blake2b(data, digest_size=16).hexdigest()


def _marks(record: str) -> Iterator[tuple[str, Mark]]:
    for line in record.splitlines():
        path, _, mark = line.partition("\t")
        size, _, digest = mark.partition("\t")
        if is_inside(path):
            yield path, (int(size), digest) if size.isdecimal() else _UNSURE
