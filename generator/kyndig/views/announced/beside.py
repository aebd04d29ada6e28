"""The feeds and calendars that a page announces, to programs and to readers."""

from __future__ import annotations

from ...routes import Page
from ...routes.feeds import (
    CALENDAR,
    FORMATS,
    NAMES,
    calendar_path,
    feed_path,
    feeds_of_page,
    has_calendar,
    subscribing,
)
from ..parts import Following, Linked, Phrase
from ..reader import Reader
from .feed_titles import feed_title


def feeds_beside(reader: Reader, page: Page) -> tuple[tuple[str, str, str], ...]:
    """Announce the feeds and calendars of exactly what a page shows; on a page that has none the feed of everything."""
    found = []
    for name in _own(reader, page) or ["all"]:
        title = f"{reader.settings.sitename}: {feed_title(reader, name)}"
        found += [
            (f"{title} ({NAMES[suffix]})", feed_path(page.language, name, suffix), media)
            for suffix, media in FORMATS.items()
        ]
        if has_calendar(name) and page.key != "front":
            found.append((title, calendar_path(page.language, name), CALENDAR))
    return tuple((title, reader.site.address(path), media) for title, path, media in found)


def following(reader: Reader, page: Page) -> Following | None:
    """Return how readers follow what a page shows, or None where it has no feed of its own."""
    feeds = tuple(
        (
            str(feed_title(reader, name)),
            reader.site.address(feed_path(page.language, name, "rss")),
            subscribing(reader.site.absolute(calendar_path(page.language, name)))
            if has_calendar(name)
            else "",
        )
        for name in _own(reader, page)
    )
    how = Linked(reader.href("feeds"), Phrase(reader.word("How to follow")))
    return Following(feeds, how) if feeds else None


def _own(reader: Reader, page: Page) -> list[str]:
    return [each for each in feeds_of_page(page.key) if reader.site.has_feed(each)]
