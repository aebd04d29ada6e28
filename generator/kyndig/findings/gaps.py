"""Rules for what has no counterpart on this site: simple relations, no degrees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..catalogue import Catalogue, Entity
from .found import Case, Side

_OFFERS = ("course", "channel", "activity")
"""Kinds of what meets a need and is there for a group."""

_LEARNT = ("competency", "objective")


def needs_are_met(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """Something meets a need, or a competency or a course is related to it."""
    for need in catalogue.of_kind("need"):
        met = any(each.kind in _OFFERS for each, _ in catalogue.origins(need, "meets"))
        related = _related(catalogue, need)
        if not met and not any(each.kind in (*_OFFERS, *_LEARNT) for each in related):
            yield Case("gap.need", need.ref, (Side(need, (), need.value.source),))


def courses_teach_something(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """A course teaches a competency, meets a need, or belongs to a channel that does."""
    for course in catalogue.of_kind("course"):
        aims = catalogue.targets(course, "teaches", "meets")
        related = _related(catalogue, course)
        if not aims and not any(each.kind in (*_LEARNT, "need", "channel") for each in related):
            yield Case("gap.course", course.ref, (Side(course, (), course.value.source),))


def groups_are_served(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """A course, a channel or an activity is there for a target group, or for a wider one."""
    for group in catalogue.of_kind("target-group"):
        if not any(_is_served(catalogue, each) for each in _with_wider(catalogue, group)):
            yield Case("gap.group", group.ref, (Side(group, (), group.value.source),))


def _is_served(catalogue: Catalogue, group: Entity) -> bool:
    return any(each.kind in _OFFERS for each, _ in catalogue.origins(group, "target_groups"))


def _with_wider(catalogue: Catalogue, group: Entity) -> Iterator[Entity]:
    """Yield a group and those that it is part of; a circle is reported elsewhere."""
    told: set[str] = set()
    todo = [group]
    while todo:
        each = todo.pop()
        if each.ref not in told:
            told.add(each.ref)
            yield each
            todo += [wider for wider, _ in catalogue.targets(each, "broader")]


def _related(catalogue: Catalogue, entity: Entity) -> list[Entity]:
    """Return what an author has related to a thing, from either side."""
    pairs = (*catalogue.targets(entity, "relates"), *catalogue.origins(entity, "relates"))
    return [each for each, _ in pairs]
