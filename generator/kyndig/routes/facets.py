"""Facets: what divides a list, so that readers can look at the part they came for.

Here stands which lists have which facets, and which of their entities have which values. What a facet is called and how
its values are worded is decided in the views.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue, Entity

Pair = tuple[str, str]
"""Name of a facet and one value: the reference of an entity, or the name of a choice such as `online`."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet of a list, with the entities that have it, themselves or through a part of theirs."""

    list: str
    facet: str
    about: str
    members: frozenset[str]

    @property
    def mark(self) -> str:
        """What stands for the value on rows and in addresses of refined lists, the same in every language."""
        return f"{self.facet}.{value_id(self.about, self.facet)}"

    @property
    def key(self) -> str:
        """The key of the page that shows what has the value."""
        return f"{self.list}/{self.mark.replace('.', '/', 1)}"


@dataclass(frozen=True, slots=True)
class Divided:
    """A list with its facets: the values of each, and the marks of every entity on the list by reference."""

    facets: Mapping[str, tuple[Value, ...]]
    marks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Divisible:
    """How a list is divided: its kind of entity, its facets in order, and how to find the values of one entity.

    `part` is the kind of those parts that stand on the list too, each with values of its own.
    """

    kind: str
    facets: tuple[str, ...]
    pairs: Callable[[Catalogue, Entity], Iterator[Pair]]
    part: str = ""


def _course(catalogue: Catalogue, entity: Entity) -> Iterator[Pair]:
    """Yield the values of a course, or of one of its dates, which has those of its course beside its own."""
    if entity.kind == "instance" and entity.owner:
        value = entity.value
        place = tuple(_refs(catalogue, entity, "region", "region"))
        yield from place
        yield "month", f"{value.start:%Y-%m}"
        yield "mode", value.mode
        yield from (("language", each) for each in value.languages)
        yield from (pair for pair in _course(catalogue, entity.owner) if pair[0] != "region" or not place)
        return
    yield from _refs(catalogue, entity, "region", "regions")
    yield from _refs(catalogue, entity, "topic", "topics")
    yield from _refs(catalogue, entity, "form", "form")
    yield from _refs(catalogue, entity, "provider", "provider", "organisers")
    if entity.document is not entity and not entity.value.provider:
        yield from _refs(catalogue, entity.document, "provider", "provider")
    yield from _refs(catalogue, entity, "target-group", "target_groups")
    yield from _refs(catalogue, entity, "profession", "professions")
    yield from (
        ("duty", name) for name in ("mandatory", "recommended") if getattr(entity.value, f"{name}_in")
    )


def _competency(catalogue: Catalogue, entity: Entity) -> Iterator[Pair]:
    """Yield the values of a competency; those of older editions have none and are on no list."""
    if not entity.is_current:
        return
    yield "curriculum", entity.document.ref
    yield from _refs(catalogue, entity, "area", "area")
    yield from _refs(catalogue, entity, "role", "roles")
    yield from _refs(catalogue, entity, "method", "assessments")
    yield from (("due", str(use.month)) for use in entity.value.assessments if use.month)
    yield from _refs(catalogue, entity, "strategy", "strategies")
    yield from _refs(catalogue, entity, "topic", "topics")


def _statement(catalogue: Catalogue, entity: Entity) -> Iterator[Pair]:
    value = entity.value
    yield from _refs(catalogue, entity, "topic", "topics")
    actors = tuple(_refs(catalogue, entity, "actor", "addressees"))
    yield from actors or (("actor", "nobody"),)
    if value.modality:
        yield "strength", value.modality
    yield "stance", value.stance
    yield from _refs(catalogue, entity.document, "organisation", "organisation")
    yield from _refs(catalogue, entity, "care-level", "care_levels")
    yield from _refs(catalogue, entity, "profession", "professions")


