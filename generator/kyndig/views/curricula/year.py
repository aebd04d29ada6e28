"""The year of assessments as a picture: a lane for each method, a mark for each month in which it is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import AssessmentUse, Curriculum
from ..measures import percent
from ..parts import Phrase
from ..pieces import runs
from ..reader import Reader

_EDGE = 0.06
"""Room left and right of the year, so that a mark in the first or last month is whole."""

_Use = tuple[int, str, int]
"""The month, the purpose, and how many competencies are assessed then."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A month of a method: `look` is `open` where it is formative and `hit` where it decides.

    `count` is how many competencies are assessed then; 0 where the picture is about one competency alone.
    """

    x: str
    month: int
    look: str
    count: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One method in the picture, its name beside or above its line; `words` say its months."""

    label: Phrase
    words: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A month on the axis; those with an assessment have a `label`, the ends have one where there is room."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Year:
    """The picture of the year."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


def year_of_curriculum(reader: Reader, entity: Entity) -> Year | None:
    """Return the assessments that a training has in common, by month; None where no month is set."""
    value: Curriculum = entity.value
    rows = []
    for each in value.schedule:
        months = [(month, "formative") for month in each.formative_months]
        months += [(month, "summative") for month in each.summative_months]
        rows.append((each.method, [(*at, len(due(entity, each.method, *at))) for at in months]))
    return _year(reader, value.months, rows)


def year_of_competency(reader: Reader, entity: Entity) -> Year | None:
    """Return when one competency is assessed; None where its assessments have no month."""
    rows: dict[str, list[_Use]] = {}
    for use in entity.value.assessments:
        if use.month:
            rows.setdefault(use.method, []).append((use.month, use.purpose or "", 0))
    return _year(reader, entity.document.value.months, rows.items())


def due(curriculum: Entity, method: str, month: int, purpose: str) -> tuple[str, ...]:
    """Return the numbers of the competencies that a method assesses in a month for a purpose."""

    def fits(use: AssessmentUse) -> bool:
        return (use.method, use.month, use.purpose) == (method, month, purpose)

    competencies = curriculum.value.competencies
    return tuple(each.id for each in competencies if any(map(fits, each.assessments)))


def due_words(reader: Reader, numbers: tuple[str, ...]) -> str:
    """Return how many competencies are assessed, and which: `8 competencies: 1, 25–29`."""
    if not numbers:
        return ""
    count = reader.words.ngettext("{count} competency", "{count} competencies", len(numbers))
    return f"{count.format(count=len(numbers))}: {runs(numbers)}"


def _year(reader: Reader, length: int, rows: Iterable[tuple[str, list[_Use]]]) -> Year | None:
    named = [
        (reader.title(reader.catalogue[f"method:{method}"]).capital, sorted(uses)) for method, uses in rows
    ]
    busy = {month for _, uses in named for month, _, _ in uses}
    if not busy:
        return None
    lanes = tuple(
        Lane(label, _sentence(reader, label, uses), tuple(_mark(length, *use) for use in uses))
        for label, uses in named
    )
    ticks = tuple(Tick(_x(month, length), _label(month, length, busy)) for month in range(length + 1))
    return Year(lanes, ticks)


def _mark(length: int, month: int, purpose: str, count: int) -> Mark:
    return Mark(_x(month, length), month, "hit" if purpose == "summative" else "open", count)


def _x(month: int, length: int) -> str:
    return percent(_EDGE + (1 - 2 * _EDGE) * month / length)


def _label(month: int, length: int, busy: set[int]) -> str:
    """Label the months with an assessment, and an end of the year that is two months or more from one."""
    ends = month in (0, length) and all(abs(month - each) > 1 for each in busy)
    return str(month) if month in busy or ends else ""


def _sentence(reader: Reader, label: Phrase, uses: list[_Use]) -> str:
    purposes = {"formative": reader.word("formative"), "summative": reader.word("summative")}
    name = reader.word("month {number}")
    times = (f"{name.format(number=month)} {purposes.get(purpose, '')}".strip() for month, purpose, _ in uses)
    return f"{label}: {', '.join(times)}"
