"""The feeds and calendars that a page announces to programs."""

from __future__ import annotations

from ...routes import Page
from ...routes.feeds import CALENDAR, FORMATS, NAMES, calendar_path, feed_path, feeds_of_page, has_calendar
from ..reader import Reader
from .feed_titles import feed_title


def feeds_beside(reader: Reader, page: Page) -> tuple[tuple[str, str, str], ...]:
    """Announce the feeds and calendars of exactly what a page shows; on a page that has none the feed of everything."""
    names = [each for each in feeds_of_page(page.key) if reader.site.has_feed(each)] or ["all"]
    found = []
    for name in names:
        title = f"{reader.settings.sitename}: {feed_title(reader, name)}"
        found += [
            (f"{title} ({NAMES[suffix]})", feed_path(page.language, name, suffix), media)
            for suffix, media in FORMATS.items()
        ]
        if has_calendar(name) and page.key != "front":
            found.append((title, calendar_path(page.language, name), CALENDAR))
    return tuple((title, reader.site.address(path), media) for title, path, media in found)
