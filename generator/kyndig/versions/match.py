"""Match: which item of a version is which of the version before.

What a person has decided comes first, then the same words, then words that are alike. What is only alike is never more
than probable until somebody says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from .outline import KINDS, Item, Outline

How = Literal["replaces", "confirmed", "text", "alike"]

HOW: tuple[How, ...] = ("replaces", "confirmed", "text", "alike")
"""Why two items are taken for one, the surest first: the newer one says so (`replaces`), a person has confirmed it, the
words are the same, or they are alike."""

_ALIKE, _NUMBERED = 0.75, 0.5
"""How alike the words of two items must be, from 0 to 1, and how alike where the number is the same."""
_BONUS = 0.15
"""What the same number is worth where several items are alike."""

Key = tuple[str, str, str]
"""Kind, id in the older version, id in the newer one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items that are taken for one; `likeness` is that of their words, from 0 to 1."""

    kind: str
    was: str
    now: str
    how: How
    likeness: float = 1.0

    @property
    def key(self) -> Key:
        return self.kind, self.was, self.now

    @property
    def mirrored(self) -> Pair:
        """The same with the versions in the place of each other."""
        return Pair(self.kind, self.now, self.was, self.how, self.likeness)


@dataclass(frozen=True, slots=True)
class Matching:
    """All pairs of two versions; an item may have become several, or have come from several."""

    pairs: tuple[Pair, ...]
    forward: Mapping[tuple[str, str], tuple[Pair, ...]] = field(init=False, compare=False, repr=False)
    backward: Mapping[tuple[str, str], tuple[Pair, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Let pairs be found from both sides."""
        object.__setattr__(self, "forward", _grouped(self.pairs, lambda pair: (pair.kind, pair.was)))
        object.__setattr__(self, "backward", _grouped(self.pairs, lambda pair: (pair.kind, pair.now)))

    @property
    def mirrored(self) -> Matching:
        """The same with the versions in the place of each other."""
        return Matching(tuple(pair.mirrored for pair in self.pairs))

    def has(self, kind: str, was: str, now: str) -> bool:
        """Tell whether two items are taken for one."""
        return any(pair.now == now for pair in self.forward.get((kind, was), ()))

    def then(self, later: Matching) -> Matching:
        """Return the pairs of the first version and the last, by way of the one between; the less sure reason counts."""
        found: dict[Key, Pair] = {}
        for first in self.pairs:
            for second in later.forward.get((first.kind, first.now), ()):
                how = max(first.how, second.how, key=HOW.index)
                pair = Pair(first.kind, first.was, second.now, how, min(first.likeness, second.likeness))
                before = found.get(pair.key)
                if before is None or HOW.index(how) < HOW.index(before.how):
                    found[pair.key] = pair
        return Matching(tuple(found.values()))


def _grouped(
    pairs: Iterable[Pair], key: Callable[[Pair], tuple[str, str]]
) -> dict[tuple[str, str], tuple[Pair, ...]]:
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(key(pair), []).append(pair)
    return {name: tuple(group) for name, group in groups.items()}


def match(older: Outline, newer: Outline, decided: Mapping[Key, How | None]) -> Matching:
    """Match the items of two versions.

    `decided` has what people have said: the reason where two items are the same, None where they are not. The other way
    about, with the decisions mirrored, the result is the same mirrored.
    """
    languages = _languages(older, newer)
    found: list[Pair] = []
    for kind in KINDS:
        matcher = _Matcher(older, newer, decided, languages, Matching(tuple(found)))
        found += matcher.of(kind)
    return Matching(tuple(found))


def _languages(older: Outline, newer: Outline) -> tuple[str, ...]:
    """Return the language in which two versions are compared: that of their originals, or one that both have.

    It is the same from both sides.
    """
    if older.languages[0] == newer.languages[0]:
        return older.languages[:1]
    return tuple(sorted(set(older.languages) & set(newer.languages)))[:1]


Row = tuple[int, Item, str]
"""Place, item, and the words that must be the same."""


def _once(rows: list[Row]) -> frozenset[str]:
    return frozenset(text for text, count in Counter(text for _, _, text in rows).items() if count == 1)


