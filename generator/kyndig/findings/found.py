"""One finding: a code, and the places that do not go together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from ..catalogue import Entity
from ..model.facts import Citation
from ..model.words import Text
from ..records import Spot
from ..records.entry import Location


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its reference."""

    ref: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A few words as they stand in a source, in its language; an address has none."""

    words: str
    lang: str = ""


Value = Named | Quote | Text | int | date
"""What stands in a place."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places that a finding sets beside each other.

    `entity` and `below` lead to it in the files, `source` is the place in the source, `says` what stands there. `part`
    names the part of the document where readers know it by name: `list` or `logbook` of a curriculum. `lang` is the language
    of words that stand in a translation.
    """

    entity: Entity
    below: Location
    source: Citation | None
    says: tuple[Value, ...] = ()
    part: str = ""
    lang: str = ""

    @property
    def spot(self) -> Spot:
        """Where it stands in the files."""
        spot = self.entity.spot(*self.below)
        if not self.lang:
            return spot
        return Spot(self.entity.entry.words_at((*self.entity.location, *self.below), self.lang), spot.where)

    @property
    def answer(self) -> tuple[object, ...]:
        """All of it but the place in the files."""
        return self.entity.ref, self.source, self.says, self.part


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a rule has found: `about` is the reference of what it concerns, `also` those of others.

    The first of one or two sides is where it is reported. `values` go into its sentence, `label` names what has no
    reference, `note` are the author's own words.
    """

    code: str
    about: str
    sides: tuple[Side, ...]
    values: tuple[Value, ...] = ()
    also: tuple[str, ...] = ()
    label: Text | None = None
    note: Text | None = None

    @property
    def file(self) -> str:
        """The file it is reported in: the original."""
        return self.sides[0].entity.file.files[0][1]

    @property
    def sources(self) -> frozenset[str]:
        """The documents it was found in: those of its places, else the one that the file is drawn from."""
        cited = {side.source.document for side in self.sides if side.source} - {None}
        own = getattr(self.sides[0].entity.document.record, "source", None)
        found = cited or {own.document if own else None}
        return frozenset(each for each in found if each)

    @property
    def answer(self) -> tuple[object, ...]:
        """All that a page may show of it."""
        sides = tuple(side.answer for side in self.sides)
        return self.code, self.about, sides, self.values, self.also, self.label, self.note


@dataclass(frozen=True, slots=True)
class Finding:
    """Cases of one kind together; `reason` is that of an author who accepts them."""

    code: str
    cases: tuple[Case, ...]
    reason: Text | None = None

    @property
    def answer(self) -> tuple[object, ...]:
        """All that a page may show of it."""
        return self.reason, tuple(case.answer for case in self.cases)


Rule = Callable[..., Iterable[Case]]
"""Takes the catalogue and the day; its docstring is what should be, and its cases are where that is not so."""


def together(
    found: Iterable[tuple[Case, Text | None]], key: Callable[[Case], Hashable] = lambda case: ()
) -> tuple[Finding, ...]:
    """Put cases together that have the same sentence and reason, and the same key, in the order found."""
    groups: dict[Hashable, list[Case]] = {}
    reasons: dict[Hashable, Text | None] = {}
    for case, reason in found:
        name = (case.code, case.values, reason, key(case))
        groups.setdefault(name, []).append(case)
        reasons[name] = reason
    return tuple(Finding(cases[0].code, tuple(cases), reasons[name]) for name, cases in groups.items())
