"""The page of what is missing: needs, competencies, courses and groups to which nothing is linked, and overlaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...catalogue import Entity
from ...coverage import OVERLAP, idle, overlaps, unmet, unserved, untaught
from ...routes import Page
from ..gather import with_figure
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, list_link, list_shell
from .matrix import all_cells, matrices
from .pages import Places, places, ways


@dataclass(frozen=True, slots=True)
class Missing:
    """One list: what is missing, the rule in words, and what it finds; `none` is said where it finds nothing."""

    id: str
    heading: str
    rule: str
    none: str
    rows: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class GapsView:
    """What the page of what is missing shows."""

    ways: tuple[tuple[Linked, bool], ...]
    lists: tuple[Missing, ...]
    overlaps: tuple[Places, ...]
    overlap: int
    places: int


def list_needs_coverage_gaps(reader: Reader, page: Page) -> tuple[Shell, GapsView]:
    """Make the page of what is missing."""
    catalogue = reader.catalogue
    lists = (
        Missing(
            "needs",
            reader.word("Needs that nothing meets"),
            reader.word("No course, competency, channel or activity is linked to them."),
            reader.word("Something is linked to every need."),
            _rows(reader, unmet(catalogue)),
        ),
        Missing(
            "groups",
            reader.word("Groups that nobody serves"),
            reader.word(
                "No course, channel or activity names them, a wider group or a profession of theirs."
            ),
            reader.word("Something is made for every group."),
            _rows(reader, unserved(catalogue)),
        ),
        Missing(
            "competencies",
            reader.word("Competencies that no course teaches"),
            reader.word("No course on this site says that it teaches them or one of their objectives."),
            reader.word("Every competency is taught in a course."),
            _rows(reader, untaught(catalogue)),
        ),
        Missing(
            "courses",
            reader.word("Courses that teach nothing we know of"),
            reader.word("They name no competency that they teach, and no need that they meet."),
            reader.word("Every course teaches a competency or meets a need."),
            _rows(reader, idle(catalogue)),
        ),
    )
    cells = overlaps(all_cells(matrices(reader, catalogue.of_kind("need"), "target-group")))
    lead = reader.word(
        "What nothing is linked to on this site. That nothing is linked does not mean that there is nothing: it may not"
        " have been written down yet."
    )
    crumbs = (list_link(reader, "needs"), list_link(reader, "needs/coverage"))
    shell = list_shell(reader, page, Head(lead=Phrase(lead), line="need", crumbs=crumbs))
    unlinked = len(lists[0].rows)
    body = GapsView(ways(reader, page.key), lists, places(reader, cells), OVERLAP, len(cells))
    words = reader.words.ngettext("need without a link", "needs without a link", unlinked)
    return with_figure(shell, unlinked, words), body


def _rows(reader: Reader, entities: Iterable[Entity]) -> tuple[Linked, ...]:
    return tuple(reader.link(each, meta=_within(reader, each)) for each in entities)


def _within(reader: Reader, entity: Entity) -> tuple[str, ...]:
    """Return what a part is part of, where that tells it from its like."""
    return (reader.title(entity.document).text,) if entity.kind == "need" else ()
