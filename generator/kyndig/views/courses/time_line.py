"""Course dates on a time line: a lane for each course, a mark for each date, a line for today."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ...locales.dates import format_month
from ..measures import percent
from ..parts import Linked
from ..reader import Reader
from .course import InstanceRow

_LANES = 12
"""Courses shown; the dates of others are counted."""
_MONTHS = 18
"""Months shown; the dates after them are counted."""
_SLOTS = 2
"""Marks of one kind that a month has room for in a lane; more dates than these are one mark with a number."""

_EDGE = 0.02
"""Room left and right, so that a mark at an end is whole."""
_ORDER = ("scheduled", "full", "moved", "cancelled")


@dataclass(frozen=True, slots=True)
class Mark:
    """Dates of one status in the same half of a month; `count` is how many they are."""

    x: str
    status: str
    count: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One course with its dates; `words` say them, and the course is an example where one of its dates is."""

    course: Linked
    marks: tuple[Mark, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month on the axis; `major` months are named at every width, `year` stands below January."""

    x: str
    name: str
    year: str
    major: bool


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The picture; `hidden` counts dates of courses that have no lane, `later` those after the last month."""

    lanes: tuple[Lane, ...]
    months: tuple[Month, ...]
    today: str
    statuses: tuple[str, ...]
    hidden: int
    later: int


def time_line(reader: Reader, rows: tuple[InstanceRow, ...]) -> TimeLine | None:
    """Return dates to come on a line from this month on, or None where there are none."""
    if not rows:
        return None
    first = reader.today.replace(day=1)
    shown = tuple(row for row in rows if _months(first, _day(row)) < _MONTHS)
    length = max((_months(first, _day(row)) for row in shown), default=0) + 1
    courses: dict[str, list[InstanceRow]] = {}
    for row in shown:
        courses.setdefault(row.course.href, []).append(row)
    lanes = list(courses.values())[:_LANES]
    drawn = [row for lane in lanes for row in lane]
    return TimeLine(
        lanes=tuple(_lane(lane, first, length) for lane in lanes),
        months=tuple(_axis(reader, first, length)),
        today=_x(_place(first, reader.today), length),
        statuses=tuple(each for each in _ORDER if any(row.status == each for row in drawn)),
        hidden=len(shown) - len(drawn),
        later=len(rows) - len(shown),
    )


def _day(row: InstanceRow) -> date:
    return date.fromisoformat(row.iso[:10])


def _months(first: date, day: date) -> int:
    """Count the months from the first one; what has begun before it stands in it."""
    return max((day.year - first.year) * 12 + day.month - first.month, 0)


def _place(first: date, day: date) -> float:
    """Return the place of a day, in months as wide as each other."""
    if day < first:
        return 0.0
    return _months(first, day) + (day.day - 1) / monthrange(day.year, day.month)[1]


def _x(place: float, length: int) -> str:
    return percent(_EDGE + (1 - 2 * _EDGE) * place / length)


def _lane(own: list[InstanceRow], first: date, length: int) -> Lane:
    """Return the lane of the dates of one course."""
    course = own[0].course
    slots: dict[tuple[int, str], list[float]] = {}
    for row in own:
        place = _place(first, _day(row))
        slots.setdefault((int(place * _SLOTS), row.status), []).append(place)
    marks = tuple(
        Mark(_x(sum(places) / len(places), length), status, len(places))
        for (_, status), places in slots.items()
    )
    examples = (flag for row in own for flag in row.flags if flag.look == "example")
    flags = tuple(dict.fromkeys((*course.flags, *examples)))
    return Lane(replace(course, flags=flags), marks, "; ".join(map(_words, own)))


def _words(row: InstanceRow) -> str:
    return ", ".join((row.when, *(flag.word for flag in row.flags)))


def _axis(reader: Reader, first: date, length: int) -> Iterator[Month]:
    """Yield the months; one in three is named everywhere, and one in six where they are many."""
    step = 3 if length <= _MONTHS - 3 else 6
    for place in range(length):
        years, month = divmod(first.month - 1 + place, 12)
        day = date(first.year + years, month + 1, 1)
        name = format_month(day, reader.language, "abbreviated")
        year = str(day.year) if day.month == 1 else ""
        yield Month(_x(place, length), name, year, month % step == 0 and place < length - 1)
