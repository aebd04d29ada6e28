"""Dates that are only as precise as the source gives them (EDTF level 1, ISO 8601-2)."""

from __future__ import annotations

import re
from datetime import date

from babel import dates

from .iso import LAST_YEAR, DateFault
from .languages import LANGUAGES

_FORM = re.compile(r"([0-9]{4})(?:-(?:(0[1-9]|1[0-2])(-[0-9]{2})?|(spring|summer|autumn|winter)))?")
_FIRST_YEAR = 1800
"""History is dated too, unlike courses."""
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month each season begins with, for sorting: a winter stands at the end of its year."""


def format_vague(text: str, lang: str) -> str:
    """Return a vague date in words: `2017`, `juli 2018`, `1. november 2018`, `efteråret 2017`, `løbende`.

    Raises DateFault for a text of no form that `VagueDate` allows, and for a day that does not exist.
    """
    language = LANGUAGES[lang]
    if text in ("ongoing", "unknown"):
        return language.ongoing if text == "ongoing" else language.undated
    year, month, day, season = _parts(text)
    if season:
        return f"{language.seasons[season]} {year}"
    if day:
        return dates.format_date(date.fromisoformat(text), "long", locale=language.babel)
    if month:
        return dates.format_date(date.fromisoformat(f"{text}-01"), "LLLL y", locale=language.babel)
    return year


def vague_key(text: str) -> tuple[int, int, int, int]:
    """Return a key that sorts vague dates by when they begin.

    The less precise comes before the more precise, what is ongoing after all that has a date, and what has
    none last. Raises DateFault as `format_vague` does.
    """
    if text in ("ongoing", "unknown"):
        return 1 if text == "ongoing" else 2, 0, 0, 0
    year, month, day, season = _parts(text)
    if season:
        return 0, int(year), _SEASONS[season], -1
    return 0, int(year), int(month or 0), int((day or "-0")[1:])


def _parts(text: str) -> tuple[str, str | None, str | None, str | None]:
    match = _FORM.fullmatch(text)
    if match is None:
        raise DateFault(
            f'"{text}" is no date', "write 2017, 2017-11, 2017-11-01, 2017-autumn, ongoing or unknown"
        )
    if not _FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise DateFault(
            f"the year {match[1]} lies outside {_FIRST_YEAR}–{LAST_YEAR}",
            f"write a year from {_FIRST_YEAR} to {LAST_YEAR}",
        )
    if match[3] and not _exists(text):
        raise DateFault(f'"{text}" is no date', "write a day that the month has")
    return match[1], match[2], match[3], match[4]


def _exists(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