@dataclass(slots=True)
class _Matcher:
    """Matches the items of one kind, given the pairs of the kinds before."""

    older: Outline
    newer: Outline
    decided: Mapping[Key, How | None]
    languages: tuple[str, ...]
    above: Matching
    olds: list[Row] = field(default_factory=list)
    news: list[Row] = field(default_factory=list)
    once: frozenset[str] = frozenset()
    """Texts that stand once in either version."""

    def of(self, kind: str) -> list[Pair]:
        """Return the pairs of a kind, the surest first."""
        if kind == "curriculum":
            return [Pair(kind, "", "", "text")]
        self.olds = [(i, each, self._text(each)) for i, each in enumerate(self.older.of(kind))]
        self.news = [(i, each, self._text(each)) for i, each in enumerate(self.newer.of(kind))]
        self.once = _once(self.olds) & _once(self.news)
        found = [
            Pair(kind, was, now, how) for (of, was, now), how in self.decided.items() if of == kind and how
        ]
        found = [pair for pair in found if self._is_there(pair)]
        self._take(found)
        ways = (
            (self._unchanged, self._moved, self._alike) if kind == "objective" else (self._same, self._alike)
        )
        for way in ways:
            more = list(way())
            self._take(more)
            found += more
        return found

    def _is_there(self, pair: Pair) -> bool:
        return (pair.kind, pair.was) in self.older.by_id and (pair.kind, pair.now) in self.newer.by_id

    def _take(self, pairs: Iterable[Pair]) -> None:
        was, now = {pair.was for pair in pairs}, {pair.now for pair in pairs}
        self.olds = [row for row in self.olds if row[1].id not in was]
        self.news = [row for row in self.news if row[1].id not in now]

    def _may(self, was: Item, now: Item) -> bool:
        """Tell whether nobody has said that two items differ."""
        return self.decided.get((was.kind, was.id, now.id), "text") is not None

    def _text(self, item: Item) -> str:
        """Return what must be the same: the words, or what stands for them where there are none."""
        if item.kind == "schedule":
            return " ".join(dict(item.facts)["method"])
        return item.said(self.languages) or f"{item.kind} {item.id}"

    def _same(self) -> Iterator[Pair]:
        """Yield items with the same words."""
        return self._equal(lambda was, now, text: True)

    def _unchanged(self) -> Iterator[Pair]:
        """Yield objectives with the same words, of competencies that are the same."""
        return self._equal(lambda was, now, text: self._together(was, now))

    def _moved(self) -> Iterator[Pair]:
        """Yield objectives with the same words in another competency, where nothing else has these words."""
        return self._equal(lambda was, now, text: text in self.once)

    def _together(self, was: Item, now: Item) -> bool:
        return self.above.has("competency", was.place, now.place)

    def _equal(self, fits: Callable[[Item, Item, str], bool]) -> Iterator[Pair]:
        """Yield items with the same words: first those with the same number, then those in one place, then in order."""
        groups: dict[str, list[Item]] = {}
        for _, now, text in self.news:
            groups.setdefault(text, []).append(now)
        taken: set[int] = set()
        for close in _CLOSER:
            for _, was, text in self.olds:
                twin = next(
                    (
                        each
                        for each in groups.get(text, ())
                        if not taken & {id(was), id(each)}
                        and close(was, each)
                        and fits(was, each, text)
                        and self._may(was, each)
                    ),
                    None,
                )
                if twin is not None:
                    taken |= {id(was), id(twin)}
                    yield Pair(was.kind, was.id, twin.id, "text")

    def _alike(self) -> Iterator[Pair]:
        """Yield items whose words are alike, the best pairs first."""
        rows = [
            (likeness + (_BONUS if was.number == now.number else 0), i, j, likeness, was, now)
            for i, was, _ in self.olds
            for j, now, _ in self.news
            if self._may(was, now) and (was.kind != "objective" or self._together(was, now))
            if (likeness := self._likeness(was, now)) >= _least(was, now)
        ]
        taken: set[int] = set()
        for _, _, _, likeness, was, now in sorted(rows, key=lambda row: (-row[0], row[1] + row[2])):
            if not taken & {id(was), id(now)}:
                taken |= {id(was), id(now)}
                yield Pair(was.kind, was.id, now.id, "alike", round(likeness, 2))

    def _likeness(self, was: Item, now: Item) -> float:
        """Return how alike the words of two items are, the same from both sides; without words the number counts."""
        first, second = sorted((was.said(self.languages).lower(), now.said(self.languages).lower()))
        least = _least(was, now)
        if not first:
            return least if was.number == now.number else 0.0
        matcher = SequenceMatcher(None, first, second, autojunk=False)
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < least:
            return 0.0
        return matcher.ratio()


_CLOSER: tuple[Callable[[Item, Item], bool], ...] = (
    lambda was, now: was.id == now.id,
    lambda was, now: was.place == now.place,
    lambda was, now: True,
)


def _least(was: Item, now: Item) -> float:
    return _NUMBERED if was.number == now.number else _ALIKE
