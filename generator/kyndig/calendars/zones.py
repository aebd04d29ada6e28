"""Time zones in full, as every calendar must carry those it uses (RFC 5545, section 3.6.5)."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

SINCE = 1997
"""The first year for which the rules below hold."""

ZONES = ("Europe/Copenhagen", "Europe/Oslo")
"""The zones that a date of a course can have; both follow the rules of Directive 2000/84/EC."""


@cache
def zone(name: str) -> bytes:
    """Return the definition of a zone by the rules of summer time, without an end.

    They are written as two rules, and not taken from the machine's database of zones year by year: so every build has
    the same bytes, whatever that database calls the years to come, and events of any year are covered. That the database
    says the same is held by a test, which fails on the day when summer time is abolished.
    """
    made = Timezone()
    made.add("tzid", name)
    made.add_component(_rule(TimezoneStandard(), "CET", "1996-10-27T03:00", (2, 1), 10))
    made.add_component(_rule(TimezoneDaylight(), "CEST", "1996-03-31T02:00", (1, 2), 3))
    return bytes(made.to_ical())


Observance = TimezoneStandard | TimezoneDaylight


def _rule(made: Observance, name: str, since: str, hours: tuple[int, int], month: int) -> Observance:
    """Fill in one rule: on the last Sunday of a month clocks go from one distance to UTC to another."""
    made.add("tzname", name)
    made.add("dtstart", datetime.fromisoformat(since))
    made.add("tzoffsetfrom", timedelta(hours=hours[0]))
    made.add("tzoffsetto", timedelta(hours=hours[1]))
    made.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    return made
