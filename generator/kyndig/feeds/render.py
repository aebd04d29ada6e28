"""Turn announcements into RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import partial

from ..announcing import Announcement
from ..routes.feeds import feed_path
from ..views import Reader
from ..views.announced import Said, say
from .head import MOST, Head
from .json_feed import json_feed

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from feedgen.feed import FeedGenerator


def feed_files(readers: Iterable[Reader], name: str, told: tuple[Announcement, ...]) -> dict[str, bytes]:
    """Return one feed in every language and format, by path; `told` is newest first."""
    files: dict[str, bytes] = {}
    for reader in readers:
        items = tuple(say(reader, each) for each in told[:MOST])
        head = Head.of(reader, name, items)
        files |= {
            feed_path(reader.language, name, suffix): make(reader, name, head, items)
            for suffix, make in (("rss", partial(_xml, "rss")), ("atom", partial(_xml, "atom")))
        }
        address = reader.site.absolute(feed_path(reader.language, name, "json"))
        files[feed_path(reader.language, name, "json")] = json_feed(head, address, items)
    return files


def _xml(form: str, reader: Reader, name: str, head: Head, items: tuple[Said, ...]) -> bytes:
    """Return a feed in one of the forms of XML: its head with the entries, each of which is made once for all feeds."""
    feed = _empty()
    feed.id(head.id)
    feed.title(head.title)
    feed.subtitle(head.about)
    feed.description(head.about)
    feed.language(head.language)
    feed.author({"name": head.author})
    feed.link(href=reader.site.absolute(feed_path(head.language, name, form)), rel="self")
    feed.link(href=head.page, rel="alternate")  # last: RSS takes it for the channel's
    feed.updated(head.updated)
    feed.lastBuildDate(head.updated)
    data = _written(feed, form)
    entries = b"\n".join(reader.once(f"{form} {each.id}", partial(_entry, form, each)) for each in items)
    end = _ENDS[form]
    return data.replace(end, entries + b"\n" + end) if entries else data


_ENDS = {"rss": b"</channel>", "atom": b"</feed>"}
_MARKS = {"rss": (b"<item>", b"</item>"), "atom": (b"<entry>", b"</entry>")}


def _entry(form: str, said: Said) -> bytes:
    """Return one entry as it stands in any feed: feedgen writes it into a feed of its own, from which it is taken."""
    feed = _empty()
    feed.id("x")
    feed.title("x")
    feed.description("x")
    feed.link(href="x")
    feed.updated(said.at)
    entry = feed.add_entry()
    entry.id(said.id)
    entry.guid(said.id, permalink=False)
    entry.title(said.title)
    entry.link(href=said.url, hreflang=said.lang)
    entry.summary(said.text)
    if form == "rss":
        entry.description(said.text)
    entry.content(said.html, type="html")
    entry.published(said.at)
    entry.updated(said.at)
    entry.dc.dc_language(said.lang)
    if said.source:
        entry.dc.dc_source(said.source[1])
    for category in said.categories:
        entry.category(term=category)
    data = _written(feed, form)
    first, last = _MARKS[form]
    found = data[data.index(first) : data.index(last) + len(last)]
    return found.replace(b"<entry>", f'<entry xml:lang="{said.lang}">'.encode(), 1)


def _empty() -> FeedGenerator:
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.generator("Kyndig")
    return feed


def _written(feed: FeedGenerator, form: str) -> bytes:
    return bytes(feed.rss_str() if form == "rss" else feed.atom_str())
