"""Recall: what was read before and has the same bytes, taken from the cache; the rest is read, in every core."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from .cache import Cache, pickled, unpickled
from .clock import Clock, timed
from .digests import digest_of
from .records import Bundle, Entry, Reading, read
from .workers import spread


def recall(
    cache: Cache,
    bundles: Iterable[Bundle],
    languages: tuple[str, ...],
    *,
    workers: int | None = None,
    clock: Clock | None = None,
) -> tuple[Reading, ...]:
    """Return what every bundle says, in order; what is no longer needed leaves the cache.

    `workers` is how many processes read what is new, `clock` is told how long each text took. Raises Broken where the
    cache is.
    """
    clock = clock or Clock()
    named = {_name(each, languages): each for each in bundles}
    known = cache.all("reading")
    missing = [(name, each) for name, each in named.items() if name not in known]

    def job(start: int, stop: int) -> list[tuple[float, tuple[bytes, bytes, bytes]]]:
        return [timed(partial(_read, each, languages)) for _, each in missing[start:stop]]

    for run, rows in spread(job, len(missing), size=16, workers=workers):
        names = [name for name, _ in missing[run.start : run.stop]]
        clock.files += [(seconds, named[name].name) for name, (seconds, _) in zip(names, rows, strict=True)]
        for number, table in enumerate(("reading", "details", "texts")):
            cache.put(table, {name: made[number] for name, (_, made) in zip(names, rows, strict=True)})
        known |= {name: head for name, (_, (head, *_)) in zip(names, rows, strict=True)}
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
    return digest_of(languages, bundle.digest)


def _read(bundle: Bundle, languages: tuple[str, ...]) -> tuple[bytes, bytes, bytes]:
    """Return what is always needed of what a bundle says, then the places in it, then its Markdown."""
    reading = read(bundle, languages)
    head = (
        reading.diagnostics,
        reading.promises,
        [
            (
                *(each.kind, each.id, each.value, each.files),
                *(each.asks, each.doubtful, each.digest, each.prose, each.foreign),
            )
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
