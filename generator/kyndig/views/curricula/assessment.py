"""How a curriculum assesses: every competency by every method, with its purpose and month, as a table that is a picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import AssessmentUse, Competency, Curriculum
from ...routes import Page
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from .competency import time_words
from .curriculum_parts import Tab, capital_link, curriculum_of, groups, subpage, tabs


@dataclass(frozen=True, slots=True)
class Mark:
    """One use of a method: `look` is `card`, `open` (formative), `hit` (decides) or empty; `words` say it in full.

    `sign` is what stands in the mark: the number of the card, or the month. A use without either has no sign.
    """

    look: str
    sign: str
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A method, with its code where it has one, and how many competencies it assesses."""

    method: Linked
    code: Phrase | None
    count: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One competency: `cells` stand under the columns; `logbook` is how the logbook says it is assessed."""

    competency: Linked
    cells: tuple[tuple[Mark, ...], ...]
    logbook: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """The competencies of an area, or of a role."""

    heading: Linked
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Competencies by method. `bare` are those that neither a card nor an assessment with a month reaches."""

    columns: tuple[Column, ...]
    blocks: tuple[MatrixBlock, ...]
    bare: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """What the template of the assessment shows."""

    tabs: tuple[Tab, ...]
    matrix: Matrix
    schedule: str
    cards: tuple[Linked, ...]


def curriculum_assessment(reader: Reader, page: Page) -> tuple[Shell, AssessmentView]:
    """Make the page of how each competency is assessed."""
    entity = curriculum_of(reader, page)
    matrix = matrix_of(reader, entity)
    cards = tuple(map(reader.link, reader.catalogue.parts(entity, "card")))
    body = AssessmentView(tabs(reader, page), matrix, reader.href(f"{entity.ref}#schedule"), cards)
    lead = reader.word("Every competency with the methods that assess it, for what and when.")
    return subpage(reader, page, reader.word("Competencies by method"), lead), body


def matrix_of(reader: Reader, entity: Entity) -> Matrix:
    """Return the competencies of a curriculum by the methods of its list, in the order in which these first appear."""
    value: Curriculum = entity.value
    methods = tuple(dict.fromkeys(use.method for each in value.competencies for use in each.assessments))
    blocks = tuple(
        MatrixBlock(group.link, tuple(_row(reader, each, methods) for each in group.members))
        for group in groups(reader, entity)
    )
    competencies = reader.catalogue.parts(entity, "competency")
    bare = tuple(reader.link(each) for each in competencies if _is_bare(each.value))
    return Matrix(tuple(_column(reader, value, each) for each in methods), blocks, bare)


def _is_bare(value: Competency) -> bool:
    return not any(use.card or use.month for use in value.assessments)


def _column(reader: Reader, value: Curriculum, method: str) -> Column:
    count = sum(any(use.method == method for use in each.assessments) for each in value.competencies)
    link = capital_link(reader, f"method:{method}")
    return Column(link, reader.maybe(reader.catalogue[f"method:{method}"].value.code), count)


def _row(reader: Reader, entity: Entity, methods: tuple[str, ...]) -> MatrixRow:
    value: Competency = entity.value
    cells = tuple(
        tuple(_mark(reader, entity, use) for use in value.assessments if use.method == method)
        for method in methods
    )
    logbook = value.logbook.assessments if value.logbook else ()
    return MatrixRow(reader.link(entity), cells, codes(reader, logbook))


def _mark(reader: Reader, entity: Entity, use: AssessmentUse) -> Mark:
    if use.card:
        card = reader.link(reader.catalogue.near(entity, "card", use.card))
        return Mark("card", use.card, card.title.text, card.href)
    words = time_words(reader, use)
    if use.month:
        return Mark("hit" if use.purpose == "summative" else "open", str(use.month), words)
    return Mark("", "", words or reader.word("yes"))


def codes(reader: Reader, uses: Iterable[AssessmentUse]) -> tuple[str, ...]:
    """Return methods in short, as a logbook writes them: the code and the number of the card, or the name."""
    named = []
    for use in uses:
        method = reader.catalogue[f"method:{use.method}"]
        name = reader.maybe(method.value.code) or reader.title(method)
        named.append(f"{name.capital} {use.card}" if use.card else name.capital.text)
    return tuple(dict.fromkeys(named))
