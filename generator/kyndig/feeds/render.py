"""Turn items into RSS 2.0 and Atom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

from feedgen.feed import FeedGenerator

from ..routes.feeds import FEEDS, FORMATS, PAGES, feed_path
from ..views.reader import Reader
from .changes import change_items
from .items import Item, items, tag

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a feed in which nothing has been announced yet: never the time of the build."""


def feeds(readers: Mapping[str, Reader]) -> dict[str, bytes]:
    """Return every feed of every language by its path."""
    return {
        feed_path(language, name, suffix): _feed(reader, name, suffix)
        for language, reader in readers.items()
        for name in FEEDS
        for suffix in FORMATS
    }


def _feed(reader: Reader, name: str, suffix: str) -> bytes:
    title, kinds = FEEDS[name]
    make = change_items if kinds == ("change",) else partial(items, kinds=kinds)
    entries = reader.once(f"feed {name}", partial(make, reader))
    feed = FeedGenerator()
    feed.id(tag(reader, f"feed:{name}"))
    feed.title(f"{reader.settings.sitename}: {reader.word(title)}")
    about = reader.word("What is new, in {language}.").format(
        language=reader.word(f"language/{reader.language}")
    )
    feed.subtitle(about)
    feed.description(about)
    feed.language(reader.language)
    feed.author({"name": reader.settings.sitename})
    page = reader.site.page(PAGES.get(name, name), reader.language)
    feed.link(href=reader.site.absolute(feed_path(reader.language, name, suffix)), rel="self")
    feed.link(href=reader.site.absolute(page.path), rel="alternate")  # last: RSS takes it for the channel's
    updated = max((each.updated for each in entries), default=_EPOCH)
    feed.updated(updated)
    feed.lastBuildDate(updated)
    feed.generator("Kyndig")
    for each in entries:
        _entry(feed, each)
    return bytes(feed.rss_str(pretty=True) if suffix == "rss" else feed.atom_str(pretty=True))


def _entry(feed: FeedGenerator, item: Item) -> None:
    entry = feed.add_entry(order="append")
    entry.id(item.id)
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.link(href=item.url, hreflang=item.language)
    entry.summary(item.summary)
    entry.description(item.summary)
    entry.published(item.published)
    entry.updated(item.updated)
    for category in item.categories:
        entry.category(term=category)
