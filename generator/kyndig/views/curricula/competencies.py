"""The competencies of all curricula in one list, to be refined by role, method, month and more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ...catalogue import Entity
from ...routes import Page
from ..facets import Sieve, count, listed, marked, sieve, sifted_shell
from ..gather import with_figure
from ..kinds import LINES
from ..parts import Linked, Marks, Phrase, Shell
from ..reader import Reader
from ..shell import Head, list_link
from .curriculum_parts import capital_link, competency_rows, group_of


@dataclass(frozen=True, slots=True)
class CompetencyGroup:
    """The competencies of one area or role of a curriculum that stand on the page."""

    anchor: str
    link: Linked
    curriculum: Linked
    rows: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class CompetenciesView:
    """What the list of competencies shows; the curriculum is named where there are several."""

    sieve: Sieve
    groups: tuple[CompetencyGroup, ...]
    several: bool


def list_competencies(reader: Reader, page: Page) -> tuple[Shell, CompetenciesView]:
    """Make the list of competencies, or of those that have one value; older editions are left out."""
    every = listed(reader, page, reader.catalogue.of_kind("competency"))
    found = tuple(each for each in every if each.is_current)
    groups = tuple(_groups(reader, page, found))
    counts = (count(reader, len(found), "{count} competency", "{count} competencies"),)
    head = Head(
        lead=Phrase(reader.word("What must be learnt in every curriculum, and how it is assessed.")),
        line=LINES["competency"],
        crumbs=(list_link(reader, "curricula"),),
    )
    several = len({each.curriculum.href for each in groups}) > 1
    shell = with_figure(
        sifted_shell(reader, page, head),
        len(found),
        reader.words.ngettext("competency", "competencies", len(found)),
    )
    return shell, CompetenciesView(sieve(reader, page, counts), groups, several)


def _groups(reader: Reader, page: Page, found: tuple[Entity, ...]) -> Iterator[CompetencyGroup]:
    members: dict[tuple[str, str], list[Entity]] = {}
    for each in found:
        members.setdefault((each.document.ref, group_of(reader, each).ref), []).append(each)
    for number, ((document, owner), group) in enumerate(members.items(), 1):
        yield CompetencyGroup(
            f"g{number}",
            capital_link(reader, owner),
            reader.link(document),
            tuple(marked(reader, page, each, partial(_row, reader, each)) for each in group),
        )


def _row(reader: Reader, entity: Entity, its: Marks) -> Linked:
    (row,) = competency_rows(reader, (entity,))
    return replace(row, marks=its)
