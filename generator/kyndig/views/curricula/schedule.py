"""When a curriculum assesses: the year as a picture, a table and month by month, and the rules."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import Curriculum, Scheduled
from ...routes import Page
from ..parts import Cited, Linked, Phrase, Shell
from ..reader import Reader
from .curriculum_parts import Passage, Tab, capital_link, curriculum_of, passages, subpage, tabs
from .due import DueMonth, months_of
from .year import Year, due, due_words, year_of_curriculum


@dataclass(frozen=True, slots=True)
class Row:
    """One method in the table of the year; `cells` stand under `ScheduleView.months`: the purpose, and what is due."""

    method: Linked
    times: int
    cells: tuple[tuple[str, str], ...]
    sufficiency: Phrase | None
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """What the template of the schedule shows."""

    tabs: tuple[Tab, ...]
    year: Year | None
    months: tuple[str, ...]
    rows: tuple[Row, ...]
    due: tuple[DueMonth, ...]
    end: str
    requirements: tuple[Linked, ...]
    free: tuple[Linked, ...]
    passages: tuple[Passage, ...]
    matrix: str


def curriculum_schedule(reader: Reader, page: Page) -> tuple[Shell, ScheduleView]:
    """Make the page of the year's assessments."""
    lead = reader.word("When the assessments are, which of them decide, and what must be there in the end.")
    body = schedule_of(reader, curriculum_of(reader, page), tabs(reader, page))
    return subpage(reader, page, reader.word("Assessment and months"), lead), body


def schedule_of(reader: Reader, entity: Entity, row: tuple[Tab, ...] = ()) -> ScheduleView:
    """Return the year of a curriculum; `row` are the links to its other pages."""
    value: Curriculum = entity.value
    months = _months(value)
    return ScheduleView(
        tabs=row,
        year=year_of_curriculum(reader, entity),
        months=tuple(_month(reader, each) for each in months),
        rows=tuple(_row(reader, entity, each, months) for each in value.schedule),
        due=months_of(reader, entity),
        end=_month(reader, value.months),
        requirements=tuple(map(reader.link, reader.catalogue.parts(entity, "requirement"))),
        free=_free(reader, value),
        passages=passages(reader, entity, value.assessment, "a"),
        matrix=reader.href(f"{entity.ref}#assessment"),
    )


def _months(value: Curriculum) -> tuple[int, ...]:
    months = {month for each in value.schedule for month in (*each.formative_months, *each.summative_months)}
    return tuple(sorted(months))


def _month(reader: Reader, month: int) -> str:
    return reader.word("month {number}").format(number=month)


def _cell(reader: Reader, entity: Entity, scheduled: Scheduled, month: int) -> tuple[str, str]:
    """Return the purposes of a method in a month, and the competencies it then assesses."""
    purposes = {
        "formative": reader.word("formative") if month in scheduled.formative_months else "",
        "summative": reader.word("summative") if month in scheduled.summative_months else "",
    }
    words = (due_words(reader, due(entity, scheduled.method, month, each)) for each in purposes)
    return ", ".join(filter(None, purposes.values())), "; ".join(filter(None, words))


def _row(reader: Reader, entity: Entity, scheduled: Scheduled, months: tuple[int, ...]) -> Row:
    return Row(
        capital_link(reader, f"method:{scheduled.method}"),
        scheduled.times,
        tuple(_cell(reader, entity, scheduled, month) for month in months),
        reader.maybe(scheduled.sufficiency),
        reader.cite(scheduled.source),
    )


def _free(reader: Reader, value: Curriculum) -> tuple[Linked, ...]:
    """Return the methods that competencies use without a month."""
    uses = [use for competency in value.competencies for use in competency.assessments]
    timed = {use.method for use in uses if use.month} | {each.method for each in value.schedule}
    used = dict.fromkeys(use.method for use in uses)
    return tuple(reader.link(f"method:{method}") for method in used if method not in timed)
