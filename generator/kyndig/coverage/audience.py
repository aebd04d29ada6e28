"""Audiences: whom a need concerns, and whether an offer or an assessment speaks of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..catalogue import Catalogue, Entity

AXES = ("target-group", "profession", "region")
"""What a need can be divided by: kinds of entity, each of which is an audience."""

_FIELDS = {
    "target-group": ("target_groups",),
    "profession": ("professions",),
    "region": ("regions", "region"),
}
"""Axis → the fields by which things name audiences of it."""

_WIDER = ("broader", "within")
"""Fields that lead from a thing to the wider one; each kind of thing has one of them at most."""

_PEOPLE, _PLACES = ("target-group", "profession"), ("region",)


def upward(catalogue: Catalogue, entity: Entity) -> tuple[Entity, ...]:
    """Return an audience, a topic or the like, and all that are wider than it, each once, nearest first."""
    found = {entity.ref: entity}
    todo = [entity]
    while todo:
        for wider, _ in catalogue.targets(todo.pop(), *_WIDER):
            if wider.ref not in found:
                found[wider.ref] = wider
                todo.append(wider)
    return tuple(found.values())


def named(catalogue: Catalogue, thing: Entity, axis: str) -> tuple[Entity, ...]:
    """Return the audiences of one axis that something names.

    An activity that names no group has that of its channel; a course that names regions is also for those it is held in.
    """
    found = _own(catalogue, thing, axis)
    if not found and thing.kind == "activity" and axis != "region":
        above = (channel for channel, _ in catalogue.targets(thing, "channel"))
        return tuple(each for channel in above for each in _own(catalogue, channel, axis))
    if found and thing.kind == "course" and axis == "region":
        dates = catalogue.parts(thing, "instance")
        return _once((*found, *(place for each in dates for place in _own(catalogue, each, axis))))
    return found


def asked_for(catalogue: Catalogue, need: Entity, axis: str) -> tuple[Entity, ...]:
    """Return the audiences of one axis that have a need.

    A need that names no region is felt in those of its plan; one that names no profession, in those of its groups.
    """
    found = named(catalogue, need, axis)
    if not found and axis == "region":
        return named(catalogue, need.document, axis)
    if not found and axis == "profession":
        groups = named(catalogue, need, "target-group")
        return _once(each for group in groups for each in named(catalogue, group, axis))
    return found


def concerns(catalogue: Catalogue, need: Entity, audience: Entity) -> bool:
    """Tell whether a need is one of an audience: it names the audience or a wider one."""
    asked = {each.ref for each in asked_for(catalogue, need, audience.kind)}
    return bool(asked) and any(each.ref in asked for each in upward(catalogue, audience))


def meant_by(catalogue: Catalogue, thing: Entity, audience: Entity) -> tuple[Entity, ...] | None:
    """Return by what an offer or assessment speaks of an audience, or None where it does not.

    It does where it names the audience or a wider one. Naming nobody at all is speaking of all who have the need: the
    result is then empty. A profession is meant with a group that it is in, and a group with its professions.
    """
    axes = _PLACES if audience.kind == "region" else _PEOPLE
    names = [each for axis in axes for each in named(catalogue, thing, axis)]
    if not names:
        return ()
    meanings = meaning(catalogue, audience)
    return tuple(each for each in names if each.ref in meanings) or None


def meaning(catalogue: Catalogue, audience: Entity) -> frozenset[str]:
    """Return whatever names an audience: itself, wider ones, and groups of people beside their professions."""
    own = upward(catalogue, audience)
    if audience.kind == "profession":
        groups = (
            group for each in own for group, _ in catalogue.origins(each, "professions")
            if group.kind == "target-group"
        )  # fmt: skip
        own += tuple(wider for group in groups for wider in upward(catalogue, group))
    elif audience.kind == "target-group":
        professions = named(catalogue, audience, "profession")
        own += tuple(wider for each in professions for wider in upward(catalogue, each))
    return frozenset(each.ref for each in own)


def is_limited(catalogue: Catalogue, assessment: Entity, need: Entity, audience: Entity | None) -> bool:
    """Tell whether an assessment holds for some only of those in question: in one region of several, say."""
    if audience is None:
        return _leaves_out(catalogue, assessment, need, _PEOPLE) or _leaves_out(
            catalogue, assessment, need, _PLACES
        )
    if audience.kind == "region":
        return _leaves_out(catalogue, assessment, need, _PEOPLE)
    own = {each.ref for each in upward(catalogue, audience)}
    names = [each for axis in _PEOPLE for each in named(catalogue, assessment, axis)]
    through_others = bool(names) and not any(each.ref in own for each in names)
    aside = audience.kind == "target-group" and through_others
    return aside or _leaves_out(catalogue, assessment, need, _PLACES)


def _leaves_out(catalogue: Catalogue, assessment: Entity, need: Entity, axes: tuple[str, ...]) -> bool:
    """Tell whether an assessment names people, or places, but not all that have the need."""
    names = {each.ref for axis in axes for each in named(catalogue, assessment, axis)}
    asked = (asked_for(catalogue, need, axis) for axis in axes)
    return bool(names) and not any(_all_in(catalogue, each, names) for each in asked)


def _all_in(catalogue: Catalogue, audiences: Collection[Entity], names: Collection[str]) -> bool:
    return bool(audiences) and all(
        any(wider.ref in names for wider in upward(catalogue, each)) for each in audiences
    )


def _own(catalogue: Catalogue, thing: Entity, axis: str) -> tuple[Entity, ...]:
    return tuple(each for each, _ in catalogue.targets(thing, *_FIELDS[axis]) if each.kind == axis)


def _once(audiences: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple({each.ref: each for each in audiences}.values())
