"""Put calendars together: events are made once a language, and stand in every calendar as they are."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ..announcing import NEVER
from ..routes.feeds import calendar_path, deadlines_path, event_path, page_of_feed
from ..routes.segments import N_
from ..views import Reader
from ..views.announced import DateSaid, feed_title, say_date, tag
from .events import BUSY, FREE, Event, deadlines, events, utc
from .lines import END, line, text
from .zones import ZONES, zone

PRODUCT = "-//Kyndig//Kyndig//DA"
"""The name of the program (RFC 5545, section 3.7.3), without a version: no calendar changes with it."""

AGAIN = "PT12H"
"""How often programs should look: twice a day, for a course is moved days before it is held, not hours."""

COLOUR = "teal"
"""The colour of the theme, in the names of CSS that RFC 7986, section 5.9, asks for."""

_BEGIN, _FINISH = b"BEGIN:VCALENDAR" + END, b"END:VCALENDAR" + END


def calendar_files(readers: Iterable[Reader], name: str, refs: tuple[str, ...]) -> dict[str, bytes]:
    """Return the two calendars of what a feed follows in every language, by path: dates, and last days to sign up.

    `refs` are the dates of courses in it.
    """
    files = {}
    for reader in readers:
        said = tuple(say_date(reader, ref) for ref in refs)
        for path, make in (
            (calendar_path(reader.language, name), events),
            (deadlines_path(reader.language, name), deadlines),
        ):
            every = (event for each in said for event in _made(reader, make, each))
            kept = (event for event in every if event.until >= reader.today)
            files[path] = _calendar(_head(reader, name, path, make.__name__, said), kept)
    return files


def event_files(readers: Iterable[Reader], refs: Iterable[str]) -> dict[str, bytes]:
    """Return a calendar for each of some dates of courses in every language, by path: to take into one's own.

    It says nothing of looking again, and its events take the time of whoever takes them in.
    """
    files = {}
    for reader in readers:
        for ref in refs:
            made = _made(reader, events, say_date(reader, ref))
            data = _calendar(b"".join(_plain()), made)
            files[event_path(reader.language, ref.partition(":")[2])] = data.replace(FREE, BUSY)
    return files


def _made(reader: Reader, make: Callable[[DateSaid], tuple[Event, ...]], said: DateSaid) -> tuple[Event, ...]:
    return reader.once(f"{make.__name__} of {said.it.of}", partial(make, said))


def _calendar(head: bytes, found: Iterable[Event]) -> bytes:
    """Return a calendar; one without events has a time zone, because it must have something (section 3.6)."""
    ordered = sorted(found, key=lambda each: (each.start, each.data))
    zones = sorted({each.zone for each in ordered} - {""}) or ([] if ordered else ZONES[:1])
    return b"".join((_BEGIN, head, *map(zone, zones), *(each.data for each in ordered), _FINISH))


def _plain() -> Iterator[bytes]:
    yield line("VERSION", "2.0")
    yield line("PRODID", PRODUCT)
    yield line("CALSCALE", "GREGORIAN")
    yield line("METHOD", "PUBLISH")


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


def _head(reader: Reader, name: str, path: str, sort: str, said: tuple[DateSaid, ...]) -> bytes:
    """Return what a calendar says of itself (RFC 7986, section 5), and the same for older programs."""
    words = _WORDS[sort]
    title = reader.word(words[0]).format(name=f"{reader.settings.sitename}: {feed_title(reader, name)}")
    about = reader.word(words[1]).format(language=reader.word(f"language/{reader.language}"))
    key = next(each for each in page_of_feed(name) if reader.site.has(each, reader.language))
    uid = uuid.uuid5(uuid.NAMESPACE_URL, tag(reader, f"calendar:{sort}:{name}"))
    return b"".join(
        (
            *_plain(),
            line("UID", str(uid)),
            line(f"NAME;LANGUAGE={reader.language}", text(title)),
            line("X-WR-CALNAME", text(title)),
            line(f"DESCRIPTION;LANGUAGE={reader.language}", text(about)),
            line("X-WR-CALDESC", text(about)),
            line("LAST-MODIFIED", utc(max((each.it.touched for each in said), default=NEVER))),
            line("REFRESH-INTERVAL;VALUE=DURATION", AGAIN),
            line("X-PUBLISHED-TTL", AGAIN),
            line("SOURCE;VALUE=URI", reader.site.absolute(path)),
            line("URL", reader.site.absolute(reader.site.page(key, reader.language).path)),
            line("COLOR", COLOUR),
        )
    )
