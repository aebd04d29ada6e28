"""Diff: what is added, removed, moved, reworded and assessed otherwise in a version than in the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .match import HOW, How, Matching
from .outline import KINDS, Item, Outline, Use, said


@dataclass(frozen=True, slots=True)
class Moved:
    """A move: to another `number`, or to another `place`, which is an area or a competency by id."""

    field: str
    was: str
    now: str

    @property
    def mirrored(self) -> Moved:
        return Moved(self.field, self.now, self.was)


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text that differs; one side is empty where there is none."""

    field: str
    was: str
    now: str

    @property
    def mirrored(self) -> Reworded:
        return Reworded(self.field, self.now, self.was)


@dataclass(frozen=True, slots=True)
class Altered:
    """A fact that differs: the values that are gone, and those that have come."""

    field: str
    gone: tuple[str, ...]
    come: tuple[str, ...]

    @property
    def mirrored(self) -> Altered:
        return Altered(self.field, self.come, self.gone)


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed of an item: `was` and `now` have its ids in both versions, none where it is added or removed.

    Of items that were joined or divided only that is told. `how` tells why the two are taken for one, or is None.
    """

    kind: str
    was: tuple[str, ...]
    now: tuple[str, ...]
    how: How | None = None
    moved: tuple[Moved, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    gone: tuple[Use, ...] = ()
    come: tuple[Use, ...] = ()
    altered: tuple[Altered, ...] = ()

    @property
    def looks(self) -> tuple[str, ...]:
        """What has happened, in the order it is told."""
        if len(self.was) != 1 or len(self.now) != 1:
            names = {(0, 1): "added", (1, 0): "removed"}
            shape = len(self.was), len(self.now)
            return (names.get(shape) or ("divided" if shape[0] == 1 else "joined"),)
        assessed = {"times", "formative_months", "summative_months"} & {each.field for each in self.altered}
        happened = (
            ("moved", bool(self.moved)),
            ("reworded", bool(self.reworded)),
            ("assessment", bool(self.gone or self.come or assessed)),
            ("facts", len(self.altered) > len(assessed)),
        )
        return tuple(name for name, is_so in happened if is_so)

    @property
    def mirrored(self) -> Change:
        """The same with the versions in the place of each other."""
        return Change(
            self.kind,
            self.now,
            self.was,
            self.how,
            tuple(each.mirrored for each in self.moved),
            tuple(each.mirrored for each in self.reworded),
            self.come,
            self.gone,
            tuple(each.mirrored for each in self.altered),
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes between two versions, in the order of the newer one, what is removed last within each kind."""

    changes: tuple[Change, ...]
    unchanged: tuple[tuple[str, int], ...]
    """How many items of each kind are the same in both."""

    def of(self, kind: str) -> tuple[Change, ...]:
        """Return the changes of a kind."""
        return tuple(each for each in self.changes if each.kind == kind)


def diff(older: Outline, newer: Outline, matching: Matching, languages: tuple[str, ...]) -> Difference:
    """Return what has changed between two versions, given which of their items are the same.

    Words are compared in the first of `languages` that both versions have.
    """
    both = tuple(each for each in languages if each in older.languages and each in newer.languages)
    comparing = _Comparing(older, newer, matching, both[:1])
    changes: list[Change] = []
    unchanged = []
    for kind in KINDS:
        found = list(comparing.of(kind))
        changes += (each for each in found if each.looks)
        unchanged.append((kind, sum(not each.looks for each in found)))
    return Difference(tuple(changes), tuple(unchanged))


