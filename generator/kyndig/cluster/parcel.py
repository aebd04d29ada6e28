"""Parcel: all that pages are made of, in two files that other machines fetch.

One is the checked site without its prose, which every worker holds in memory; the other is the prose, of which a worker
reads what it needs. Both are known by their digest, and nothing is believed that has another.
"""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from hashlib import blake2b, file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from ..catalogue import Catalogue
from ..identity import likeness
from ..locales.catalogues import Catalogue as Words
from ..pages import Renderer
from ..paper import Printer
from ..pictures import Painter
from ..reads import Noted
from ..records.entry import Details, Entry, Kept
from ..render import Press
from ..routes import Site
from ..search import Engine
from ..settings import Settings
from .store import reach

_BLOCK = 1 << 20
"""Bytes of prose that are fetched at once: pages beside each other show texts beside each other."""


class Unlike(Exception):
    """A worker cannot make the same pages: it runs another Kyndig, or the parcel it got is not ours."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Where a parcel is; workers that are not `likeness` may not use it."""

    address: str
    digest: str
    likeness: str

    def press(self) -> Press:
        """Fetch the parcel, and make of it what makes pages. Raises Unlike, and OSError where it is out of reach."""
        if self.likeness != likeness():
            raise Unlike(
                "a worker runs another version of Kyndig, of Python or of a library than this machine"
            )
        system, path = reach(self.address)
        data = system.cat_file(path)
        if _digest(data) != self.digest:
            raise Unlike(f"{self.address} is not what this build wrote")
        parts: _Parts = pickle.loads(data)  # noqa: S301  (it is our own: the digest came with the work)
        renderer = Renderer.from_sources(parts.templates, parts.words)
        site = (parts.catalogue, parts.site, parts.words, parts.settings, parts.today)
        return Press.put_together(*site, renderer, parts.static, parts.indexer, parts.printer, parts.painter)


@contextmanager
def shared(press: Press, folder: str) -> Iterator[Parcel]:
    """Write a parcel below an address, in place of what is there, and remove it in the end."""
    system, root = reach(folder)
    if system.exists(root):  # a build that was killed has left it
        system.rm(root, recursive=True)
    with TemporaryDirectory(prefix="kyndig-") as here:
        prose, whole = Path(here) / "prose", Path(here) / "site"
        with prose.open("wb") as file:
            rows = _write_prose(press, file)
        texts = f"{folder}/{_digest_of(prose)}.prose"
        with whole.open("wb") as file:
            _pickler(file, Shelf(texts), rows).dump(_Parts.of(press))
        digest = _digest_of(whole)
        site = f"{folder}/{digest}.site"
        places = [reach(each)[1] for each in (texts, site)]
        system.put([str(prose), str(whole)], places)
    try:
        yield Parcel(site, digest, likeness())
    finally:
        system.rm(places)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a press is made of, but for what it makes itself."""

    catalogue: Catalogue
    site: Site
    words: Mapping[str, Words]
    settings: Settings
    today: date
    templates: Mapping[str, str]
    static: Mapping[str, tuple[str, bytes]]
    indexer: Engine | None
    printer: Printer | None
    painter: Painter | None

    @classmethod
    def of(cls, press: Press) -> _Parts:
        first = next(iter(press.readers.values()))
        return cls(
            first.catalogue,
            press.site,
            {language: reader.words for language, reader in press.readers.items()},
            first.settings,
            first.today,
            press.renderer.sources(),
            {name: (path, b"") for name, (path, _) in press.static.items()},  # pages need addresses only
            press.indexer,
            press.printer,
            press.painter,
        )


class Shelf:
    """The file of the prose, opened when the first text is read."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.file: Any = None

    def __reduce__(self) -> tuple[type[Shelf], tuple[str]]:
        """Send the address only."""
        return Shelf, (self.address,)

    def read(self, offset: int, size: int) -> bytes:
        """Return some bytes."""
        if self.file is None:
            system, path = reach(self.address)
            self.file = system.open(path, "rb", block_size=_BLOCK)
        self.file.seek(offset)
        data: bytes = self.file.read(size)
        return data


@dataclass(frozen=True, slots=True)
class Shelved:
    """The texts of one entry, that stay on the shelf until they are asked for."""

    shelf: Shelf
    offset: int
    size: int
    digest: str

    def __call__(self) -> Any:
        """Return them. Raises Unlike."""
        return _texts(self)


@lru_cache(maxsize=512)
def _texts(row: Shelved) -> Any:
    data = row.shelf.read(row.offset, row.size)
    if _digest(data) != row.digest:
        raise Unlike(f"{row.shelf.address} is not what this build wrote")
    return pickle.loads(data)  # noqa: S301  (as above)


_Rows = dict[int, tuple[int, int, str]]
"""Number of an entry in memory → place, size and digest of its texts."""


def _write_prose(press: Press, file: BinaryIO) -> _Rows:
    rows: _Rows = {}
    first = next(iter(press.readers.values()))
    for entity in first.catalogue.entities.values():
        if id(entity.file) not in rows:
            data = pickle.dumps(entity.file.texts(), pickle.HIGHEST_PROTOCOL)
            rows[id(entity.file)] = file.tell(), len(data), _digest(data)
            file.write(data)
    return rows


def _pickler(file: BinaryIO, shelf: Shelf, rows: _Rows) -> pickle.Pickler:
    """Return what writes a site: entries without their texts, and what notes its reading without what it makes of itself."""

    def entry(each: Entry) -> tuple[type[Entry], tuple[Any, ...]]:
        texts = Shelved(shelf, *rows[id(each)])
        return Entry, (each.kind, each.id, each.value, each.files, _NOWHERE, texts)

    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    table: dict[type[Any], Callable[[Any], Any]] = {
        Entry: entry,
        Catalogue: _anew,
        Site: _anew,
        Noted: lambda each: (dict, (dict(each),)),
    }
    pickler.dispatch_table = copyreg.dispatch_table | table
    return pickler


_NOWHERE = Kept(Details())
"""Places are asked for only when something is wrong, and nothing is."""


def _anew(value: Any) -> tuple[type[Any], tuple[Any, ...]]:
    return type(value), tuple(getattr(value, each.name) for each in fields(value) if each.init)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()
