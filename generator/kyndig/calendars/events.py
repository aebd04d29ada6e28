"""Events of calendars (RFC 5545, section 3.6.1)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ..announcing import CourseDate
from ..locales.dates import attach_zone, in_daylight_overlap
from ..views.announced import DateSaid, Meeting
from .lines import line, text
from .spans import Span, span

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
    data = b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            line(f"SUMMARY;LANGUAGE={said.lang}", text(said.closing)),
            *_times(when, ""),
            *_stamps(it, uid_of(it, "deadline")),
            *_about(said, is_off),
            line("RELATED-TO", it.uid),
            FREE,
            b"END:VEVENT\r\n",
        )
    )
    return (Event(last, data, "", _until(when, is_off)),)


def uid_of(it: CourseDate, part: str) -> str:
    """Return the UID of a part of a date: it follows from that of the whole, and stays whatever becomes of the part."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{it.uid} {part}"))


def _event(said: DateSaid, meeting: Meeting) -> Event:
    it, zone = said.it, str(said.it.facts["timezone"])
    when = span(_moment(meeting.start), _moment(meeting.end) if meeting.end else None)
    uid = uid_of(it, f"session {meeting.id}") if meeting.id else it.uid
    data = b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            line(f"SUMMARY;LANGUAGE={said.lang}", text(meeting.title)),
            *_times(when, zone),
            *_stamps(it, uid),
            *_about(said, meeting.is_off),
            *((line("LOCATION", text(meeting.place)),) if meeting.place else ()),
            FREE,
            b"END:VEVENT\r\n",
        )
    )
    return Event(meeting.start, data, zone if b";TZID=" in data else "", _until(when, meeting.is_off))


def _times(when: Span, zone: str) -> Iterator[bytes]:
    for name, moment in (("DTSTART", when.start), ("DTEND", when.end)):
        if isinstance(moment, datetime):
            if in_daylight_overlap(moment, zone):  # by the zone the first is meant, but programs take either
                yield line(name, utc(attach_zone(moment, zone)))
            else:
                yield line(f"{name};TZID={zone}", f"{moment:%Y%m%dT%H%M%S}")
        elif moment is not None:
            yield line(f"{name};VALUE=DATE", f"{moment:%Y%m%d}")


def _stamps(it: CourseDate, uid: str) -> Iterator[bytes]:
    """Yield what programs tell versions apart by: nothing of it is the time of the build."""
    yield line("UID", uid)
    yield line("DTSTAMP", utc(it.touched))
    yield line("CREATED", utc(it.first))
    yield line("LAST-MODIFIED", utc(it.touched))
    yield line("SEQUENCE", str(it.sequence))


def _about(said: DateSaid, is_off: bool) -> Iterator[bytes]:
    yield line("STATUS", "CANCELLED" if is_off else "CONFIRMED")
    yield line("CATEGORIES", ",".join(map(text, said.categories)))
    yield line("DESCRIPTION", text(said.description))
    yield line("URL", said.url)


def utc(moment: datetime) -> str:
    """Return a moment in UTC (section 3.3.5, form 2)."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _moment(text_: str) -> datetime | date:
    return datetime.fromisoformat(text_) if "T" in text_ else date.fromisoformat(text_)


def _until(when: Span, is_off: bool) -> date:
    return when.last + (AFTER_CALLED_OFF if is_off else AFTER_THE_END)
