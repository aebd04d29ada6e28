"""Recall: what was read before and has the same bytes, taken from the cache; the rest is read, in every core."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from .cache import Cache, pickled, unpickled
from .records import Bundle, Entry, Reading, read
from .workers import spread


def recall(cache: Cache, bundles: Iterable[Bundle], languages: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return what every bundle says, in order; what is no longer needed leaves the cache.

    Raises Broken where the cache is.
    """
    named = {_name(each, languages): each for each in bundles}
    known = cache.all("reading")
    missing = [(name, each) for name, each in named.items() if name not in known]

    def job(start: int, stop: int) -> list[tuple[str, bytes, bytes, bytes]]:
        return [(name, *_taken_apart(read(each, languages))) for name, each in missing[start:stop]]

    for _, rows in spread(job, len(missing), size=16):
        known |= {name: head for name, head, _, _ in rows}
        cache.put("reading", {name: head for name, head, _, _ in rows})
        cache.put("details", {name: details for name, _, details, _ in rows})
        cache.put("texts", {name: texts for name, _, _, texts in rows})
    gone = known.keys() - named.keys()
    for table in ("reading", "details", "texts"):
        cache.drop(table, gone)
    cache.commit()
    return tuple(_put_together(cache, name, known[name]) for name in named)


@dataclass(frozen=True, slots=True)
class Stored:
    """One thing of an entry that stays in the cache until it is asked for."""

    cache: Cache
    table: str
    name: str
    number: int

    def __call__(self) -> Any:
        """Return it. Raises Broken."""
        return _row(self.cache, self.table, self.name)[self.number]


@lru_cache(maxsize=512)
def _row(cache: Cache, table: str, name: str) -> Any:
    return unpickled(cache.get(table, name) or b"")


def _name(bundle: Bundle, languages: tuple[str, ...]) -> str:
    return blake2b(f"{languages} {bundle.digest}".encode(), digest_size=16).hexdigest()


def _taken_apart(reading: Reading) -> tuple[bytes, bytes, bytes]:
    """Return what is always needed of a reading, then the places in it, then its Markdown."""
    head = (
        reading.diagnostics,
        reading.promises,
        [
            (each.kind, each.id, each.value, each.files, each.asks, each.doubtful, each.digest, each.prose)
            for each in reading.entries
        ],
    )
    details, texts = (
        [each.details() for each in reading.entries],
        [each.texts() for each in reading.entries],
    )
    return pickled(head), pickled(details), pickled(texts)


def _put_together(cache: Cache, name: str, head: bytes) -> Reading:
    diagnostics, promises, heads = unpickled(head)
    entries = (
        Entry(
            kind,
            id_,
            value,
            files,
            Stored(cache, "details", name, number),
            Stored(cache, "texts", name, number),
            *rest,
        )
        for number, (kind, id_, value, files, *rest) in enumerate(heads)
    )
    return Reading(tuple(entries), diagnostics, promises)
