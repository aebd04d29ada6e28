"""Ways to follow in a calendar what a page lists."""

from __future__ import annotations

from dataclasses import dataclass

from ..routes import Page
from ..routes.feeds import calendar_path, deadlines_path, feeds_of_page, has_calendar
from .reader import Reader


@dataclass(frozen=True, slots=True)
class CalendarLink:
    """A calendar: its name, the address that opens the reader's calendar program, and the same for any other way."""

    name: str
    opens: str
    address: str


def calendar_links(reader: Reader, page: Page) -> tuple[CalendarLink, ...]:
    """Return the calendars of exactly what a page shows: the dates, then the last days to sign up; or none."""
    names = (each for each in feeds_of_page(page.key) if has_calendar(each) and reader.site.has_feed(each))
    if (name := next(names, None)) is None:
        return ()
    return (
        _link(reader, reader.word("course dates"), calendar_path(reader.language, name)),
        _link(reader, reader.word("last days to sign up"), deadlines_path(reader.language, name)),
    )


def _link(reader: Reader, name: str, path: str) -> CalendarLink:
    opens = f"webcal:{reader.site.absolute(path).partition(':')[2]}"
    return CalendarLink(name, opens, reader.site.address(path))
