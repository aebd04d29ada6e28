"""Events of calendars (RFC 5545, section 3.6.1)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from icalendar import vText

from ..announcing import CourseDate
from ..ledger import moment
from ..locales.dates import attach_zone, in_daylight_overlap
from ..views.announced import DateSaid, Meeting
from .spans import Span, span
from .words import sound
from .zones import ZONES

AFTER_CALLED_OFF = timedelta(days=30)
"""How long what was called off stays in calendars after it would have ended: until nobody can turn up in vain."""

AFTER_THE_END = timedelta(days=365)
"""How long what has been stays in calendars: for a year, in which people look up when it was they took part."""

BUSY, FREE = b"TRANSP:OPAQUE\r\n", b"TRANSP:TRANSPARENT\r\n"
"""Whether an event takes time of whoever has it in the calendar (section 3.8.2.7)."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event as it stands in any calendar: its bytes, the zone that they name or nothing, and its last day to stay."""

    start: str
    data: bytes
    zone: str
    until: date


def events(said: DateSaid) -> tuple[Event, ...]:
    """Return the events of a date of a course: one for each meeting, or one in all.

    In calendars that follow a subject they take nobody's time, for who follows all courses does not go to all.
    """
    return tuple(_event(said, each) for each in said.meetings)


def deadlines(said: DateSaid) -> tuple[Event, ...]:
    """Return the last day to sign up as an event, or none; one that holds no more is marked as called off."""
    it = said.it
    last, is_off = it.facts.get("deadline"), it.is_off
    if not last:
        last, is_off = it.before, True
    if not last:
        return ()
    when = span(date.fromisoformat(last), None)
    data = _written(said, when, "", uid_of(it, "deadline"), said.closing, is_off=is_off, of=it.uid)
    return (Event(last, data, "", _until(when, is_off)),)


def uid_of(it: CourseDate, part: str) -> str:
    """Return the UID of a part of a date: it follows from that of the whole, and stays whatever becomes of the part."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{it.uid} {part}"))


def _event(said: DateSaid, meeting: Meeting) -> Event:
    it, zone = said.it, str(said.it.facts.get("timezone") or ZONES[0])
    when = span(moment(meeting.start), moment(meeting.end) if meeting.end else None)
    uid = uid_of(it, f"session {meeting.id}") if meeting.id else it.uid
    data = _written(said, when, zone, uid, meeting.title, is_off=meeting.is_off, place=meeting.place)
    return Event(meeting.start, data, zone if b";TZID=" in data else "", _until(when, meeting.is_off))


def _written(
    said: DateSaid,
    when: Span,
    zone: str,
    uid: str,
    title: str,
    *,
    is_off: bool,
    place: str = "",
    of: str = "",
) -> bytes:
    """Return an event as it is written. What programs tell versions apart by is recorded: nothing is of the build's time."""
    it, made = said.it, icalendar.Event()
    made.add("summary", vText(sound(title), params={"LANGUAGE": said.lang}))
    for name, at in (("dtstart", when.start), ("dtend", when.end)):
        if at is not None:
            made.add(name, _in_zone(at, zone))
    made.add("uid", uid)
    for name, stamp in (("dtstamp", it.touched), ("created", it.first), ("last-modified", it.touched)):
        made.add(name, stamp.astimezone(UTC))
    made.add("sequence", it.sequence)
    made.add("status", "CANCELLED" if is_off else "CONFIRMED")
    made.add("categories", [sound(each) for each in said.categories])
    made.add("description", sound(said.description))
    made.add("url", said.url)
    if place:
        made.add("location", sound(place))
    if of:
        made.add("related-to", of)
    made.add("transp", "TRANSPARENT")
    return bytes(made.to_ical())


def _in_zone(at: datetime | date, zone: str) -> datetime | date:
    """Return a moment with its zone; one that the clock shows twice in UTC, for programs take either."""
    if not isinstance(at, datetime):
        return at
    if in_daylight_overlap(at, zone):
        return attach_zone(at, zone).astimezone(UTC)
    return at.replace(tzinfo=ZoneInfo(zone))


def _until(when: Span, is_off: bool) -> date:
    return when.last + (AFTER_CALLED_OFF if is_off else AFTER_THE_END)
