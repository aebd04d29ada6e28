"""Dates as authors write them: ISO 8601, or a fault that says what would be right.

`Date: 03.04.2026` becomes 4 March in Pelican and Nikola without a word; for a course that is the worst silent error
found in any generator.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.locales.dates import DateFault, parse_date, parse_local

NOT_ISO = "is not an ISO 8601 date (year-month-day)"
BOTH = "write 2026-04-03 (3 April 2026) or 2026-03-04 (4 March 2026)"
FORM = "write year-month-day, such as 2026-04-03"

REFUSED = [
    ("03.04.2026", f'"03.04.2026" {NOT_ISO}', BOTH),
    ("3.4.2026", f'"3.4.2026" {NOT_ISO}', BOTH),
    ("03/04/2026", f'"03/04/2026" {NOT_ISO}', BOTH),
    ("03-04-2026", f'"03-04-2026" {NOT_ISO}', BOTH),
    ("03.04.26", '"03.04.26" has a year of two digits', BOTH),
    ("31.12.99", '"31.12.99" has a year of two digits', "write 1999-12-31"),
    (
        "26-04-03", '"26-04-03" has a year of two digits',
        "write 2003-04-26 (26 April 2003) or 2026-04-03 (3 April 2026)",
    ),
    ("03.03.2026", f'"03.03.2026" {NOT_ISO}', "write 2026-03-03"),
    ("25.12.2026", f'"25.12.2026" {NOT_ISO}', "write 2026-12-25"),
    ("12/25/2026", f'"12/25/2026" {NOT_ISO}', "write 2026-12-25"),
    ("31.02.2026", f'"31.02.2026" {NOT_ISO}', FORM),
    ("2026-4-3", f'"2026-4-3" {NOT_ISO}', "write 2026-04-03"),
    ("2026/04/03", f'"2026/04/03" {NOT_ISO}', "write 2026-04-03"),
    ("20260403", f'"20260403" {NOT_ISO}', "write 2026-04-03"),
    ("2026-W02-4", f'"2026-W02-4" {NOT_ISO}', "write 2026-01-08"),
    ("2026-W60-1", f'"2026-W60-1" {NOT_ISO}', FORM),
    ("3. april 2026", f'"3. april 2026" {NOT_ISO}', "write 2026-04-03"),
    ("14. jan. 2027", f'"14. jan. 2027" {NOT_ISO}', "write 2027-01-14"),
    ("1. mars 2026", f'"1. mars 2026" {NOT_ISO}', "write 2026-03-01"),
    ("March 1, 2026", f'"March 1, 2026" {NOT_ISO}', "write 2026-03-01"),
    ("3. gert 2026", f'"3. gert 2026" {NOT_ISO}', FORM),
    ("2026-04", f'"2026-04" {NOT_ISO}', FORM),
    (" 2026-04-03", f'" 2026-04-03" {NOT_ISO}', FORM),
    ("٢٠٢٦-٠٤-٠٣", f'"٢٠٢٦-٠٤-٠٣" {NOT_ISO}', FORM),
    ("", f'"" {NOT_ISO}', FORM),
    ("x" * 50, f'"{"x" * 40}…" {NOT_ISO}', FORM),
    (
        "2026-02-31", "2026-02-31 does not exist: February 2026 has 28 days",
        "write a day from 2026-02-01 to 2026-02-28",
    ),
    (
        "2100-02-29", "2100-02-29 does not exist: February 2100 has 28 days",
        "write a day from 2100-02-01 to 2100-02-28",
    ),
    (
        "2026-04-00", "2026-04-00 does not exist: April 2026 has 30 days",
        "write a day from 2026-04-01 to 2026-04-30",
    ),
    ("2026-13-01", "there is no month 13", "write 2026-01-13"),
    ("2026-00-10", "there is no month 00", "write a month from 01 to 12"),
    ("2026-40-40", "there is no month 40", "write a month from 01 to 12"),
    ("1989-12-31", "the year 1989 lies outside 1990–2100", "write a year from 1990 to 2100"),
    ("2101-01-01", "the year 2101 lies outside 1990–2100", "write a year from 1990 to 2100"),
    ("0001-01-01", "the year 0001 lies outside 1990–2100", "write a year from 1990 to 2100"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "remedy"), REFUSED, ids=[text for text, _, _ in REFUSED])
def test_any_other_date_is_refused_with_every_reading_it_has(text: str, message: str, remedy: str) -> None:
    for read in (parse_date, parse_local):
        with pytest.raises(DateFault) as caught:
            read(text)
        assert (caught.value.message, caught.value.remedy) == (message, remedy)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2026-04-03T08:30", "write 2026-04-03"),
        ("3.4.2026 kl. 8.30", BOTH),
        ("3. april 2026, 08:30", "write 2026-04-03"),
    ],
)
def test_a_time_where_a_date_belongs_is_named(text: str, remedy: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_date(text)
    assert caught.value.message == f'"{text}" has a time, where a date alone belongs'
    assert caught.value.remedy == remedy


LOCAL = "is not an ISO 8601 date and time"
LOCALS_REFUSED = [
    ("2026-04-03 8:30", f'"2026-04-03 8:30" {LOCAL}', "write 2026-04-03T08:30"),
    ("2026-04-03T08.30", f'"2026-04-03T08.30" {LOCAL}', "write 2026-04-03T08:30"),
    ("2026-04-03 kl. 8.30", f'"2026-04-03 kl. 8.30" {LOCAL}', "write 2026-04-03T08:30"),
    (
        "3.4.2026 kl. 8.30", f'"3.4.2026 kl. 8.30" {LOCAL}',
        "write 2026-04-03T08:30 (3 April 2026) or 2026-03-04T08:30 (4 March 2026)",
    ),
    ("soon 8.30", f'"soon 8.30" {NOT_ISO}', FORM),
    (
        "2026-04-03T08:30Z", '"2026-04-03T08:30Z" has an offset from UTC',
        "write the time on the local clock and no offset, such as 2026-04-03T08:30",
    ),
    (
        "2026-04-03T08:30:00.5+02:00", '"2026-04-03T08:30:00.5+02:00" has an offset from UTC',
        "write the time on the local clock and no offset, such as 2026-04-03T08:30",
    ),
    ("2026-04-03T24:00", "there is no time 24:00", "write a time from 00:00 to 23:59"),
    ("2026-04-03T08:60", "there is no time 08:60", "write a time from 00:00 to 23:59"),
    (
        "2026-02-31T08:30", "2026-02-31 does not exist: February 2026 has 28 days",
        "write a day from 2026-02-01 to 2026-02-28",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message", "remedy"), LOCALS_REFUSED, ids=[text for text, _, _ in LOCALS_REFUSED]
)
def test_any_other_time_is_refused_with_what_would_be_right(text: str, message: str, remedy: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_local(text)
    assert (caught.value.message, caught.value.remedy) == (message, remedy)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-01-14", date(2027, 1, 14)),
        ("2027-01-14T08:30", datetime(2027, 1, 14, 8, 30)),
        ("2027-01-14 08:30", datetime(2027, 1, 14, 8, 30)),
        ("2027-01-14T08:30:15", datetime(2027, 1, 14, 8, 30, 15)),
        ("2028-02-29T23:59", datetime(2028, 2, 29, 23, 59)),
    ],
)
def test_a_local_time_is_read(text: str, expected: date) -> None:
    read = parse_local(text)
    assert read == expected
    assert type(read) is type(expected)


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_iso_date_is_read(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_local(day.isoformat()) == day


@settings(deadline=None)
@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 12, 31)))
def test_every_iso_time_is_read(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, fold=0)
    assert parse_local(moment.isoformat()) == moment


@settings(deadline=None)
@given(
    st.text()
    | st.from_regex(
        r"[0-9]{1,4}[-./ W][0-9]{1,2}[-./ ][0-9]{1,4}([T ][0-9]{1,2}[.:][0-9]{2})?", fullmatch=True
    )
)
def test_any_text_is_read_or_refused_with_a_remedy(text: str) -> None:
    for read in (parse_date, parse_local):
        try:
            read(text)
        except DateFault as fault:
            assert fault.message
            assert fault.remedy
