"""Gather what refers to a thing, under the names of the kinds, for pages that show more than links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..catalogue import Entity, Relation
from ..locales.dates import format_vague
from .parts import Linked, Related, Shell
from .reader import Reader


def with_figure(shell: Shell, number: int, small: str) -> Shell:
    """Hang a count in the margin of a page, with the word for what is counted; nothing where there is none."""
    return replace(shell, number=str(number), number_small=small) if number else shell


def plurals(reader: Reader) -> dict[str, str]:
    """Return the names of several things of a kind."""
    return {
        "plan": reader.word("Plans"), "need": reader.word("Needs"), "statement": reader.word("Statements"),
        "position": reader.word("Positions"), "course": reader.word("Courses"), "channel": reader.word("Channels"),
        "activity": reader.word("Activities"), "target-group": reader.word("Target groups"),
        "group": reader.word("Working groups"), "organisation": reader.word("Organisations"),
    }


def gather(reader: Reader, pairs: Iterable[tuple[Entity, Relation]], *kinds: str) -> tuple[Related, ...]:
    """Return links to the entities of some kinds, each once, kind by kind in the order named."""
    rows: dict[str, dict[str, Linked]] = {kind: {} for kind in kinds}
    for entity, relation in pairs:
        if entity.kind in rows:
            row = rows[entity.kind]
            link = reader.link(entity, relation.why, meta=details(reader, entity))
            if entity.ref not in row or (link.why and not row[entity.ref].why):
                row[entity.ref] = link
    names = plurals(reader)
    return tuple(Related(names[kind], tuple(rows[kind].values())) for kind in kinds if rows[kind])


def details(reader: Reader, entity: Entity) -> tuple[str, ...]:
    """Return the few words that tell an entity from its like: when it is done, or which document it is part of."""
    if entity.kind == "activity":
        when = format_vague(entity.value.when, reader.language)
        return (when, reader.word("done") if entity.value.done else reader.word("planned"))
    if entity.kind in ("need", "statement", "channel"):
        return (reader.title(entity.document).text,)
    return ()
