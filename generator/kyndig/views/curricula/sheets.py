"""Competency sheets: one for each competency, made to be printed, filled in and signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import Competency
from ...routes import Page
from ..parts import Cited, Phrase, Shell
from ..reader import Reader
from .assessment import codes
from .competency import Assessment, ObjectiveRow, assessments, objectives, scope_words, time_words
from .curriculum_parts import curriculum_of, group_of
from .papers import Printed, paper_shell


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One assessment to be signed: the method or the card, and its month and purpose where they are set."""

    what: Phrase
    when: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that stands on the sheet of a competency."""

    anchor: str
    number: str
    label: str
    title: Phrase
    statement: Phrase
    scope: tuple[str, ...]
    objectives: tuple[ObjectiveRow, ...]
    rows: tuple[SheetRow, ...]
    assessed: tuple[Assessment, ...]
    roles: tuple[Phrase, ...]
    procedures: tuple[Phrase, ...]
    strategies: tuple[Phrase, ...]
    logbook: tuple[str, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class SheetsView:
    """What the template of the sheets shows."""

    printed: Printed
    sheets: tuple[Sheet, ...]


def paper_sheets(reader: Reader, page: Page) -> tuple[Shell, SheetsView]:
    """Make the sheets of a curriculum, on A5 or A4 as the key of the page says."""
    shell, printed = paper_shell(reader, page)
    return shell, SheetsView(printed, sheets_of(reader, curriculum_of(reader, page)))


def sheets_of(reader: Reader, curriculum: Entity) -> tuple[Sheet, ...]:
    """Return a sheet for each competency of a curriculum."""
    competencies = reader.catalogue.parts(curriculum, "competency")
    return tuple(_sheet(reader, each, len(competencies)) for each in competencies)


def _sheet(reader: Reader, entity: Entity, total: int) -> Sheet:
    value: Competency = entity.value
    label = reader.word("Competency {number} of {total}").format(number=value.id, total=total)
    return Sheet(
        anchor=f"k{value.id}",
        number=value.id,
        label=f"{label} · {reader.title(group_of(reader, entity))}",
        title=reader.say(value.title),
        statement=reader.say(value.statement),
        scope=scope_words(reader, value.scope),
        objectives=objectives(reader, entity),
        rows=tuple(_rows(reader, entity)),
        assessed=assessments(reader, entity, value.assessments),
        roles=_titles(reader, entity, "roles"),
        procedures=_titles(reader, entity, "procedures"),
        strategies=_titles(reader, entity, "strategies"),
        logbook=codes(reader, value.logbook.assessments) if value.logbook else (),
        cited=reader.cite(value.source),
    )


def _titles(reader: Reader, entity: Entity, field: str) -> tuple[Phrase, ...]:
    return tuple(reader.title(each) for each, _ in reader.catalogue.targets(entity, field))


def _rows(reader: Reader, entity: Entity) -> Iterator[SheetRow]:
    """Yield a row for each use of a method, by method; cards come first."""
    uses = entity.value.assessments
    methods = list(dict.fromkeys(use.method for use in uses))
    for use in sorted(uses, key=lambda use: (use.card is None, methods.index(use.method), use.month or 0)):
        method = reader.title(reader.catalogue[f"method:{use.method}"])
        card = reader.title(reader.catalogue.near(entity, "card", use.card)) if use.card else None
        yield SheetRow((card or method).capital, time_words(reader, use))
