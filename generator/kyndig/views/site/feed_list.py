"""The page that tells what a feed is, and where each one can be followed."""

from __future__ import annotations

from dataclasses import dataclass

from ...locales.languages import LANGUAGES
from ...routes import Page
from ...routes.feeds import FORMATS, NAMES, feed_path
from ..announced import feed_title
from ..announced.grouping import grouped
from ..gather import listing
from ..parts import Shell
from ..reader import Reader


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One address of a feed, with the name of its format and its media type."""

    format: str
    href: str
    url: str
    type: str


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One feed in one language."""

    name: str
    links: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class FeedLanguage:
    """The feeds of one language, under the language's own name."""

    language: str
    name: str
    feeds: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True)
class FeedsView:
    """What the list of feeds shows: the reader's own language first."""

    languages: tuple[FeedLanguage, ...]


def list_feeds(reader: Reader, page: Page) -> tuple[Shell, FeedsView]:
    """Make the page about feeds."""
    others = tuple(each for each in reader.catalogue.languages if each != reader.language)
    body = FeedsView(tuple(_feeds(reader, each) for each in (reader.language, *others)))
    lead = reader.word("Hear of new courses, positions and curricula without giving your address to anyone.")
    return listing(reader, page, lead), body


def _feeds(reader: Reader, language: str) -> FeedLanguage:
    return FeedLanguage(
        language,
        LANGUAGES[language].name,
        tuple(
            FeedRow(
                str(feed_title(reader, name)),
                tuple(
                    FeedLink(
                        NAMES[suffix],
                        reader.site.address(feed_path(language, name, suffix)),
                        reader.site.absolute(feed_path(language, name, suffix)),
                        media,
                    )
                    for suffix, media in FORMATS.items()
                ),
            )
            for _, name in grouped(reader)
        ),
    )
