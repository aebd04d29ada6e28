"""News and pages: words that are not data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from .facts import FROM_PATH, Link, LinksTo, Record, RefTo
from .words import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Record):
    """A piece of news; the date stands in the file name: `news/2026-11-22-opening.md`."""

    title: Text
    """The headline."""
    lead: Text
    """What has happened, in one sentence."""
    slug: Text | None = None
    """Last part of the address in each language."""
    day: Annotated[date, FROM_PATH]
    """The day of the news, taken from the file name."""
    body: Prose
    """The piece, in Markdown."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes it is tagged with."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """What it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """A page that stands for itself, such as the one about the site."""

    title: Text
    """The heading."""
    lead: Text | None = None
    """What it is about, in one sentence."""
    slug: Text | None = None
    """Last part of the address in each language."""
    order: int = 100
    """Place among the links at the foot of every page."""
    body: Prose
    """The page, in Markdown."""
