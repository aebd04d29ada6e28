"""The versions of a curriculum in time, and what people have decided on their items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from ..catalogue import Catalogue, Entity, base, in_order
from .match import How, Key, Matching, Pair, match
from .outline import Item, Outline, outline


def versions(catalogue: Catalogue, entity: Entity) -> tuple[Entity, ...]:
    """Return all versions of a curriculum in the order in which they come into force."""
    same = (each for each in catalogue.of_kind("curriculum") if base(each.id) == base(entity.id))
    return tuple(sorted(same, key=lambda each: in_order(each.value)))


@dataclass(frozen=True, slots=True)
class Step:
    """A version and the one before it, with what is compared of both and which of their items are the same."""

    before: Entity
    after: Entity
    older: Outline
    newer: Outline
    matching: Matching


def steps(catalogue: Catalogue, entity: Entity) -> tuple[Step, ...]:
    """Return the steps from each version of a curriculum to the next."""
    return tuple(_step(catalogue, *pair) for pair in pairwise(versions(catalogue, entity)))


def _step(catalogue: Catalogue, before: Entity, after: Entity) -> Step:
    older, newer = (outline(each.value, each.entry.languages) for each in (before, after))
    return Step(before, after, older, newer, match(older, newer, decided(catalogue, after, newer)))


def follow(steps: tuple[Step, ...], before: str, after: str) -> Step:
    """Return the step between any two versions of a curriculum, from the earlier to the later, by way of those between.

    Versions are given by name; raises ValueError where the first does not come before the second.
    """
    begins = [place for place, step in enumerate(steps) if step.older.version == before]
    ends = [place for place, step in enumerate(steps) if step.newer.version == after]
    way = steps[begins[0] : ends[0] + 1] if begins and ends else ()
    if not way:
        raise ValueError(f"{before} does not come before {after}")
    matching = reduce(Matching.then, (step.matching for step in way))
    return Step(way[0].before, way[-1].after, way[0].older, way[-1].newer, matching)


def decided(catalogue: Catalogue, after: Entity, newer: Outline) -> dict[Key, How | None]:
    """Return what people have said of the items of a version and the one before.

    It stands in the version itself (`replaces`) and in the file `mapping.yaml` beside it.
    """
    found: dict[Key, How | None] = {}
    mapping = catalogue.entities.get(f"mapping:{base(after.id)}")
    for each in mapping.value.matches if mapping else ():
        if each.version == after.value.version and each.same != "ask":
            found[each.kind, each.was, each.now] = "confirmed" if each.same == "yes" else None
    return found | {(item.kind, was, item.id): "replaces" for item in newer.items for was in item.replaces}


def open_pairs(step: Step) -> Iterator[tuple[Pair, Item, Item]]:
    """Yield the pairs that nobody has confirmed, each with its items."""
    for pair in step.matching.pairs:
        if pair.how == "alike":
            yield pair, step.older.by_id[pair.kind, pair.was], step.newer.by_id[pair.kind, pair.now]
