"""Dates of courses that calendars are known to get wrong, and what every program must make of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A date as its author writes it, and when it is: local times with `zone`, or days, the end exclusive; or no end."""

    name: str
    written: str
    start: str
    end: str
    zone: str = "Europe/Copenhagen"
    starts_at: str = ""
    """The same moment in UTC, for a time."""

    @property
    def is_days(self) -> bool:
        return "T" not in self.start


CASES = (
    Case(
        "one-afternoon",
        "start: 2027-01-14T08:30\nend: 2027-01-14T15:30",
        "2027-01-14T08:30:00",
        "2027-01-14T15:30:00",
        starts_at="2027-01-14T07:30:00Z",
    ),
    Case("one-day", "start: 2027-09-08", "2027-09-08", "2027-09-09"),
    Case("two-days", "start: 2027-02-03\nend: 2027-02-04", "2027-02-03", "2027-02-05"),
    Case("two-days-with-hours", "start: 2027-02-10T09:00\nend: 2027-02-11T15:30", "2027-02-10", "2027-02-12"),
    Case("over-new-year", "start: 2026-12-30\nend: 2027-01-02", "2026-12-30", "2027-01-03"),
    Case(
        "new-years-eve",
        "start: 2026-12-31T20:00\nend: 2027-01-01T01:00",
        "2026-12-31T20:00:00",
        "2027-01-01T01:00:00",
        starts_at="2026-12-31T19:00:00Z",
    ),
    Case(
        "from-midnight",
        "start: 2027-03-01T00:00\nend: 2027-03-01T08:00",
        "2027-03-01T00:00:00",
        "2027-03-01T08:00:00",
        starts_at="2027-02-28T23:00:00Z",
    ),
    Case(
        "until-midnight",
        "start: 2027-03-02T18:00\nend: 2027-03-03T00:00",
        "2027-03-02T18:00:00",
        "2027-03-03T00:00:00",
        starts_at="2027-03-02T17:00:00Z",
    ),
    Case(
        "two-days-until-midnight",
        "start: 2027-03-08T08:30\nend: 2027-03-10T00:00",
        "2027-03-08",
        "2027-03-10",
    ),
    Case("day-to-hour", "start: 2027-01-20\nend: 2027-01-21T15:30", "2027-01-20", "2027-01-22"),
    Case("hour-to-day", "start: 2027-01-27T09:00\nend: 2027-01-28", "2027-01-27", "2027-01-29"),
    Case(
        "start-only", "start: 2027-01-22T09:00", "2027-01-22T09:00:00", "", starts_at="2027-01-22T08:00:00Z"
    ),
    Case(
        "over-the-hour-that-is-skipped",
        "start: 2027-03-28T01:30\nend: 2027-03-28T03:30",
        "2027-03-28T01:30:00",
        "2027-03-28T03:30:00",
        starts_at="2027-03-28T00:30:00Z",
    ),
    Case(
        "in-summer",
        "start: 2027-06-01T10:00\nend: 2027-06-01T12:00",
        "2027-06-01T10:00:00",
        "2027-06-01T12:00:00",
        starts_at="2027-06-01T08:00:00Z",
    ),
    Case(
        "in-oslo",
        "start: 2027-05-11T12:00\nend: 2027-05-11T16:00\ntimezone: Europe/Oslo",
        "2027-05-11T12:00:00",
        "2027-05-11T16:00:00",
        "Europe/Oslo",
        "2027-05-11T10:00:00Z",
    ),
)
"""Cases of one event each; in all of them people meet online."""

TWICE = "in-the-hour-that-comes-twice"

COURSE = """\
---
lang: da
announced: 2026-11-01
title: "Ultralyd, blokader; og mere: æøå 👩‍⚕️"
lead: "Først, dernæst; \\\\ til sidst."
form: short-course
reach: national
topics: [ultrasound]
accepted:
  words: {code: translation.none, reason: Prøven er på dansk.}
instances:
"""

DATE = """\
  {name}:
{written}
    mode: online
    languages: [da]
    deadline: 2026-12-07
    announced: 2026-11-02
"""


def course() -> str:
    """Return the file of a course that has a date for each case."""
    all_ = {each.name: each.written for each in CASES}
    all_[TWICE] = "start: 2027-10-31T02:30\nend: 2027-10-31T04:00"
    dates = (
        DATE.format(name=name, written="".join(f"    {line}\n" for line in written.splitlines()))
        for name, written in all_.items()
    )
    return COURSE + "".join(each.replace("\n\n", "\n") for each in dates) + "---\nMere.\n"


SESSIONS = """\
---
lang: da
announced: 2026-11-01
title: Kursus i flere dele
lead: Tre gange.
form: short-course
reach: national
topics: [ultrasound]
accepted:
  words: {code: translation.none, reason: Prøven er på dansk.}
instances:
  spring:
    start: 2027-03-09
    end: 2027-05-20
    mode: blended
    place: Herlev
    languages: [da]
    deadline: 2027-02-01
    announced: 2026-11-02
    sessions:
      "1": {start: 2027-03-09T09:00, end: 2027-03-09T15:00}
      "2": {start: 2027-04-06T17:00, end: 2027-04-06T19:00, mode: online, note: Medbring spørgsmål.}
      exam: {start: 2027-05-20, place: Odense}
---
Mere.
"""
