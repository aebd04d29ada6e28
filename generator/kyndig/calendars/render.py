"""Put calendars together: events are made once a language, and stand in every calendar as they are."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, timedelta
from functools import partial

from icalendar import Calendar, vDuration, vText, vUri

from ..announcing import NEVER
from ..routes.feeds import calendar_path, deadlines_path, event_path, page_of_feed
from ..routes.segments import N_
from ..views import Reader
from ..views.announced import DateSaid, feed_title, say_date, tag
from .events import BUSY, FREE, Event, deadlines, events
from .words import sound
from .zones import ZONES, zone

PRODUCT = "-//Kyndig//Kyndig//DA"
"""The name of the program (RFC 5545, section 3.7.3), without a version: no calendar changes with it."""

AGAIN = timedelta(hours=12)
"""How often programs should look: twice a day, for a course is moved days before it is held, not hours."""

COLOUR = "teal"
"""The colour of the theme, in the names of CSS that RFC 7986, section 5.9, asks for."""

_FINISH = b"END:VCALENDAR\r\n"


def calendar_files(reader: Reader, name: str, refs: tuple[str, ...]) -> dict[str, bytes]:
    """Return the two calendars of what a feed follows in one language, by path: dates, and last days to sign up.

    `refs` are the dates of courses in it.
    """
    files, said = {}, tuple(say_date(reader, ref) for ref in refs)
    for path, make in (
        (calendar_path(reader.language, name), events),
        (deadlines_path(reader.language, name), deadlines),
    ):
        every = (event for each in said for event in _made(reader, make, each))
        kept = (event for event in every if event.until >= reader.today)
        files[path] = _calendar(_head(reader, name, path, make.__name__, said), kept)
    return files


def event_files(reader: Reader, refs: Iterable[str]) -> dict[str, bytes]:
    """Return a calendar for each of some dates of courses in one language, by path: to take into one's own.

    It says nothing of looking again, and its events take the time of whoever takes them in.
    """
    files = {}
    for ref in refs:
        data = _calendar(_plain(), _made(reader, events, say_date(reader, ref)))
        files[event_path(reader.language, ref.partition(":")[2])] = data.replace(FREE, BUSY)
    return files


def _made(reader: Reader, make: Callable[[DateSaid], tuple[Event, ...]], said: DateSaid) -> tuple[Event, ...]:
    return reader.once(f"{make.__name__} of {said.it.of}", partial(make, said))


def _calendar(head: Calendar, found: Iterable[Event]) -> bytes:
    """Return a calendar; one without events has a time zone, because it must have something (section 3.6)."""
    ordered = sorted(found, key=lambda each: (each.start, each.data))
    zones = sorted({each.zone for each in ordered} - {""}) or ([] if ordered else ZONES[:1])
    data = bytes(head.to_ical())
    assert data.endswith(_FINISH)
    return b"".join((data[: -len(_FINISH)], *map(zone, zones), *(each.data for each in ordered), _FINISH))


def _plain() -> Calendar:
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    return made


_WORDS = {
    "events": (
        N_("{name}: course dates"),
        N_("Course dates, with what is moved or cancelled, in {language}."),
    ),
    "deadlines": (
        N_("{name}: deadlines"),
        N_("The last day to sign up for each course date, in {language}."),
    ),
}


def _head(reader: Reader, name: str, path: str, sort: str, said: tuple[DateSaid, ...]) -> Calendar:
    """Return what a calendar says of itself (RFC 7986, section 5), and the same for older programs."""
    words, of = _WORDS[sort], {"LANGUAGE": reader.language}
    title = reader.word(words[0]).format(name=f"{reader.settings.sitename}: {feed_title(reader, name)}")
    about = reader.word(words[1]).format(language=reader.word(f"language/{reader.language}"))
    key = next(each for each in page_of_feed(name) if reader.site.has(each, reader.language))
    made = _plain()
    made.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, tag(reader, f"calendar:{sort}:{name}"))))
    made.add("name", vText(sound(title), params=of))
    made.add("x-wr-calname", vText(sound(title)))
    made.add("description", vText(sound(about), params=of))
    made.add("x-wr-caldesc", vText(sound(about)))
    made.add("last-modified", max((each.it.touched for each in said), default=NEVER).astimezone(UTC))
    made.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(AGAIN))
    made.add("source", vUri(reader.site.absolute(path), params={"VALUE": "URI"}))
    made.add("url", reader.site.absolute(reader.site.page(key, reader.language).path))
    made.add("color", COLOUR)
    return made
