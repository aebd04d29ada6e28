"""Rules for what has no counterpart on this site: asked only where nobody has related the two in any other way either."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..catalogue import Catalogue, Entity
from ..coverage import idle, unmet, unserved
from .found import Case, Side

_OFFERS = ("course", "channel", "activity")
"""Kinds of what meets a need."""

_LEARNT = ("competency", "objective")


def needs_are_met(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """Something meets a need, or a competency or a course is related to it."""
    for need in unmet(catalogue):
        if not any(each.kind in (*_OFFERS, *_LEARNT) for each in _related(catalogue, need)):
            yield Case("gap.need", need.ref, (Side(need, (), need.value.source),))


def courses_teach_something(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """A course teaches a competency, meets a need, or belongs to a channel that does."""
    for course in idle(catalogue):
        if not any(each.kind in (*_LEARNT, "need", "channel") for each in _related(catalogue, course)):
            yield Case("gap.course", course.ref, (Side(course, (), course.value.source),))


def groups_are_served(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """A course, a channel or an activity is there for a target group, a wider one, or a profession in it."""
    for group in unserved(catalogue):
        yield Case("gap.group", group.ref, (Side(group, (), group.value.source),))


def _related(catalogue: Catalogue, entity: Entity) -> list[Entity]:
    """Return what an author has related to a thing, from either side."""
    pairs = (*catalogue.targets(entity, "relates"), *catalogue.origins(entity, "relates"))
    return [each for each, _ in pairs]