def _need(catalogue: Catalogue, entity: Entity) -> Iterator[Pair]:
    yield "plan", entity.document.ref
    yield "kind", entity.value.type
    yield from _refs(catalogue, entity, "target-group", "target_groups")
    yield from _refs(catalogue, entity, "profession", "professions")
    yield from _refs(catalogue, entity, "topic", "topics")
    yield from _refs(catalogue, entity if entity.value.regions else entity.document, "region", "regions")
    yield from _refs(catalogue, entity, "care-level", "care_levels")
    yield from (("horizon", each) for each in entity.value.horizon)


def _covered(catalogue: Catalogue, entity: Entity) -> Iterator[Pair]:
    """Yield the values by which needs are looked at in the matrix of coverage."""
    regions = tuple(
        _refs(catalogue, entity if entity.value.regions else entity.document, "region", "regions")
    )
    yield from (("country", each) for _, ref in regions for each in _countries(catalogue, catalogue[ref]))
    yield from regions
    yield from (pair for pair in _need(catalogue, entity) if pair[0] in ("target-group", "kind", "horizon"))


def _countries(catalogue: Catalogue, region: Entity) -> Iterator[str]:
    """Yield the country that a region is, or lies in."""
    seen: set[str] = set()
    while region.ref not in seen and region.value.type != "country":
        seen.add(region.ref)
        region = next((each for each, _ in catalogue.targets(region, "within")), region)
    if region.value.type == "country":
        yield region.ref


DIVISIBLE = {
    "courses": Divisible(
        "course",
        (
            "region",
            "month",
            "topic",
            "form",
            "mode",
            "provider",
            "target-group",
            "profession",
            "language",
            "duty",
        ),
        _course,
        "instance",
    ),
    "competencies": Divisible(
        "competency", ("curriculum", "area", "role", "method", "due", "strategy", "topic"), _competency
    ),
    "positions/statements": Divisible(
        "statement",
        ("topic", "actor", "strength", "stance", "organisation", "care-level", "profession"),
        _statement,
    ),
    "needs": Divisible(
        "need",
        ("plan", "kind", "target-group", "profession", "topic", "region", "care-level", "horizon"),
        _need,
    ),
    "needs/coverage": Divisible("need", ("country", "region", "target-group", "kind", "horizon"), _covered),
}
"""Key of a list → how it is divided."""


def divide(catalogue: Catalogue) -> dict[str, Divided]:
    """Divide every list that can be by the facets that do: those with two values at least."""
    return {key: _divide(catalogue, key, how) for key, how in DIVISIBLE.items()}


def _divide(catalogue: Catalogue, key: str, how: Divisible) -> Divided:
    members: dict[str, dict[str, set[str]]] = {facet: {} for facet in how.facets}
    pairs: dict[str, tuple[Pair, ...]] = {}
    for entity in catalogue.of_kind(how.kind):
        parts = catalogue.parts(entity, how.part) if how.part else ()
        for each in (entity, *parts):
            pairs[each.ref] = tuple(dict.fromkeys(how.pairs(catalogue, each)))
            for facet, about in pairs[each.ref]:
                members[facet].setdefault(about, set()).add(entity.ref)
    facets = {
        facet: tuple(Value(key, facet, about, frozenset(refs)) for about, refs in values.items())
        for facet, values in members.items()
        if len(values) > 1
    }
    marks = {(value.facet, value.about): value.mark for values in facets.values() for value in values}
    return Divided(
        facets, {ref: tuple(marks[pair] for pair in found if pair in marks) for ref, found in pairs.items()}
    )


def _refs(catalogue: Catalogue, entity: Entity, facet: str, *fields: str) -> Iterator[Pair]:
    """Yield what an entity refers to through some fields, as values of a facet."""
    kinds = _KINDS.get(facet, (facet,))
    yield from (
        (facet, target.ref) for target, _ in catalogue.targets(entity, *fields) if target.kind in kinds
    )


_KINDS = {"country": ("region",), "provider": ("organisation",), "actor": ("organisation", "target-group")}
"""Facets that are not called after the kind of their values."""


def value_id(about: str, facet: str) -> str:
    """Return a value in the letters of an address; with its kind where a facet has values of several."""
    kind, colon, name = about.rpartition(":")
    return (f"{kind}-{name}" if colon and len(_KINDS.get(facet, ())) > 1 else name).replace("/", "-")
