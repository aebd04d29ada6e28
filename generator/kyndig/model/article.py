"""News and pages: words that are not data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from .facts import FROM_PATH, Id, Keyed, Link, LinksTo, Pattern, Record, RefTo, VagueDate
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
class KnownFault:
    """Tell of something on the site that not everybody can use."""

    id: Id
    text: Text
    """What cannot be used, and by whom."""
    instead: Text | None = None
    """What to use instead, or how to get it in another way."""
    criterion: (
        Annotated[str, Pattern(r"[1-4]\.[1-9]\.[1-9]\d?", "a success criterion, such as 1.4.3")] | None
    ) = None
    """The success criterion of WCAG that it breaks."""
    until: VagueDate | None = None
    """When it will be right, as far as it is known."""


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
    adds: Literal["accessibility", "privacy"] | None = None
    """What the build adds below the words: the facts about accessibility, or those about privacy."""
    reviewed: date | None = None
    """When the accessibility of the site was last gone through; for the page that adds it."""
    faults: Annotated[tuple[KnownFault, ...], Keyed()] = ()
    """What is known not to be accessible; for the page that adds accessibility."""
