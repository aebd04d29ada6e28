"""Cache: what a build may take over from the one before, in one SQLite file.

Nothing in it is believed because of its age or its name: readings are found by the bytes they were made from, and
every row carries a checksum. A file that is broken, of another version of Kyndig or from another folder is thrown
away. Losing it costs time and nothing else.
"""

from __future__ import annotations

import errno
import marshal
import os
import pickle
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from .publish import Busy, locked

_TABLES = ("meta", "reading", "details", "texts", "page", "entry", "part")


class Broken(Exception):
    """The cache holds what nobody wrote there."""


class Cache:
    """One open cache file, that a process and those forked from it may read; only one may write.

    `identity` says what everything in it depends on: a cache of another is begun anew; without one it is only looked at.
    A row is bytes by name in one of a few tables.
    """

    NAME = "kyndig-cache"
    """The file in the folder of the cache."""

    def __init__(self, folder: Path, identity: str | None = None) -> None:
        self.path = folder / self.NAME
        self._open: dict[int, sqlite3.Connection] = {}
        if identity is not None and self.identity() != identity:
            self.clear(identity)

    def clear(self, identity: str) -> None:
        """Begin anew. Raises OSError where that cannot be done."""
        self.close()
        for suffix in ("", "-journal", "-wal", "-shm"):
            _remove(self.path.with_name(self.path.name + suffix))
        if not self.path.parent.is_dir():
            _remove(self.path.parent)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            for table in _TABLES:
                self._connection().execute(
                    f"CREATE TABLE {table} (name BLOB PRIMARY KEY, sum INTEGER, data BLOB) WITHOUT ROWID"
                )
            self.put("meta", {"identity": identity.encode()})
            self.commit()
        except (Broken, sqlite3.Error) as error:
            raise OSError(errno.EIO, f"the cache cannot be made ({error})", str(self.path)) from error

    def close(self) -> None:
        """Let go of the file."""
        for connection in self._open.values():
            connection.close()
        self._open.clear()

    def get(self, table: str, name: str) -> bytes | None:
        """Return one row, or None. Raises Broken."""
        rows = self._rows(f"SELECT name, sum, data FROM {table} WHERE name = ?", (name,))  # noqa: S608
        return next((data for _, data in rows), None)

    def all(self, table: str) -> dict[str, bytes]:
        """Return all rows of a table. Raises Broken."""
        return dict(self._rows(f"SELECT name, sum, data FROM {table}", ()))  # noqa: S608

    def put(self, table: str, rows: Mapping[str, bytes]) -> None:
        """Write rows, which others see when they are committed. Raises Broken."""
        values = ((name, crc32(data, crc32(name.encode())), data) for name, data in rows.items())
        self._write(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", values)  # noqa: S608

    def drop(self, table: str, names: Iterable[str]) -> None:
        """Delete rows. Raises Broken."""
        self._write(f"DELETE FROM {table} WHERE name = ?", ((name,) for name in names))  # noqa: S608

    def commit(self) -> None:
        """Let everything written so far count, all of it or nothing. Raises Broken."""
        try:
            self._connection().commit()
        except sqlite3.Error as error:
            raise Broken(str(self.path)) from error

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        try:
            self._connection().executemany(statement, rows)
        except sqlite3.Error as error:
            raise Broken(str(self.path)) from error

    def _rows(self, query: str, values: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        try:
            for name, checksum, data in self._connection().execute(query, values):
                if crc32(data, crc32(name.encode())) != checksum:
                    raise Broken(str(self.path))
                yield name, data
        except (sqlite3.Error, TypeError, AttributeError, UnicodeError) as error:
            raise Broken(str(self.path)) from error

    def identity(self) -> str:
        """Return what everything in it depends on, or nothing where it cannot be read."""
        if not self.path.is_file():
            return ""
        try:
            return (self.get("meta", "identity") or b"").decode("utf-8", "replace")
        except Broken:
            return ""

    def _connection(self) -> sqlite3.Connection:
        """Return a connection of this process: SQLite forbids taking one along through a fork."""
        own = os.getpid()
        if own not in self._open:
            connection = sqlite3.connect(self.path, check_same_thread=False)
            with suppress(sqlite3.Error):
                # A build that is killed loses nothing by this; a machine that is may break the file, which is then seen.
                connection.execute("PRAGMA synchronous = OFF")
            self._open[own] = connection
        return self._open[own]


@contextmanager
def held(folder: Path) -> Iterator[Path]:
    """Hold the folder of a cache for this process alone; where another has it, give one that lasts as long as this."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(folder, "lock"))
        except Busy:
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="kyndig-")))
        except OSError:  # something else is in its place, and will be thrown away with the cache
            pass
        yield folder


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def packed(value: Any) -> bytes:
    """Return texts, numbers and tuples of them as bytes, quickly read again."""
    return marshal.dumps(value)


def unpacked(data: bytes) -> Any:
    """Return what `packed` made bytes of. Raises Broken."""
    try:
        return marshal.loads(data)  # noqa: S302  (it is our own, and its checksum has been compared)
    except (ValueError, EOFError, TypeError) as error:
        raise Broken("cache") from error


def pickled(value: Any) -> bytes:
    """Return any value of ours as bytes."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpickled(data: bytes) -> Any:
    """Return what `pickled` made bytes of. Raises Broken."""
    try:
        return pickle.loads(data)  # noqa: S301  (as above)
    except Exception as error:
        raise Broken("cache") from error
