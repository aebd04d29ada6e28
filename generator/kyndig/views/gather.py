"""Gather what refers to a thing, under the names of the kinds, for pages that show more than links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..catalogue import Entity, Relation
from ..routes import Page
from .parts import Linked, Phrase, Related, Shell
from .pieces import vague
from .reader import Reader
from .relations import rows_by_kind
from .shell import Head, list_shell


def listing(reader: Reader, page: Page, lead: str, line: str = "", crumbs: tuple[Linked, ...] = ()) -> Shell:
    """Frame a list under its own title."""
    return list_shell(reader, page, Head(lead=Phrase(lead), line=line, crumbs=crumbs))


def with_figure(shell: Shell, number: int, small: str) -> Shell:
    """Hang a count in the margin of a page, with the word for what is counted; nothing for none."""
    return replace(shell, number=str(number), number_small=small) if number else shell


def plurals(reader: Reader) -> dict[str, str]:
    """Return the names of several things of a kind."""
    return {
        "plan": reader.word("Plans"),
        "need": reader.word("Needs"),
        "statement": reader.word("Statements"),
        "position": reader.word("Positions"),
        "course": reader.word("Courses"),
        "channel": reader.word("Channels"),
        "activity": reader.word("Activities"),
        "target-group": reader.word("Target groups"),
        "group": reader.word("Working groups"),
        "organisation": reader.word("Organisations"),
    }


def gather(reader: Reader, pairs: Iterable[tuple[Entity, Relation]], *kinds: str) -> tuple[Related, ...]:
    """Return links to the entities of some kinds, each once, kind by kind in the order named."""
    rows = rows_by_kind(reader, (pair for pair in pairs if pair[0].kind in kinds), details)
    names = plurals(reader)
    return tuple(Related(names[kind], tuple(rows[kind].values())) for kind in kinds if kind in rows)


def details(reader: Reader, entity: Entity) -> tuple[str, ...]:
    """Return the few words that tell an entity from its like: when it is done, or what it is part of."""
    if entity.kind == "activity":
        when = vague(reader, entity.value.when)
        state = reader.word("done") if entity.value.done else reader.word("planned")
        return (when, state) if when else (state,)
    if entity.kind in ("need", "statement", "channel"):
        return (reader.title(entity.document).text,)
    return ()
