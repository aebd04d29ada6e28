"""A cell: how well one need is covered for one audience, now or as expected, and what says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue import Catalogue, Entity
from .audience import is_limited, meant_by
from .evidence import Assessment, Degree, Offer, assessments, offers

RANK: dict[Degree, int] = {"unknown": 0, "none": 1, "planned": 2, "part": 3, "full": 4}
"""Which degree is the better one. Nobody can find that something is unknown, so a finding is never lost to it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An assessment as it counts in a cell.

    `named` is by whom it speaks of the audience; `direct` tells that it names the audience itself, or all who have the
    need, and holds for all of it. `degree` is lower than what was found where that holds for some only, and unknown
    where that says nothing here.
    """

    assessment: Assessment
    degree: Degree
    named: tuple[Entity, ...]
    direct: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """How well a need is covered for an audience; without one, for all who have it.

    `asserted` tells that somebody has said so of this very audience; else the degree is computed: from what was said of
    a wider audience or of a part. `linked` are the offers that count here, `beside` those for others and invented examples.
    """

    need: Entity
    audience: Entity | None
    horizon: str
    degree: Degree
    asserted: bool
    linked: tuple[Offer, ...]
    beside: tuple[Offer, ...]
    findings: tuple[Finding, ...]


def horizons_of(need: Entity) -> tuple[str, ...]:
    """Return when a need is felt: `now`, `future`, or both in this order."""
    felt: tuple[str, ...] = need.value.horizon
    return tuple(each for each in ("now", "future") if each in felt) or ("now",)


def looked_at(catalogue: Catalogue, need: Entity) -> tuple[str, ...]:
    """Return the horizons at which a need is felt, or somebody has assessed it."""
    felt = {
        *horizons_of(need),
        *(each.entity.value.horizon for each in assessments(catalogue, need) if not each.entity.is_example),
    }
    return tuple(each for each in ("now", "future") if each in felt)


def cell(catalogue: Catalogue, need: Entity, audience: Entity | None = None, horizon: str = "now") -> Cell:
    """Work out how well a need is covered for an audience.

    The best degree that was asserted, at that horizon, of the audience or of a wider one; where nobody has said
    anything `unknown`, however much is linked: a link tells that there is something, not how far it goes. What is
    invented to show how the site works counts for nothing.
    """
    linked: list[Offer] = []
    beside: list[Offer] = []
    for offer in offers(catalogue, need):
        fits = audience is None or meant_by(catalogue, offer.entity, audience) is not None
        counts = fits and not offer.entity.is_example
        (linked if counts else beside).append(offer)
    findings = tuple(_findings(catalogue, need, audience, horizon))
    degree, asserted = _best(findings)
    return Cell(need, audience, horizon, degree, asserted, tuple(linked), tuple(beside), findings)


def _best(findings: tuple[Finding, ...]) -> tuple[Degree, bool]:
    degrees: list[Degree] = [each.degree for each in findings]
    best: Degree = max(degrees, key=RANK.__getitem__, default="unknown")
    asserted = best != "unknown" and any(each.direct for each in findings if each.degree == best)
    return best, asserted


def _findings(catalogue: Catalogue, need: Entity, audience: Entity | None, horizon: str) -> Iterator[Finding]:
    for each in assessments(catalogue, need):
        if each.entity.value.horizon != horizon or each.entity.is_example:
            continue
        named = () if audience is None else meant_by(catalogue, each.entity, audience)
        if named is None:
            continue
        limited = is_limited(catalogue, each.entity, need, audience)
        direct = not limited and (not named or audience in named)
        yield Finding(each, _of_some(each.degree) if limited else each.degree, named, direct)


def _of_some(degree: Degree) -> Degree:
    """Return what a degree that holds for some says of all: full for some is part; nothing for some says nothing."""
    return _OF_SOME.get(degree, degree)


_OF_SOME: dict[Degree, Degree] = {"full": "part", "none": "unknown"}
