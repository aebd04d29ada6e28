"""What a feed says of itself, the same in every format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ..announcing import Announcement
from ..routes.feeds import page_of_feed
from ..views import Reader
from ..views.announced import Said, feed_title, tag

LEAST, MOST = 20, 100
"""Items that a feed has at least, where there are so many, and at most: readers fetch a feed many times a day."""

SPAN = timedelta(days=60)
"""How long an item stands at least: who fetches a feed once in two months misses nothing but beyond `MOST`."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a feed in which nothing has been announced yet: never the time of the build."""


def kept(told: Sequence[Announcement]) -> Sequence[Announcement]:
    """Return what a feed shows of all that was announced in it, newest first; the day of the build decides nothing."""
    since = told[0].at - SPAN if told else None
    count = sum(since is not None and each.at >= since for each in told)
    return told[: min(max(count, LEAST), MOST)]


@dataclass(frozen=True, slots=True)
class Head:
    """The title of a feed, what it is about, the page it belongs to, and when something was last announced in it."""

    id: str
    title: str
    about: str
    author: str
    language: str
    page: str
    updated: datetime

    @classmethod
    def of(cls, reader: Reader, name: str, items: tuple[Said, ...]) -> Head:
        """Say what a feed is to a reader; `items` are newest first."""
        key = next(each for each in page_of_feed(name) if reader.site.has(each, reader.language))
        about = reader.word("What is new, in {language}.")
        return cls(
            tag(reader, f"feed:{name}"),
            f"{reader.settings.sitename}: {feed_title(reader, name)}",
            about.format(language=reader.word(f"language/{reader.language}")),
            reader.settings.sitename,
            reader.language,
            reader.site.absolute(reader.site.page(key, reader.language).path),
            items[0].at if items else _EPOCH,
        )
