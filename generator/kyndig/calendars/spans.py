"""When an event begins and ends, as calendars have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ..locales.dates import day_of

LONGEST = timedelta(hours=16)
"""The longest time, over midnight, that is shown hour by hour.

What lasts longer has nights in it, in which nobody teaches: a course of two days from 9 to 15.30 would fill 30 hours of a
week. It is shown on its days, and its hours are in the description.
"""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Local times, or whole days.

    `end` is exclusive, and None where nothing is known but when it begins: the event then takes no time (RFC 5545,
    section 3.6.1), because any other length would be invented.
    """

    start: datetime | date
    end: datetime | date | None

    @property
    def is_days(self) -> bool:
        """Whether it is shown on whole days."""
        return not isinstance(self.start, datetime)

    @property
    def last(self) -> date:
        """The last day of it."""
        if not isinstance(self.start, datetime) and self.end is not None:
            return self.end - _DAY
        return _last(self.end or self.start, day_of(self.start))


def span(start: datetime | date, end: datetime | date | None) -> Span:
    """Return when an event takes place that begins and ends as an author wrote it."""
    if isinstance(start, datetime) and (end is None or end == start):
        return Span(start, None)
    if isinstance(start, datetime) and isinstance(end, datetime) and _is_one(start, end):
        return Span(start, end)
    first = day_of(start)
    return Span(first, _last(end or start, first) + _DAY)


def _is_one(start: datetime, end: datetime) -> bool:
    return end.date() == start.date() or end - start <= LONGEST


def _last(end: datetime | date, first: date) -> date:
    """Return the last day: what ends at midnight has ended on the day before."""
    if isinstance(end, datetime) and end.time() == time(0) and end.date() > first:
        return end.date() - _DAY
    return day_of(end)
