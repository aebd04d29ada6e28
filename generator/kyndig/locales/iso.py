"""Dates as authors write them: ISO 8601, and nothing that could mean two days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache

from babel import Locale, dates

from .languages import LANGUAGES

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years that content may name: one outside is a slip of the finger."""

_SHOWN = 40  # characters of a text that are repeated in a message

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LOCAL = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")
_OFFSET = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})[0-9:.]* ?(?:Z|[+-][0-9]{2}:?[0-9]{2})"
)
_CLOCK = re.compile(r"(.*?[^T, ])[T, ]+(?:kl\.? ?)?([0-9]{1,2})[.:]([0-9]{2})(?::[0-9]{2})?")

_NUMBERS = re.compile(r"([0-9]{1,2})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]*([0-9]{1,2})[-./ ]*([0-9]{1,2})")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})-?([1-7])")
_NAMED = re.compile(
    r"([0-9]{1,2})\.? *([^\W\d_]+)\.?,? *([0-9]{4})|([^\W\d_]+)\.? *([0-9]{1,2}),? *([0-9]{4})"
)


class DateFault(ValueError):
    """A date that is none, or could mean two days: what is wrong, and what would be right."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def parse_date(text: str) -> date:
    """Return the date that a text states as year-month-day (ISO 8601).

    No other form is read: 03.04.2026 is 3 April to its author and 4 March to the parsers that most generators
    use. Raises DateFault, whose remedy proposes every reading there is.
    """
    match = _ISO.fullmatch(text)
    if match is not None:
        return _existing(*map(int, match.groups()))
    clock = _CLOCK.fullmatch(text)
    if clock and (days := _readings(clock[1])):
        raise DateFault(f"{_quoted(text)} has a time, where a date alone belongs", _proposed(days))
    raise _not_iso(text)


def parse_local(text: str) -> date | datetime:
    """Return the date, or the date and time, that a text states: 2027-01-14 or 2027-01-14T08:30.

    The time is the one on the clock where it happens; its zone is a fact of its own. Raises DateFault.
    """
    if _ISO.fullmatch(text):
        return parse_date(text)
    match = _LOCAL.fullmatch(text)
    if match is None:
        raise _not_local(text)
    day = parse_date(match[1])
    try:
        clock = time(int(match[2]), int(match[3]), int(match[4] or 0))
    except ValueError:
        raise DateFault(
            f"there is no time {match[2]}:{match[3]}", "write a time from 00:00 to 23:59"
        ) from None
    return datetime.combine(day, clock)


def _existing(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateFault(
            f"the year {year:04} lies outside {FIRST_YEAR}–{LAST_YEAR}",
            f"write a year from {FIRST_YEAR} to {LAST_YEAR}",
        )
    if not 1 <= month <= 12:
        swapped = _valid((year, day, month)) if 1 <= day <= 12 else ()
        raise DateFault(
            f"there is no month {month:02}", _proposed(swapped) if swapped else "write a month from 01 to 12"
        )
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = dates.format_date(date(year, month, 1), "MMMM y", locale="en_GB")
        raise DateFault(
            f"{year}-{month:02}-{day:02} does not exist: {name} has {last} days",
            f"write a day from {year}-{month:02}-01 to {year}-{month:02}-{last}",
        )
    return date(year, month, day)


def _not_iso(text: str) -> DateFault:
    numbers = _NUMBERS.fullmatch(text)
    short = numbers is not None and len(numbers[3]) == 2
    what = "has a year of two digits" if short else "is not an ISO 8601 date (year-month-day)"
    return DateFault(f"{_quoted(text)} {what}", _proposed(_readings(text)))


def _not_local(text: str) -> DateFault:
    if match := _OFFSET.fullmatch(text):
        return DateFault(
            f"{_quoted(text)} has an offset from UTC",
            f"write the time on the local clock and no offset, such as {match[1]}T{match[2]}",
        )
    match = _CLOCK.fullmatch(text)
    days = _readings(match[1]) if match else ()
    if match is None or not days:
        return _not_iso(text)
    clock = f"T{int(match[2]):02}:{match[3]}"
    return DateFault(f"{_quoted(text)} is not an ISO 8601 date and time", _proposed(days, clock))


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= _SHOWN else f'"{text[:_SHOWN]}…"'


def _proposed(days: tuple[date, ...], clock: str = "") -> str:
    if not days:
        return f"write year-month-day, such as 2026-04-03{clock}"
    if len(days) == 1:
        return f"write {days[0]}{clock}"
    named = [f"{day}{clock} ({dates.format_date(day, 'long', locale='en_GB')})" for day in days]
    return f"write {' or '.join(named)}"


def _readings(text: str) -> tuple[date, ...]:
    """Return every day that a text could mean, the likeliest first."""
    return _valid(*_meanings(text))


def _valid(*meanings: tuple[int, int, int]) -> tuple[date, ...]:
    days = []
    for year, month, day in meanings:
        try:
            days.append(_existing(year, month, day))
        except DateFault:
            continue
    return tuple(dict.fromkeys(days))


def _meanings(text: str) -> Iterator[tuple[int, int, int]]:
    if match := _NUMBERS.fullmatch(text):
        first, second, third = map(int, match.groups())
        short = len(match[3]) == 2
        year = _century(third) if short else third
        yield year, second, first
        yield year, first, second
        if short and "-" in text:
            yield _century(first), second, third
    elif match := _YEAR_FIRST.fullmatch(text):
        yield int(match[1]), int(match[2]), int(match[3])
    elif match := _WEEK.fullmatch(text):
        yield from _of_week(*map(int, match.groups()))
    elif match := _NAMED.fullmatch(text):
        name = (match[2] or match[4]).lower()
        yield int(match[3] or match[6]), _months().get(name, 0), int(match[1] or match[5])


def _century(year: int) -> int:
    return year + (1900 if year >= FIRST_YEAR % 100 else 2000)


def _of_week(year: int, week: int, weekday: int) -> Iterator[tuple[int, int, int]]:
    try:
        day = date.fromisocalendar(year, week, weekday)
    except ValueError:
        return
    yield day.year, day.month, day.day


@cache
def _months() -> dict[str, int]:
    """Return the numbers of the months by their names, long and short, in every language."""
    return {
        name.rstrip(".").lower(): number
        for language in LANGUAGES.values()
        for names in Locale.parse(language.babel).months["format"].values()
        for number, name in names.items()
        if not name.isdigit() and len(name) > 1
    }
