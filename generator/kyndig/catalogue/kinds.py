"""Which parts of a record are entities of their own, with an address that others can refer to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..records import FOLDERS, VOCABULARIES

PARTS: dict[str, dict[str, str]] = {
    "curriculum": {
        "functional_areas": "functional-area",
        "areas": "area",
        "competencies": "competency",
        "cards": "card",
        "procedures": "procedure",
        "requirements": "requirement",
    },
    "competency": {"objectives": "objective"},
    "catalogue": {"courses": "course"},
    "course": {"instances": "instance"},
    "position": {"sections": "section"},
    "section": {"parts": "part"},
    "part": {"statements": "statement"},
    "plan": {"needs": "need", "channels": "channel", "activities": "activity", "coverage": "coverage"},
    "group": {"purposes": "purpose"},
}
"""Kind → its fields whose items are entities → the kind of those items."""


def _documents() -> dict[str, str]:
    owners = {
        part: owner for owner, parts in PARTS.items() for part in parts.values() if owner != "catalogue"
    }

    def document(kind: str) -> str:
        return document(owners[kind]) if kind in owners else kind

    return {part: document(part) for part in owners}


DOCUMENTS = _documents()
"""Kind of a part → the kind of the file that it stands in."""

KINDS = frozenset(
    {
        *(name for name, _ in VOCABULARIES.values()),
        *(kind.name for kinds in FOLDERS.values() for kind in kinds),
        *DOCUMENTS,
    }
)
"""Every kind there is."""

_FREE = {"catalogue": "course"}
_FROM_DOCUMENT = {"section", "part", "statement"}


def part_id(kind: str, owner_kind: str, owner_id: str, document_id: str, own: str) -> str:
    """Return the id of a part: that of its owner and its own.

    A course of a catalogue stands free; a section and a statement are numbered by document.
    """
    if owner_kind in _FREE:
        return own
    if kind in _FROM_DOCUMENT:
        return f"{document_id}/{own}" if kind != "part" else f"{owner_id}/{own}"
    return f"{owner_id}/{own}"


def parts_of(kind: str, value: Any) -> Iterator[tuple[str, str, int, Any]]:
    """Yield every part of an entity as (field, kind of the part, index, part)."""
    for field, part_kind in PARTS.get(kind, {}).items():
        for index, part in enumerate(getattr(value, field)):
            yield field, part_kind, index, part
