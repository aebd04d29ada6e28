"""What speaks of a need: offers that authors have linked to it, and assessments that somebody has made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..catalogue import Catalogue, Entity
from ..model.words import Text

Degree = Literal["full", "part", "planned", "none", "unknown"]
"""How well a need is covered. `none` is what somebody has found; `unknown` is what nobody has looked at."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that is linked to a need: a course, a competency of a curriculum, a channel or an activity.

    `via` is the competency through which a course meets the need, `why` the reason an author gave for the link.
    """

    entity: Entity
    via: Entity | None = None
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What somebody has found out about a need; `by` is the offer it is about, or None for all there is."""

    entity: Entity
    by: Entity | None

    @property
    def degree(self) -> Degree:
        """How well the need is covered, as it was found."""
        degree: Degree = self.entity.value.degree
        return degree


def assessments(catalogue: Catalogue, need: Entity) -> tuple[Assessment, ...]:
    """Return what was found out about a need, in the order written."""
    found = (each for each, _ in catalogue.origins(need, "need") if each.kind == "coverage")
    return tuple(
        Assessment(each, next((by for by, _ in catalogue.targets(each, "by")), None)) for each in found
    )


def offers(catalogue: Catalogue, need: Entity) -> tuple[Offer, ...]:
    """Return what is linked to a need, each once, in the order of the links.

    A course that teaches a competency counts for the needs that the competency helps to meet; so does what an
    assessment names as covering the need. Invented examples are among them, for those who show them.
    """
    found: dict[str, Offer] = {}
    for each in _linked(catalogue, need):
        if each.entity.ref not in found or (found[each.entity.ref].via and not each.via):
            found[each.entity.ref] = each
    return tuple(found.values())


def _linked(catalogue: Catalogue, need: Entity) -> Iterator[Offer]:
    for origin, relation in catalogue.origins(need, "meets"):
        yield Offer(origin, why=relation.why)
        if origin.kind == "competency":
            yield from (Offer(course, via=origin) for course in taught_by(catalogue, origin))
    for each in assessments(catalogue, need):
        if each.by is not None and not each.entity.is_example:
            yield Offer(each.by)


def taught_by(catalogue: Catalogue, competency: Entity) -> tuple[Entity, ...]:
    """Return the courses that teach a competency or one of its objectives, by id."""
    taught = (competency, *catalogue.parts(competency, "objective"))
    courses = {each.ref: each for part in taught for each, _ in catalogue.origins(part, "teaches")}
    return tuple(course for _, course in sorted(courses.items()))


def newest_competencies(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the competencies of curricula that hold today, not those of older editions."""
    return tuple(each for each in catalogue.of_kind("competency") if each.is_current)
