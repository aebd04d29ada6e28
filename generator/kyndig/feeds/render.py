"""Turn announcements into RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from functools import partial
from xml.sax.saxutils import quoteattr

from ..announcing import Announcement
from ..routes.feeds import FORMATS, feed_path
from ..views import Reader
from ..views.announced import Said, say
from .head import Head, kept
from .json_feed import json_feed

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from feedgen.feed import FeedGenerator


def feed_files(
    reader: Reader, name: str, told: tuple[Announcement, ...], papers: Mapping[str, int]
) -> dict[str, bytes]:
    """Return one feed of one language in every format, by path.

    `told` is newest first, `papers` has the bytes of every PDF of the site by its path.
    """
    items = tuple(say(reader, each) for each in kept(told))
    head, paths = (
        Head.of(reader, name, items),
        {form: feed_path(reader.language, name, form) for form in FORMATS},
    )
    enclosed = [_enclosed(reader, each, papers) for each in items]
    entries = [
        reader.once(f"entry {each.id} {files or ''}", partial(_entry, each, files))
        for each, files in zip(items, enclosed, strict=True)
    ]
    addresses = {form: reader.site.absolute(path) for form, path in paths.items()}
    return {
        paths["rss"]: _xml("rss", head, addresses["rss"], [rss for rss, _ in entries]),
        paths["atom"]: _xml("atom", head, addresses["atom"], [atom for _, atom in entries]),
        paths["json"]: json_feed(head, addresses["json"], zip(items, enclosed, strict=True)),
    }


def _xml(form: str, head: Head, address: str, entries: Sequence[bytes]) -> bytes:
    """Return a feed in one of the forms of XML: its head, and the entries, each of which is made once for all feeds."""
    feed = _empty()
    feed.id(head.id)
    feed.title(head.title)
    feed.subtitle(head.about)
    feed.description(head.about)
    feed.language(head.language)
    feed.author({"name": head.author})
    feed.link(href=address, rel="self")
    feed.link(href=head.page, rel="alternate")  # last: RSS takes it for the channel's
    feed.updated(head.updated)
    feed.lastBuildDate(head.updated)
    data, end = _written(feed, form), _ENDS[form]
    return data.replace(end, b"\n".join((*entries, end)))


_ENDS = {"rss": b"</channel>", "atom": b"</feed>"}
_MARKS = {"rss": (b"<item>", b"</item>"), "atom": (b"<entry>", b"</entry>")}


Enclosed = tuple[tuple[str, int], ...]
"""Addresses of PDFs, each with its bytes."""


def _enclosed(reader: Reader, said: Said, papers: Mapping[str, int]) -> Enclosed:
    found = (path for path in said.papers if path in papers)
    return tuple((reader.site.absolute(path), papers[path]) for path in found)


def _entry(said: Said, enclosed: Enclosed) -> tuple[bytes, bytes]:
    """Return one entry as it stands in any feed, for RSS and for Atom: it is taken from a feed of its own.

    RSS has room for one file (RSS 2.0, enclosure): the first.
    """
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
    entry.content(said.html, type="html")
    entry.published(said.at)
    entry.updated(said.at)
    entry.dc.dc_language(said.lang)
    if said.source:
        entry.dc.dc_source(said.source[1])
    entry.category([{"term": category} for category in said.categories])
    for url, size in reversed(enclosed):  # RSS takes the last
        entry.link(href=url, rel="enclosure", type="application/pdf", length=str(size))
    atom = _taken(feed, "atom").replace(b"<entry>", f'<entry xml:lang="{said.lang}">'.encode(), 1)
    atom = _linked(atom, said.url, f'rel="alternate" hreflang="{said.lang}"')
    for url, size in enclosed:
        atom = _linked(atom, url, f'rel="enclosure" type="application/pdf" length="{size}"')
    return _taken(feed, "rss"), atom


def _linked(entry: bytes, url: str, attributes: str) -> bytes:
    """Say in an entry of Atom what a link is: feedgen 1.0 drops all but its address."""
    href = f"<link href={quoteattr(url)}"
    return entry.replace(f"{href}/>".encode(), f"{href} {attributes}/>".encode(), 1)


def _taken(feed: FeedGenerator, form: str) -> bytes:
    data, (first, last) = _written(feed, form), _MARKS[form]
    return data[data.index(first) : data.index(last) + len(last)]


def _empty() -> FeedGenerator:
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.generator("Kyndig")
    return feed


def _written(feed: FeedGenerator, form: str) -> bytes:
    return bytes(feed.rss_str() if form == "rss" else feed.atom_str())
