"""Dates and times as each language writes them, pinned whole."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.locales.dates import (
    format_date,
    format_day,
    format_day_number,
    format_month,
    format_span,
    format_time,
    format_vague,
    format_weekday,
    vague_key,
    week_number,
)
from kyndig.locales.iso import DateFault
from kyndig.locales.languages import LANGUAGES

DAY = date(2027, 1, 14)
MORNING, AFTERNOON = datetime(2027, 1, 14, 8, 30), datetime(2027, 1, 14, 15, 30)


@pytest.mark.parametrize(
    ("lang", "expected"), [("da", "14. januar 2027"), ("nb", "14. januar 2027"), ("en", "14 January 2027")]
)
def test_a_date_is_written_in_words(lang: str, expected: str) -> None:
    assert format_date(DAY, lang) == expected


@pytest.mark.parametrize(("width", "expected"), [("short", "14/01/2027"), ("medium", "14 Jan 2027")])
def test_a_date_comes_in_the_widths_of_the_cldr(width: str, expected: str) -> None:
    assert format_date(DAY, "en", width) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("da", "torsdag den 14. januar 2027"),
        ("nb", "torsdag 14. januar 2027"),
        ("en", "Thursday 14 January 2027"),
    ],
)
def test_a_day_has_its_weekday(lang: str, expected: str) -> None:
    assert format_day(DAY, lang) == expected
    assert format_day(MORNING, lang) == expected


@pytest.mark.parametrize(("lang", "expected"), [("da", "14."), ("nb", "14."), ("sv", "14"), ("en", "14")])
def test_a_day_of_the_month_has_its_point(lang: str, expected: str) -> None:
    assert format_day_number(date(2027, 1, 14), lang) == expected


@pytest.mark.parametrize(("lang", "expected"), [("da", "torsdag"), ("nb", "torsdag"), ("en", "Thursday")])
def test_a_weekday_has_a_name(lang: str, expected: str) -> None:
    assert format_weekday(DAY, lang) == expected


@pytest.mark.parametrize(
    ("lang", "long", "short"), [("da", "marts", "mar."), ("nb", "mars", "mars"), ("en", "March", "Mar")]
)
def test_a_month_stands_as_in_a_date(lang: str, long: str, short: str) -> None:
    assert format_month(date(2026, 3, 1), lang) == long
    assert format_month(date(2026, 3, 1), lang, "abbreviated") == short


@pytest.mark.parametrize(
    ("lang", "expected"), [("da", "8.30"), ("nb", "08.30"), ("en", "08:30"), ("sv", "08:30")]
)
@pytest.mark.parametrize("zone", [None, ZoneInfo("Europe/Oslo"), ZoneInfo("America/New_York")])
def test_a_time_is_the_one_on_the_clock_where_it_happens(
    lang: str, expected: str, zone: ZoneInfo | None
) -> None:
    """Babel would turn it into UTC."""
    assert format_time(MORNING.replace(tzinfo=zone), lang) == expected


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2027, 1, 3), 53), (date(2027, 1, 4), 1), (date(2026, 12, 31), 53), (date(2024, 12, 30), 1)],
)
def test_weeks_are_counted_by_iso_8601(day: date, week: int) -> None:
    assert week_number(day) == week


SPANS = [
    ("one day", DAY, DAY, ("14. januar 2027", "14. januar 2027", "14 January 2027")),
    ("no end", DAY, None, ("14. januar 2027", "14. januar 2027", "14 January 2027")),
    ("days", DAY, date(2027, 1, 16), ("14.–16. januar 2027", "14.–16. januar 2027", "14–16 January 2027")),
    (
        "over a month", date(2027, 1, 30), date(2027, 2, 2),
        ("30. januar – 2. februar 2027", "30. januar – 2. februar 2027", "30 January – 2 February 2027"),
    ),
    (
        "over New Year", date(2026, 12, 30), date(2027, 1, 2),
        ("30. december 2026 – 2. januar 2027", "30. desember 2026 – 2. januar 2027", "30 December 2026 – 2 January 2027"),
    ),
    (
        "the same month of another year", date(2026, 1, 30), date(2027, 1, 2),
        ("30. januar 2026 – 2. januar 2027", "30. januar 2026 – 2. januar 2027", "30 January 2026 – 2 January 2027"),
    ),
    (
        "hours", MORNING, AFTERNOON,
        ("14. januar 2027 kl. 8.30–15.30", "14. januar 2027 kl. 08.30–15.30", "14 January 2027, 08:30–15:30"),
    ),
    (
        "a time without end", MORNING, None,
        ("14. januar 2027 kl. 8.30", "14. januar 2027 kl. 08.30", "14 January 2027, 08:30"),
    ),
    (
        "a time, and the day it ends", MORNING, DAY,
        ("14. januar 2027 kl. 8.30", "14. januar 2027 kl. 08.30", "14 January 2027, 08:30"),
    ),
    (
        "days with hours", MORNING, datetime(2027, 1, 16, 15, 30),
        (
            "14. januar kl. 8.30 – 16. januar 2027 kl. 15.30", "14. januar kl. 08.30 – 16. januar 2027 kl. 15.30",
            "14 January, 08:30 – 16 January 2027, 15:30",
        ),
    ),
    (
        "a time to a day", MORNING, date(2027, 1, 15),
        (
            "14. januar kl. 8.30 – 15. januar 2027", "14. januar kl. 08.30 – 15. januar 2027",
            "14 January, 08:30 – 15 January 2027",
        ),
    ),
    (
        "hours over New Year", datetime(2026, 12, 30, 9), datetime(2027, 1, 2, 15),
        (
            "30. december 2026 kl. 9.00 – 2. januar 2027 kl. 15.00",
            "30. desember 2026 kl. 09.00 – 2. januar 2027 kl. 15.00", "30 December 2026, 09:00 – 2 January 2027, 15:00",
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "lang", "expected"),
    [
        pytest.param(start, end, lang, text, id=f"{lang}: {name}")
        for name, start, end, texts in SPANS
        for lang, text in zip(("da", "nb", "en"), texts, strict=True)
    ],
)
def test_a_span_says_nothing_twice(start: date, end: date | None, lang: str, expected: str) -> None:
    assert format_span(start, end, lang) == expected


def test_a_language_that_puts_the_year_first_repeats_the_month() -> None:
    assert format_span(DAY, date(2027, 1, 16), "se") == "ođđajagemánnu 14 – 2027 ođđajagemánnu 16"


@pytest.mark.parametrize(
    ("start", "end"), [(DAY, date(2027, 1, 13)), (AFTERNOON, MORNING), (DAY, datetime(2027, 1, 13, 8))]
)
def test_an_end_before_the_start_is_our_own_fault(start: date, end: date) -> None:
    with pytest.raises(ValueError, match="is before"):
        format_span(start, end, "da")


@settings(deadline=None)
@given(
    start=st.datetimes(datetime(1990, 1, 1), datetime(2099, 1, 1)),
    length=st.timedeltas(timedelta(0), timedelta(days=700)),
    lang=st.sampled_from(sorted(LANGUAGES)),
)
def test_a_span_always_names_the_year_it_ends_in(start: datetime, length: timedelta, lang: str) -> None:
    end = start + length
    assert str(end.year) in format_span(start, end, lang)
    assert str(end.year) in format_span(start.date(), end.date(), lang)


VAGUE = [
    ("2017", "2017", "2017", "2017"),
    ("1914-07-28", "28. juli 1914", "28. juli 1914", "28 July 1914"),
    ("2018-07", "juli 2018", "juli 2018", "July 2018"),
    ("2018-11-01", "1. november 2018", "1. november 2018", "1 November 2018"),
    ("2017-spring", "foråret 2017", "våren 2017", "spring 2017"),
    ("2017-summer", "sommeren 2017", "sommeren 2017", "summer 2017"),
    ("2017-autumn", "efteråret 2017", "høsten 2017", "autumn 2017"),
    ("2017-winter", "vinteren 2017", "vinteren 2017", "winter 2017"),
    ("ongoing", "løbende", "løpende", "ongoing"),
    ("unknown", "uden dato", "uten dato", "undated"),
]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (text, lang, said)
        for text, *texts in VAGUE
        for lang, said in zip(("da", "nb", "en"), texts, strict=True)
    ],
)
def test_a_vague_date_is_as_precise_as_its_source(text: str, lang: str, expected: str) -> None:
    assert format_vague(text, lang) == expected


def test_vague_dates_sort_by_when_they_begin() -> None:
    ordered = [
        "2017", "2017-03", "2017-06", "2017-autumn", "2017-09", "2017-09-01", "2017-09-30", "2017-10", "2017-winter",
        "2017-12", "2018", "2018-spring", "ongoing", "unknown",
    ]  # fmt: skip
    assert sorted(reversed(ordered), key=vague_key) == ordered


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2017-13", '"2017-13" is no date'),
        ("2017-fall", '"2017-fall" is no date'),
        ("autumn 2017", '"autumn 2017" is no date'),
        ("٢٠١٧", '"٢٠١٧" is no date'),
        ("", '"" is no date'),
        ("2017-02-29", '"2017-02-29" is no date'),
        ("1717", "the year 1717 lies outside 1800–2100"),
        ("2101-autumn", "the year 2101 lies outside 1800–2100"),
    ],
)
def test_what_is_no_vague_date_is_refused(text: str, message: str) -> None:
    for read in (vague_key, lambda each: format_vague(each, "da")):
        with pytest.raises(DateFault) as caught:
            read(text)
        assert caught.value.message == message
        assert caught.value.remedy