@dataclass(frozen=True, slots=True)
class _Comparing:
    older: Outline
    newer: Outline
    matching: Matching
    languages: tuple[str, ...]

    def of(self, kind: str) -> Iterator[Change]:
        """Yield what became of every item of a kind, also where nothing did."""
        told: set[str] = set()
        for now in self.newer.of(kind):
            if now.id not in told:
                was, ids = self._family(kind, now.id)
                told.update(ids)
                yield self._change(kind, was, ids)
        for old in self.older.of(kind):
            if (kind, old.id) not in self.matching.forward:
                yield Change(kind, (old.id,), ())

    def _family(self, kind: str, id_: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return all items of both versions that are one with an item of the newer one, directly or by way of others."""
        was: dict[str, None] = {}
        now = {id_: None}
        while True:
            before = len(was), len(now)
            for each in tuple(now):
                was |= {pair.was: None for pair in self.matching.backward.get((kind, each), ())}
            for each in tuple(was):
                now |= {pair.now: None for pair in self.matching.forward.get((kind, each), ())}
            if (len(was), len(now)) == before:
                return _ordered(self.older, kind, was), _ordered(self.newer, kind, now)

    def _change(self, kind: str, was: tuple[str, ...], now: tuple[str, ...]) -> Change:
        pairs = [pair for each in now for pair in self.matching.backward.get((kind, each), ())]
        how = max((pair.how for pair in pairs), key=HOW.index, default=None)
        if len(was) != 1 or len(now) != 1:
            return Change(kind, was, now, how)
        old, new = self.older.by_id[kind, was[0]], self.newer.by_id[kind, now[0]]
        return Change(
            kind,
            was,
            now,
            how,
            tuple(self._moved(old, new)),
            tuple(self._reworded(old, new)),
            tuple(each for each in old.uses if not any(self._is_use(each, use) for use in new.uses)),
            tuple(each for each in new.uses if not any(self._is_use(use, each) for use in old.uses)),
            tuple(self._altered(old, new)),
        )

    def _moved(self, old: Item, new: Item) -> Iterator[Moved]:
        above = {"competency": "area", "objective": "competency"}.get(old.kind, "")
        if not self._is_one(above, old.place, new.place):
            yield Moved("place", old.place, new.place)
        if old.number != new.number:
            yield Moved("number", old.number, new.number)

    def _is_one(self, kind: str, was: str, now: str) -> bool:
        """Tell whether two items, or nothing and nothing, are the same."""
        if (kind, was) in self.older.by_id or (kind, now) in self.newer.by_id:
            return self.matching.has(kind, was, now)
        return was == now

    def _reworded(self, old: Item, new: Item) -> Iterator[Reworded]:
        before, after = dict(old.words), dict(new.words)
        for name in sorted(before.keys() | after.keys(), key=_ORDER.index):
            texts = (said(side[name], self.languages) if name in side else "" for side in (before, after))
            was, now = texts
            if was != now:
                yield Reworded(name, was, now)

    def _is_use(self, was: Use, now: Use) -> bool:
        same = (was.method, was.purpose, was.month, was.logbook) == (
            now.method,
            now.purpose,
            now.month,
            now.logbook,
        )
        return same and self._is_one("card", was.card or "", now.card or "")

    def _altered(self, old: Item, new: Item) -> Iterator[Altered]:
        before, after = dict(old.facts), dict(new.facts)
        for name in before:
            same: Callable[[str, str], bool] = str.__eq__
            if name == "cards":
                same = lambda was, now: self._is_one("card", was, now)  # noqa: E731
            gone = tuple(was for was in before[name] if not any(same(was, now) for now in after[name]))
            come = tuple(now for now in after[name] if not any(same(was, now) for was in before[name]))
            if gone or come:
                yield Altered(name, gone, come)
            elif name == "roles" and before[name] != after[name]:  # the first is the one it stands under
                yield Altered(name, before[name], after[name])


_ORDER = ("title", "label", "statement", "text", "note", "sufficiency", "outcome", "qualifies_for", "logbook")
"""The order in which texts are told."""


def _ordered(side: Outline, kind: str, ids: dict[str, None]) -> tuple[str, ...]:
    return tuple(each.id for each in side.of(kind) if each.id in ids)
