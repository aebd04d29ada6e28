"""Dates and times as each language writes them."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from babel import Locale, dates

from .iso import DateFault, parse_date, parse_local
from .languages import LANGUAGES
from .vague import format_vague, vague_key
from .zones import attach_zone, in_daylight_gap, in_daylight_overlap

__all__ = [
    "DateFault", "attach_zone", "format_date", "format_day", "format_month", "format_span", "format_time",
    "format_vague", "in_daylight_gap", "in_daylight_overlap", "parse_date", "parse_local", "vague_key",
    "week_number",
]  # fmt: skip

_DAYS = 20_000
"""How many days are kept in words: the same ones stand on many pages, and Babel takes long for each."""


@lru_cache(_DAYS)
def format_date(day: date, lang: str, width: Literal["short", "medium", "long", "full"] = "long") -> str:
    """Return a date in words: `14. januar 2027`, `14 January 2027`.

    `width` is one of the CLDR's: `short`, `medium`, `long` or `full`.
    """
    return dates.format_date(day, width, locale=LANGUAGES[lang].babel)


@lru_cache(_DAYS)
def format_day(day: date, lang: str) -> str:
    """Return a date with the day of the week: `torsdag den 14. januar 2027`."""
    return format_date(day, lang, "full").replace(",", "")


def format_weekday(day: date, lang: str) -> str:
    """Return the name of the day: `torsdag`, `Thursday`."""
    return str(dates.get_day_names("wide", locale=LANGUAGES[lang].babel)[day.weekday()])


def format_day_number(day: date, lang: str) -> str:
    """Return the day of the month as it stands in a date: `14.` in Danish and Norwegian, `14` in English."""
    return f"{day.day}." if "d." in _pattern(lang) else str(day.day)


def format_month(day: date, lang: str, width: Literal["wide", "abbreviated"] = "wide") -> str:
    """Return the name of a month as it stands in a date, without the year: `januar`, or in short `jan.`."""
    return str(dates.get_month_names(width, context="format", locale=LANGUAGES[lang].babel)[day.month])


def format_time(moment: datetime, lang: str) -> str:
    """Return the time of day as the clock shows it where it happens: `8.30`, `08.30`, `08:30`."""
    return _format_time(moment.time(), lang)


@lru_cache(_DAYS)
def _format_time(clock: time, lang: str) -> str:
    return dates.format_time(clock, LANGUAGES[lang].clock, locale=LANGUAGES[lang].babel)


def week_number(day: date) -> int:
    """Return the number of the week by ISO 8601, as Danish and Norwegian calendars count."""
    return day.isocalendar().week


def format_span(start: date, end: date | None, lang: str) -> str:
    """Return when something happens, without saying anything twice.

    Either end is a date or a datetime: `14.–16. januar 2027`, `14. januar 2027 kl. 8.30–15.30`. No end means
    the same as the start. Raises ValueError for an end before the start, which a check must have refused.
    """
    end = start if end is None else end
    if _is_before(end, start):
        raise ValueError(f"{end} is before {start}")
    if day_of(start) == day_of(end):
        return format_date(day_of(start), lang) + _hours(start, end, lang)
    if isinstance(start, datetime) or isinstance(end, datetime):
        return f"{_without_year(start, end, lang)}{_hours(start, None, lang)} – {_at(end, lang)}"
    return _days(start, end, lang)


def day_of(moment: date) -> date:
    """Return the day of a date or a datetime."""
    return moment.date() if isinstance(moment, datetime) else moment


def _is_before(end: date, start: date) -> bool:
    if isinstance(end, datetime) and isinstance(start, datetime):
        return end < start
    return day_of(end) < day_of(start)


def _at(moment: date, lang: str) -> str:
    return format_date(day_of(moment), lang) + _hours(moment, None, lang)


def _hours(start: date, end: date | None, lang: str) -> str:
    times = [format_time(each, lang) for each in (start, end) if isinstance(each, datetime)]
    return LANGUAGES[lang].at + "–".join(dict.fromkeys(times)) if times else ""


def _days(start: date, end: date, lang: str) -> str:
    """Return a span of days; within a month where the day comes first, the month is named once."""
    pattern = _pattern(lang)
    if pattern.startswith("d") and (start.year, start.month) == (end.year, end.month):
        first = pattern.partition(" ")[0]
        return f"{dates.format_date(start, first, locale=LANGUAGES[lang].babel)}–{format_date(end, lang)}"
    return f"{_without_year(start, end, lang)} – {format_date(end, lang)}"


def _without_year(start: date, end: date, lang: str) -> str:
    """Return the first day of a span, with its year only where the last day has another."""
    if start.year != end.year:
        return format_date(day_of(start), lang)
    pattern = _pattern(lang).replace("y", "").strip()
    return dates.format_date(day_of(start), pattern, locale=LANGUAGES[lang].babel)


def _pattern(lang: str) -> str:
    return str(Locale.parse(LANGUAGES[lang].babel).date_formats["long"].pattern)
