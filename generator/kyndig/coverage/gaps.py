"""What is missing, and what there is too much of: lists that follow from the links."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalogue import Catalogue, Entity
from .audience import AXES, meaning, named
from .cells import Cell
from .evidence import newest_competencies, offers, taught_by

OVERLAP = 3
"""How many offers for the same need and audience are an overlap."""

_SERVING = ("course", "channel", "activity")
"""Kinds of offer that are made for somebody."""


def unmet(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the needs that nothing is linked to but invented examples."""
    needs = catalogue.of_kind("need")
    return tuple(need for need in needs if all(each.entity.is_example for each in offers(catalogue, need)))


def untaught(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the competencies that no course teaches, nor any of their objectives; older editions are left out."""
    newest = newest_competencies(catalogue)
    return tuple(each for each in newest if all(course.is_example for course in taught_by(catalogue, each)))


def idle(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the courses that teach no competency and meet no need, nor are said to cover one."""
    said = {by.ref for each in _said(catalogue) for by, _ in catalogue.targets(each, "by")}
    courses = (each for each in catalogue.of_kind("course") if each.ref not in said)
    return tuple(each for each in courses if not catalogue.targets(each, "teaches", "meets"))


def unserved(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the target groups for which nothing is made: no course, channel or activity names them or a wider group.

    What names a profession that is in a group is made for the group too, and so is what is said to cover a need of it.
    """
    made = (*catalogue.of_kind(*_SERVING), *_said(catalogue))
    serving = [each for each in made if not each.is_example]
    served = {each.ref for offer in serving for axis in AXES for each in named(catalogue, offer, axis)}
    groups = catalogue.of_kind("target-group")
    return tuple(each for each in groups if served.isdisjoint(meaning(catalogue, each)))


def _said(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the assessments of one offer: whom they name is served by it."""
    found = catalogue.of_kind("coverage")
    return tuple(each for each in found if each.value.by and not each.is_example)


def overlaps(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return the cells with many offers, most first."""
    found = (each for each in cells if len(each.linked) >= OVERLAP)
    return tuple(sorted(found, key=lambda each: -len(each.linked)))
