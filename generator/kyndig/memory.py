"""Memory: what is known of the pages of the build before, and which of them still stand as they were written."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from typing import Any

from .cache import Cache, packed, pickled, unpacked, unpickled
from .facts import Facts
from .pictures import Poster
from .publish import Stamp
from .reads import Key
from .render import Sheet
from .routes import Page
from .search import Entry
from .survey import Form, Seen


@dataclass(frozen=True, slots=True)
class Row:
    """One page as it was made: the path it was written to, its sheet but for the entry, and what it read.

    `reads` are numbers of keys; `indexed` is a digest of what the search index is made of for this page. `poster` has the
    values of what stands on its picture, where it has one and pictures are made.
    """

    path: str
    title: str
    changed: str
    seen: tuple[Any, ...]
    indexed: str
    reads: bytes
    poster: tuple[Any, ...] = ()

    @property
    def sheet(self) -> Sheet:
        """The sheet of the page, without what is found of it."""
        poster = Poster(*self.poster) if self.poster else None
        return Sheet(self.title, self.changed, seen_again(self.seen), None, poster)


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the site as it was made: its digest, the numbers of the keys it read, and what its files hold."""

    digest: str
    reads: bytes
    files: tuple[tuple[Any, ...], ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its files."""
        return tuple(each[0] for each in self.files)


def seen_again(row: tuple[Any, ...]) -> Seen:
    """Return what a file holds, as `astuple` took it apart."""
    *others, forms, links = row
    return Seen(*others, tuple(Form(*each) for each in forms), links)  # type: ignore[call-arg]


def row_of(page: Page, sheet: Sheet, indexed: str, reads: bytes) -> Row:
    """Return what is remembered of a page."""
    poster = astuple(sheet.poster) if sheet.poster else ()
    return Row(page.path, sheet.title, sheet.changed, astuple(sheet.seen), indexed, reads, poster)


def name_of(page: Page) -> str:
    """Return what a page is remembered by."""
    return f"{page.language} {page.key}"


@dataclass(slots=True)
class Memory:
    """All that is remembered: pages by name, the stamps of all files by path, and the facts as they were.

    Keys are remembered by their number; a key keeps it as long as the cache lasts.
    """

    cache: Cache
    numbers: dict[Key, int]
    facts: Facts
    rows: dict[str, Row]
    parts: dict[str, PartRow]
    stamps: dict[str, Stamp]
    new: dict[str, tuple[Row, Entry | None]] = field(default_factory=dict)
    new_parts: dict[str, PartRow] = field(default_factory=dict)

    @classmethod
    def of(cls, cache: Cache) -> Memory:
        """Remember. Raises Broken."""
        facts = unpacked(cache.get("meta", "facts") or packed(()))
        return cls(
            cache,
            {key: number for number, (key, _) in enumerate(facts)},
            dict(facts),
            {name: Row(*unpacked(data)) for name, data in cache.all("page").items()},
            {name: PartRow(*unpacked(data)) for name, data in cache.all("part").items()},
            unpacked(cache.get("meta", "stamps") or packed({})),
        )

    def number(self, key: Key) -> int:
        """Return the number of a key; one that was never seen gets the next."""
        return self.numbers.setdefault(key, len(self.numbers))

    def changed(self, facts: Facts) -> frozenset[int]:
        """Return the numbers of all keys whose answer is another than it was, and give every key a number."""
        before = self.facts
        keys = facts.keys() | before.keys()
        return frozenset(self.number(key) for key in keys if before.get(key) != facts.get(key))

    def stands(self, page: Page, changed: frozenset[int]) -> bool:
        """Tell whether nothing has changed of all that a page read."""
        row = self.rows.get(name_of(page))
        return row is not None and row.path == page.path and _unread(row.reads, changed)

    def part(self, name: str, digest: str, changed: frozenset[int]) -> PartRow | None:
        """Return a part as it was made, where nothing has changed of all that was read for it."""
        row = self.parts.get(name)
        return row if row and row.digest == digest and _unread(row.reads, changed) else None

    def keep_part(self, name: str, digest: str, keys: Iterable[Key], files: Iterable[Seen]) -> PartRow:
        """Remember a part that was made now."""
        return self.keep_row(name, PartRow(digest, b"", tuple(astuple(each) for each in files)), keys)

    def keep_row(self, name: str, row: PartRow, keys: Iterable[Key]) -> PartRow:
        """Remember a part that was made elsewhere; `keys` are those that its row has no numbers of."""
        reads = row.reads + array("I", map(self.number, keys)).tobytes()
        row = PartRow(row.digest, reads, row.files)
        self.new_parts[name] = row  # written in the end: workers read the cache while others are made
        return row

    def keep(self, facts: Facts, names: Iterable[str], stamps: Mapping[str, Stamp]) -> None:
        """Remember the pages made now, and of those made before the ones in `names`; it counts when committed."""
        gone = self.rows.keys() - set(names)
        for table in ("page", "entry"):
            self.cache.drop(table, gone)
        rows = {name: row for name, (row, _) in self.new.items()}
        self.cache.put(
            "page",
            {
                name: packed((row.path, row.title, row.changed, row.seen, row.indexed, row.reads, row.poster))
                for name, row in rows.items()
            },
        )
        self.cache.put("entry", {name: pickled(entry) for name, (_, entry) in self.new.items()})
        parts = {name: packed((row.digest, row.reads, row.files)) for name, row in self.new_parts.items()}
        self.cache.put("part", parts)
        answers = tuple((key, facts.get(key)) for key in self.numbers)
        self.cache.put("meta", {"facts": packed(answers), "stamps": packed(dict(stamps))})

    def entries(self) -> dict[str, Entry | None]:
        """Return what is found of every page, by name. Raises Broken."""
        kept = {name: unpickled(data) for name, data in self.cache.all("entry").items()}
        return kept | {name: entry for name, (_, entry) in self.new.items()}


def _unread(reads: bytes, changed: frozenset[int]) -> bool:
    return changed.isdisjoint(array("I", reads))
