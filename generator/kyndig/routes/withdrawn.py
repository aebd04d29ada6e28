"""Addresses of what was taken away, and those that things had before: what was published once answers for ever."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..catalogue import Catalogue
from ..ledger import History
from .page import Page

GONE = "gone:"
"""What the key of the page of something that was withdrawn begins with; its reference comes after it."""

MOVED = "#moved/"
"""What stands between the reference and a number in the key of a page that leads on from an address of before."""


def remembered(catalogue: Catalogue, language: str, taken: Collection[str]) -> Iterator[Page]:
    """Yield the pages of one language that the ledger remembers; `taken` are the paths where something else stands now."""
    used = set(taken)
    for history in catalogue.ledger:
        paths = [each for each in history.paths(language) if each not in used]
        used.update(paths)
        if history.gone is None:
            for number, path in enumerate(paths):
                if history.of in catalogue.entities:
                    yield Page("leading", f"{history.of}{MOVED}{number}", language, language, path)
        elif paths and history.gone.line.what == "withdrawn":
            yield Page("withdrawn", f"{GONE}{history.of}", language, language, paths[-1])
            for number, path in enumerate(paths[:-1]):
                yield Page("leading", f"{GONE}{history.of}{MOVED}{number}", language, language, path)


def history_of(catalogue: Catalogue, key: str) -> History:
    """Return the history of what the page of something withdrawn is about."""
    history = catalogue.ledger.get(key.removeprefix(GONE))
    assert history is not None
    return history
