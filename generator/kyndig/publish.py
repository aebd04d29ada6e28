"""Write: put a finished site on disk, so that a reader never meets half of it.

A file is written only where its bytes differ, beside its place; when all are there they are renamed into theirs, and what
no longer belongs is removed last. A build that is interrupted leaves whole files, and the next one finishes the work.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

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
def locked(folder: Path, name: str = f"{RECORD}.lock") -> Iterator[None]:
    """Hold a folder for this process alone, by a file in it; without a name, the output folder for this build.

    Raises Busy when another process holds it; the lock goes with the process that took it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / name, os.O_CREAT | os.O_RDWR, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(str(folder)) from None
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
    folder = Folder(output)
    folder.begin(files)
    folder.stamps()
    staged = [path for path, data in sorted(files.items()) if folder.stage(path, data)]
    return folder.settle(staged, files, note)


class Output(Protocol):
    """Where a site is written to, in two steps: `Folder`, or what is no folder of this machine."""

    @property
    def aside(self) -> str:
        """Where there is room for what is no part of the site, or nothing where that has no place here."""
        ...

    def begin(self, paths: Iterable[str]) -> None: ...
    def stamps(self) -> dict[str, Stamp]: ...
    def stage(self, path: str, data: bytes) -> bool: ...
    def read(self, path: str) -> bytes: ...
    def settle(
        self, staged: Iterable[str], wanted: Collection[str], note: Callable[[str], None] = ...
    ) -> Written: ...
    def stamp(self, path: str) -> Stamp: ...
    def away(self, paths: Iterable[str]) -> Output:
        """Return what another process needs to stage some files here, perhaps on another machine."""
        ...

    def at_work(self) -> AbstractContextManager[Output]:
        """Stage files in that process; they are all there when the context ends."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """An output folder, written to in two steps, so that whoever is killed between them has changed nothing.

    Files are staged beside their places, by any number of processes at once; then one process settles all of them.
    """

    output: Path
    safe: set[Path] = field(default_factory=set, compare=False, repr=False)
    """Folders that are known to lie inside."""

    def begin(self, paths: Iterable[str]) -> None:
        """Note which files there will be, before the first is written. Raises ValueError for a path outside."""
        wanted = set(paths)
        for path in wanted:
            if not is_inside(path):
                raise ValueError(f"{path!r} is not inside the output folder")
        self._record(wanted | set(_recorded(self.output)))

    def stamps(self) -> dict[str, Stamp]:
        """Return what the system knows of every file in the folder; remove what a build left that was killed."""
        found: dict[str, Stamp] = {}
        todo = [""]
        while todo:
            here = todo.pop()
            with os.scandir(self.output / here) as entries:
                for each in entries:
                    path = f"{here}{each.name}"
                    if each.is_dir(follow_symlinks=False):
                        todo.append(f"{path}/")
                    elif each.name.startswith(f"{RECORD}-"):
                        os.unlink(each.path)  # noqa: PTH108
                    elif not each.is_symlink():
                        found[path] = _stamp(each.stat(follow_symlinks=False))
        return found

    def stage(self, path: str, data: bytes) -> bool:
        """Write a file beside its place, and tell whether it differs from what is there."""
        target = self.output / path
        self._check(target)
        if _same(target, data):
            return False
        fresh = _beside(target)
        try:
            if target.parent not in self.safe:
                target.parent.mkdir(parents=True, exist_ok=True)
                self.safe.add(target.parent)
            fresh.write_bytes(data)
        except BaseException:
            with suppress(OSError):
                fresh.unlink()
            raise
        return True

    def read(self, path: str) -> bytes:
        """Return a file as it will be when it is settled."""
        target = self.output / path
        try:
            return _beside(target).read_bytes()
        except FileNotFoundError:
            return target.read_bytes()

    def settle(
        self, staged: Iterable[str], wanted: Collection[str], note: Callable[[str], None] = lambda path: None
    ) -> Written:
        """Put what was staged in its place, then remove what is ours and not wanted any more."""
        changed = tuple(sorted(staged))
        for path in changed:
            target = self.output / path
            _beside(target).replace(target)
            note(path)
        ours = set(_recorded(self.output))
        removed = tuple(_remove(self.output, sorted(ours - set(wanted))))
        self._record(set(wanted))
        return Written(changed, len(wanted) - len(changed), removed)

    def stamp(self, path: str) -> Stamp:
        """Return what the system knows of one file."""
        return _stamp((self.output / path).stat(follow_symlinks=False))

    @property
    def aside(self) -> str:
        """Nothing: what is no part of a site stays out of its folder."""
        return ""

    def away(self, paths: Iterable[str]) -> Folder:
        """Return the same folder, for a process that is somewhere else."""
        return Folder(self.output.resolve())

    def at_work(self) -> AbstractContextManager[Folder]:
        """Stage files at once: all who reach this folder see them."""
        return nullcontext(self)

    def _check(self, target: Path) -> None:
        if target.parent in self.safe and not target.is_symlink():
            return
        if not _leads_inside(self.output, target):
            raise OSError(errno.ELOOP, "a symbolic link leads out of the output folder", str(target))
        if target.parent.is_dir():
            self.safe.add(target.parent)

    def _record(self, paths: set[str]) -> None:
        if self.stage(RECORD, "".join(f"{path}\n" for path in sorted(paths)).encode()):
            target = self.output / RECORD
            _beside(target).replace(target)


Stamp = tuple[int | str, ...]
"""What tells a file from what it was: in a folder size, time of change (of the bytes and of the file) and number."""


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _beside(target: Path) -> Path:
    return target.with_name(f"{RECORD}-{target.name}")


def _recorded(output: Path) -> Iterator[str]:
    record = output / RECORD
    if record.is_file():
        paths = (line.partition("\t")[0] for line in record.read_text("utf-8").splitlines())
        yield from filter(is_inside, paths)


def is_inside(path: str) -> bool:
    """Tell whether a path leads to a place below the output folder, by its letters alone."""
    return bool(path) and not path.startswith("/") and ".." not in path.split("/") and "\\" not in path


def _leads_inside(output: Path, target: Path) -> bool:
    """Tell whether a path is below the output folder when links are followed."""
    return target.parent.resolve().is_relative_to(output.resolve())


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
