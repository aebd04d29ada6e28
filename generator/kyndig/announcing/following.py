"""Which feeds a thing is announced in. A feed is named the same in every language; its name is its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from ..catalogue import Catalogue, Entity, base
from ..coverage import upward
from ..routes import DIVISIBLE
from ..routes.facets import value_id

KIND_FEEDS = {
    "instance": "courses",
    "course": "courses",
    "position": "positions",
    "curriculum": "curricula",
    "plan": "plans",
    "group": "groups",
    "news": "news",
    "gap": "gaps",
}
"""Kind of what is announced → the feed of that kind."""

ABOUT = ("topic", "profession", "target-group", "region", "specialty")
"""Kinds of entity that have a feed each, of everything that concerns them, be it empty."""

_TAGS = {
    "topic": ("topics", "topic", "field"),
    "profession": ("professions",),
    "target-group": ("target_groups",),
    "region": ("regions", "region", "home_region"),
    "specialty": ("specialty",),
}
"""Kind of an entity that things concern → the fields that say so."""

_LISTED = ("form", "language", "duty", "region", "topic", "mode", "provider", "target-group", "profession")
"""Facets of the list of courses whose values have a feed of exactly that list."""

_COURSES = ("course", "instance")


def feeds_of(catalogue: Catalogue, entity: Entity) -> frozenset[str]:
    """Return the names of the feeds that an entity is announced in now, but for those that follow from its kind."""
    return frozenset({*_concerned(catalogue, entity), *_own(catalogue, entity)})


def feeds_of_gap(catalogue: Catalogue, need: Entity, audience: Entity) -> frozenset[str]:
    """Return the names of the feeds that a gap in the coverage of a need for an audience is announced in."""
    wider = upward(catalogue, audience) if audience.kind in ABOUT else ()
    return frozenset({*_concerned(catalogue, need), *(f"{each.kind}/{each.id}" for each in wider)})


def expanded(kind: str, names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the names of all feeds that something is announced in: of everything, of its kind, and of pairs too.

    `pairs` are two kinds each, of those in `ABOUT` or `mode` and `organiser`: what is in a feed of the one and in a feed of
    the other is in the feed of both.
    """
    single = sorted(names)
    return frozenset({"all", KIND_FEEDS[kind], *single, *_joined(single, pairs)})


def _concerned(catalogue: Catalogue, entity: Entity) -> Iterator[str]:
    """Yield the feeds of the topics, professions, groups, regions and specialties that an entity concerns."""
    for kind, fields in _TAGS.items():
        own = [each for each, _ in catalogue.targets(entity, *fields) if each.kind == kind]
        if not own and entity.owner and entity.kind in ("instance", "need", "course"):
            own = [each for each, _ in catalogue.targets(entity.owner, *fields) if each.kind == kind]
        for each in own:
            yield from (f"{kind}/{wider.id}" for wider in upward(catalogue, each))


def _own(catalogue: Catalogue, entity: Entity) -> Iterator[str]:
    """Yield the feeds that only one kind of entity is in."""
    if entity.kind in _COURSES:
        yield from _of_course(catalogue, entity)
    elif entity.kind == "curriculum":
        yield f"curriculum/{base(entity.id)}"
    elif entity.kind == "position":
        yield f"positions/organisation/{entity.value.organisation}"


def _of_course(catalogue: Catalogue, entity: Entity) -> Iterator[str]:
    course = entity if entity.kind == "course" or entity.owner is None else entity.owner
    yield f"course/{course.id}"
    if entity.kind == "instance":
        yield f"mode/{entity.value.mode}"
    for each, _ in catalogue.targets(course, "mandatory_in", "recommended_in"):
        yield f"curriculum/{base(each.id)}"
        yield from (f"specialty/{one.id}" for one, _ in catalogue.targets(each, "specialty"))
    for facet, about in DIVISIBLE["courses"].pairs(catalogue, entity):
        if facet == "provider":
            yield f"organiser/{about.partition(':')[2]}"
        if facet in _LISTED:
            yield f"courses/{facet}/{value_id(about, facet)}"


def _joined(single: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    of: dict[str, list[str]] = {}
    for name in single:
        of.setdefault(name.partition("/")[0], []).append(name)
    for one, other in pairs:
        yield from (f"{a}/{b}" for a, b in product(of.get(one, ()), of.get(other, ())))
