"""A decoded file, and where in it each value stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ..diagnostics import Place
from ..markup import Passage
from ..reads import note

T = TypeVar("T")

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands, and the path of keys that an author would name it by."""

    place: Place
    where: str


@dataclass(frozen=True, slots=True)
class Details:
    """Where everything in a file stands: asked for only when something is wrong in it.

    `spots` leads from a field's location to its place in the original, `places` from a language and a location to where
    the words in that language stand.
    """

    spots: Mapping[Location, Spot] = field(default_factory=dict)
    places: Mapping[tuple[str, Location], Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """Something that stands in memory, for those who would else have to fetch it."""

    value: T

    def __call__(self) -> T:
        """Return it."""
        return self.value


@dataclass(frozen=True, slots=True)
class Entry:
    """One file with its translations, or one term of a vocabulary, decoded.

    `kind` and `id` name it; `value` is its record from `kyndig.model`; `files` pairs each language with the
    file that holds its words, original first. `details` and `texts` are fetched when they are asked for: the places of
    everything, and the Markdown in every language, converted. `asks` has for each text with links to lead its file,
    their destinations and which have no words; `doubtful` tells that a text is not sound in itself. Two entries with
    the same `digest` say the same but for their Markdown, those with the same `prose` the same in it. `foreign` has each
    text that seems to be in another language than it should: its location, what it should be in, and what it seems.
    """

    kind: str
    id: str
    value: Any
    files: tuple[tuple[str, str], ...]
    details: Callable[[], Details]
    texts: Callable[[], tuple[Passage, ...]] = Kept(())
    asks: tuple[tuple[str, tuple[str, ...], frozenset[int]], ...] = ()
    doubtful: bool = False
    digest: str = ""
    prose: str = ""
    foreign: tuple[tuple[Location, str, str], ...] = ()

    @property
    def spots(self) -> Mapping[Location, Spot]:
        return self.details().spots

    @property
    def places(self) -> Mapping[tuple[str, Location], Place]:
        return self.details().places

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self.texts()

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
        spots = self.spots
        while location and location not in spots:
            location = location[:-1]
        return spots[location]

    def passage(self, language: str, words: str) -> Passage:
        """Return a text of the file as it was converted; that its words were read is noted."""
        note(f"prose {self.files[0][1]}")
        return next(each for each in self.passages if each.words == words and each.lang == language)

    def words_at(self, location: Location, language: str) -> Place:
        """Return where the words of a field stand in one language."""
        return self.places.get((language, location)) or self.spot(location).place
