"""The page where a reader searches, and finds every list without a script."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ...routes import Page
from ...routes.segments import N_
from ..gather import listing
from ..kinds import ORDER
from ..parts import Linked, Shell
from ..reader import Reader
from ..shell import LIST_TITLES, list_link

_LISTS = (
    "a-z",
    "terms",
    "curricula",
    "courses",
    "positions",
    "needs",
    "topics",
    "organisations",
    "sources",
    "news",
)
"""Lists a reader may look through instead of searching."""

_GROUPS = {
    "statement": N_("Statements"),
    "plan": N_("Plans"),
    "competency": N_("Competencies"),
    "curriculum": LIST_TITLES["curricula"],
    "card": N_("Competency cards"),
    "area": N_("Areas"),
    "term": N_("Words"),
    "page": N_("Pages"),
    "list": N_("Overviews"),
    "strategy": LIST_TITLES["strategies"],
    "news": LIST_TITLES["news"],
}
"""Kind → what a group of results is called; other kinds have the title of their list."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows before a search, and the words for what the script finds, as JSON."""

    lists: tuple[Linked, ...]
    words: str


def list_search(reader: Reader, page: Page) -> tuple[Shell, SearchView]:
    """Make the search page."""
    body = SearchView(
        tuple(list_link(reader, each) for each in _LISTS),
        json.dumps(_words(reader), ensure_ascii=False, separators=(",", ":")),
    )
    return listing(reader, page, reader.word("Search by name, number, card or abbreviation.")), body


def _words(reader: Reader) -> dict[str, object]:
    """Return what the script says, in the reader's words; `kinds` in the order of the groups."""
    names = {kind: _GROUPS.get(kind) or LIST_TITLES.get(f"{kind}s", "") for kind in (*ORDER, "list")}
    return {
        "kinds": [(kind, reader.word(name)) for kind, name in names.items() if name],
        "best": reader.word("Best matches"),
        "all": reader.word("All"),
        "one": reader.word("1 result for “{query}”."),
        "many": reader.word("{count} results for “{query}”."),
        "none": reader.word("Nothing is found for “{query}”."),
        "near": reader.word("Did you mean:"),
        "instead": reader.word("Searched for “{query}”, which the site has words for."),
        "more": reader.word("Show more"),
        "failed": reader.word("The search does not answer just now. The lists below lead to everything."),
    }
