"""When and how a curriculum assesses: the year as a picture and a table, the rules, and every competency."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import Curriculum, Scheduled
from ...routes import Page
from ..parts import Cited, Linked, Phrase, Shell
from ..reader import Reader
from .competency import Assessment, assessments
from .curriculum_parts import Passage, Tab, capital_link, curriculum_of, passages, subpage, tabs

_LANE, _TOP = 3.2, 0.4
"""Height of one assessment's lane, and the room above the first, in rem."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One assessment in the picture: `look` is `open` where it is formative, `hit` where it decides."""

    x: str
    look: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One method in the picture, its name above its line."""

    label: Phrase
    label_y: str
    y: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A month on the axis; those with an assessment are `strong` and have a line through the lanes."""

    x: str
    month: int
    strong: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class Year:
    """The picture of the year, with the same in words."""

    height: str
    axis: str
    tick: str
    figures: str
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One method in the table of the year; `cells` stand under `ScheduleView.months`."""

    method: Linked
    times: int
    cells: tuple[str, ...]
    sufficiency: Phrase | None
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """How one competency is assessed, in the list and in the logbook."""

    competency: Linked
    listed: tuple[Assessment, ...]
    logbook: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """What the template of the schedule shows."""

    tabs: tuple[Tab, ...]
    year: Year
    months: tuple[str, ...]
    rows: tuple[Row, ...]
    free: tuple[Linked, ...]
    passages: tuple[Passage, ...]
    matrix: tuple[MatrixRow, ...]


def curriculum_schedule(reader: Reader, page: Page) -> tuple[Shell, ScheduleView]:
    """Make the page of the year's assessments."""
    entity = curriculum_of(reader, page)
    value: Curriculum = entity.value
    months = _months(value)
    body = ScheduleView(
        tabs=tabs(reader, page),
        year=_year(reader, value),
        months=tuple(_month(reader, each) for each in months),
        rows=tuple(_row(reader, each, months) for each in value.schedule),
        free=_free(reader, value),
        passages=passages(reader, entity, value.assessment, "a"),
        matrix=tuple(_matrix(reader, each) for each in reader.catalogue.parts(entity, "competency")),
    )
    lead = reader.word("When the assessments are, which of them decide, and how each competency is assessed.")
    return subpage(reader, page, reader.word("Assessment and months"), lead), body


def _months(value: Curriculum) -> tuple[int, ...]:
    months = {month for each in value.schedule for month in (*each.formative_months, *each.summative_months)}
    return tuple(sorted(months))


def _month(reader: Reader, month: int) -> str:
    return reader.word("month {number}").format(number=month)


def _purposes(reader: Reader, scheduled: Scheduled, month: int) -> str:
    formative = reader.word("formative") if month in scheduled.formative_months else ""
    summative = reader.word("summative") if month in scheduled.summative_months else ""
    return ", ".join(filter(None, (formative, summative)))


def _row(reader: Reader, scheduled: Scheduled, months: tuple[int, ...]) -> Row:
    return Row(
        capital_link(reader, f"method:{scheduled.method}"),
        scheduled.times,
        tuple(_purposes(reader, scheduled, month) for month in months),
        reader.maybe(scheduled.sufficiency),
        reader.cite(scheduled.source),
    )


def _free(reader: Reader, value: Curriculum) -> tuple[Linked, ...]:
    """Return the methods that competencies use without a month."""
    uses = [use for competency in value.competencies for use in competency.assessments]
    timed = {use.method for use in uses if use.month} | {each.method for each in value.schedule}
    used = dict.fromkeys(use.method for use in uses)
    return tuple(reader.link(f"method:{method}") for method in used if method not in timed)


def _matrix(reader: Reader, entity: Entity) -> MatrixRow:
    logbook = entity.value.logbook
    return MatrixRow(
        reader.link(entity),
        assessments(reader, entity, entity.value.assessments),
        assessments(reader, entity, logbook.assessments) if logbook else (),
    )


def _year(reader: Reader, value: Curriculum) -> Year:
    lanes = tuple(_lane(reader, value, each, place) for place, each in enumerate(value.schedule))
    busy = _months(value)
    axis = _TOP + _LANE * len(lanes) + 0.4
    ticks = tuple(
        Tick(_x(month, value), month, month in busy, month in busy or month in (0, value.months))
        for month in range(value.months + 1)
    )
    words = ". ".join(_sentence(reader, each, busy) for each in value.schedule)
    return Year(
        height=f"{axis + 1.6:g}rem",
        axis=f"{axis:g}rem",
        tick=f"{axis - 0.5:g}rem",
        figures=f"{axis + 1.2:g}rem",
        lanes=lanes,
        ticks=ticks,
        words=words,
    )


def _x(month: int, value: Curriculum) -> str:
    return f"{2 + 96 * month / value.months:.2f}%"


def _lane(reader: Reader, value: Curriculum, scheduled: Scheduled, place: int) -> Lane:
    top = _TOP + _LANE * place
    dots = [Dot(_x(month, value), "open") for month in scheduled.formative_months]
    dots += [Dot(_x(month, value), "hit") for month in scheduled.summative_months]
    label = reader.title(reader.catalogue[f"method:{scheduled.method}"]).capital
    return Lane(label, f"{top + 0.8:g}rem", f"{top + 2:g}rem", tuple(dots))


def _sentence(reader: Reader, scheduled: Scheduled, months: tuple[int, ...]) -> str:
    name = reader.title(reader.catalogue[f"method:{scheduled.method}"]).capital.text
    times = ((_month(reader, month), _purposes(reader, scheduled, month)) for month in months)
    return f"{name}: {', '.join(f'{month} {purpose}' for month, purpose in times if purpose)}"
