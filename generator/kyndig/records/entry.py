"""A decoded file, and where in it each value stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..diagnostics import Place
from ..markup import Passage

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands, and the path of keys that an author would name it by."""

    place: Place
    where: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One file with its translations, or one term of a vocabulary, decoded.

    `kind` and `id` name it; `value` is its record from `kyndig.model`; `files` pairs each language with the
    file that holds its words, original first; `spots` leads from a field's location to its place in the
    original, and `places` from a language and a location to where the words in that language stand; `passages` are
    its Markdown, converted.
    """

    kind: str
    id: str
    value: Any
    files: tuple[tuple[str, str], ...]
    spots: Mapping[Location, Spot]
    places: Mapping[tuple[str, Location], Place]
    passages: tuple[Passage, ...] = ()

    @property
    def lang(self) -> str:
        """The language of the original."""
        return self.files[0][0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, original first."""
        return tuple(language for language, _ in self.files)

    @property
    def is_draft(self) -> bool:
        """Whether it is checked but not shown."""
        return getattr(self.value, "status", "published") == "draft"

    def spot(self, location: Location = ()) -> Spot:
        """Return the nearest known place at or above a location."""
        while location and location not in self.spots:
            location = location[:-1]
        return self.spots[location]

    def passage(self, language: str, words: str) -> Passage:
        """Return a text of the file as it was converted."""
        return next(each for each in self.passages if each.words == words and each.lang == language)

    def words_at(self, location: Location, language: str) -> Place:
        """Return where the words of a field stand in one language."""
        return self.places.get((language, location)) or self.spot(location).place
