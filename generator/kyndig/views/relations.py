"""What a page refers to, and what refers to it: written once, shown on both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..catalogue import Entity, Relation
from .kinds import LABELS, ORDER
from .parts import Linked, Related
from .reader import Reader

_STRUCTURE = ("document", "source", "disagreements", "accepted")
_SUBPAGES = {
    "curriculum": (
        "sections",
        "history",
        "registries",
        "theory",
        "exposure",
        "figures",
        "bodies",
        "links",
        "assessment",
        "schedule",
    )
}
"""Kind → fields that are shown on other pages than the entity's first."""
_MAIN = (
    "need",
    "plan",
    "statement",
    "position",
    "competency",
    "objective",
    "curriculum",
    "course",
    "instance",
    "news",
)


def related(reader: Reader, entity: Entity) -> tuple[Related, ...]:
    """Return what an entity and its parts without a page refer to, and what refers to them, by kind."""
    pairs = [
        (reader.catalogue[other], relation)
        for each in _shown_here(reader, entity)
        for other, relation in _relations(reader, each)
        if relation.field not in _STRUCTURE
    ]
    return _by_kind(reader, entity, pairs)


def _relations(reader: Reader, entity: Entity) -> Iterator[tuple[str, Relation]]:
    elsewhere = _SUBPAGES.get(entity.kind, ())
    for relation in reader.catalogue.outgoing_of(entity):
        if relation.field not in elsewhere:
            yield relation.target, relation
    for relation in reader.catalogue.incoming_of(entity):
        yield relation.origin, relation


def _shown_here(reader: Reader, entity: Entity) -> Iterable[Entity]:
    """Yield the entity and the parts that are shown on its page."""
    yield entity
    for part in reader.catalogue.below(entity):
        if reader.site.anchors.get(part.ref, ("",))[0] == entity.ref:
            yield part


def _by_kind(reader: Reader, entity: Entity, pairs: list[tuple[Entity, Relation]]) -> tuple[Related, ...]:
    elsewhere = (
        (other, relation)
        for other, relation in pairs
        if reader.site.has(other.ref, reader.language)
        and all(above.ref != entity.ref for above in other.chain())
        and reader.site.anchors.get(other.ref, ("",))[0] != entity.ref
    )
    kinds = rows_by_kind(reader, elsewhere, _part_of)
    return tuple(
        Related(
            reader.word(LABELS[kind]), tuple(kinds[kind].values()), kind in _MAIN or _explained(kinds[kind])
        )
        for kind in ORDER
        if kind in kinds
    )


def rows_by_kind(
    reader: Reader,
    pairs: Iterable[tuple[Entity, Relation]],
    meta: Callable[[Reader, Entity], tuple[str, ...]],
) -> dict[str, dict[str, Linked]]:
    """Return links by kind and reference, each entity once, with every reason that a relation gives."""
    kinds: dict[str, dict[str, Linked]] = {}
    for entity, relation in pairs:
        row = kinds.setdefault(entity.kind, {})
        link = reader.link(entity, relation.why, meta=meta(reader, entity))
        row[entity.ref] = _joined(row[entity.ref], link) if entity.ref in row else link
    return kinds


def _joined(first: Linked, other: Linked) -> Linked:
    """Return one link for two to the same thing."""
    if first.why is None or other.why is None or other.why in first.reasons:
        return first if first.why else other
    return replace(first, also=(*first.also, other.why))


def _explained(links: dict[str, Linked]) -> bool:
    return any(link.why for link in links.values())


def _part_of(reader: Reader, entity: Entity) -> tuple[str, ...]:
    if entity.kind in ("competency", "statement", "need", "objective", "card", "channel", "purpose"):
        return (reader.title(entity.document).text,)
    return ()
