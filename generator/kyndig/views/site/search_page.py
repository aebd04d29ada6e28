"""The page where a reader searches, and finds every list without a script."""

from __future__ import annotations

from dataclasses import dataclass

from ...routes import Page
from ..gather import listing
from ..parts import Linked, Shell
from ..reader import Reader
from ..shell import list_link

_LISTS = ("curricula", "courses", "positions", "needs", "terms", "topics", "organisations", "sources", "news")
"""Lists a reader may look through instead of searching."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows before a search."""

    lists: tuple[Linked, ...]


def list_search(reader: Reader, page: Page) -> tuple[Shell, SearchView]:
    """Make the search page."""
    body = SearchView(tuple(list_link(reader, each) for each in _LISTS))
    return listing(reader, page, reader.word("Search by name, number, card or abbreviation.")), body
