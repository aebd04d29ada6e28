"""What every text says, kept in memory: after an edit only the texts that have changed are read."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..cache import Broken, Cache, held
from ..identity import identity
from ..recall import recall
from ..records import Bundle, Entry, Reading, read
from ..workers import spread

Bundles = tuple[Bundle, ...]


@dataclass(slots=True)
class Readings:
    """Gives readings of bundles, and remembers them by their bytes.

    `begin` gives the readings of a site that nothing is known of yet.
    """

    begin: Callable[[Bundles, tuple[str, ...]], Iterable[Reading]]
    bundles: Bundles = ()
    known: dict[tuple[str, tuple[str, ...]], Reading] = field(default_factory=dict)

    def __call__(self, bundles: Bundles, languages: tuple[str, ...]) -> list[Reading]:
        """Return what every bundle says, in order."""
        self.bundles = bundles
        if not self.known:
            found = list(self.begin(bundles, languages))
            self.known = {(each.digest, languages): one for each, one in zip(bundles, found, strict=True)}
            return found
        known: dict[tuple[str, tuple[str, ...]], Reading] = {}
        for each in bundles:
            key = each.digest, languages
            known[key] = self.known.get(key) or read_alone(each, languages)
        self.known = known
        return list(known.values())

    def by_path(self) -> dict[str, tuple[Bundle, Reading]]:
        """Return for each text the bundle it is in, and what that says, as they were when last asked for."""
        return {
            source.path: (bundle, reading)
            for bundle, reading in zip(self.bundles, self.known.values(), strict=True)
            for source in bundle.sources
        }


def read_side_by_side(bundles: Bundles, languages: tuple[str, ...]) -> Iterable[Reading]:
    """Read every bundle, in every core. Not for a process that has threads: it is divided in two."""

    def job(start: int, stop: int) -> list[Reading]:
        return [read(each, languages) for each in bundles[start:stop]]

    return [each for _, found in spread(job, len(bundles), size=16) for each in found]


@dataclass(frozen=True, slots=True)
class Remembered:
    """Takes readings from the cache of the build, and leaves there what it reads, so that the next start is quick.

    Nothing of the cache is needed afterwards, so that builds may go on beside the preview.
    """

    root: Path
    cache: Path

    def __call__(self, bundles: Bundles, languages: tuple[str, ...]) -> Iterable[Reading]:
        """Return what every bundle says; where the cache cannot be used, it is read."""
        try:
            with held(self.cache) as folder:
                cache = Cache(folder, identity(self.root))
                try:
                    found = recall(cache, bundles, languages)
                finally:
                    cache.close()
        except (Broken, OSError, sqlite3.Error):
            return read_side_by_side(bundles, languages)
        return [
            replace(reading, entries=tuple(_by_itself(reading.entries, bundle, languages)))
            for bundle, reading in zip(bundles, found, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Again:
    """One thing of an entry that is read again when it is asked for, because it is seldom needed."""

    bundle: Bundle
    languages: tuple[str, ...]
    number: int
    what: str

    def __call__(self) -> Any:
        entry = read_alone(self.bundle, self.languages).entries[self.number]
        return getattr(entry, self.what)()


def _by_itself(entries: Iterable[Entry], bundle: Bundle, languages: tuple[str, ...]) -> Iterable[Entry]:
    """Let entries fetch from the bytes in memory what they would fetch from the cache."""
    for number, each in enumerate(entries):
        yield replace(
            each,
            details=_Again(bundle, languages, number, "details"),
            texts=_Again(bundle, languages, number, "texts"),
        )


_reading = threading.Lock()


@lru_cache(maxsize=64)
def read_alone(bundle: Bundle, languages: tuple[str, ...]) -> Reading:
    """Read a bundle while no other thread reads one: the parser of Markdown is one for all."""
    with _reading:
        return read(bundle, languages)
