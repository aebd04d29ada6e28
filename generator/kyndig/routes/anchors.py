"""Places on pages: where an entity is shown that has no page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue

_ANCHORED = {
    "objective": ("competency", "m"),
    "channel": ("plan", "c"),
    "activity": ("plan", "a-"),
    "purpose": ("group", "p-"),
    "instance": ("course", "i-"),
    "section": ("position", "s"),
}
"""Kinds that are shown on their owner's page → the owner's kind and the beginning of the anchor."""


def anchors(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the reference of each such entity, with the key of the page that shows it and the anchor there."""
    for entity in catalogue.entities.values():
        if entity.kind in _ANCHORED:
            owner_kind, prefix = _ANCHORED[entity.kind]
            owner = next(above for above in entity.chain() if above.kind == owner_kind)
            yield entity.ref, (owner.ref, prefix + entity.value.id)
        elif entity.kind == "coverage":
            for need, _ in catalogue.targets(entity, "need"):
                yield entity.ref, (need.ref, f"k-{entity.id.replace('/', '-')}")
        elif entity.kind == "term":
            yield entity.ref, ("terms", entity.id)
        elif entity.kind == "functional-area":
            yield entity.ref, (f"{entity.document.ref}#background", f"f-{entity.value.id}")
        elif entity.kind in ("procedure", "requirement"):
            yield entity.ref, (f"{entity.document.ref}#requirements", f"{entity.kind[0]}-{entity.value.id}")
