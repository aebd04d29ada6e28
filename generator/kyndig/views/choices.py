"""The words for values of facets that are no entities: months, ways to take part, degrees of strength."""

from __future__ import annotations

from ..locales.dates import format_vague
from .courses.modes import mode_words
from .needs.needs import horizons, type_words
from .positions.statement import stance_words, strength_words
from .reader import Reader


def choice_words(reader: Reader, facet: str, name: str) -> str:
    """Return what one choice of a facet is called."""
    match facet:
        case "month":
            return format_vague(name, reader.language)
        case "due":
            return reader.word("month {number}").format(number=name)
        case "language":
            return reader.word(f"language/{name}")
    return _TABLES[facet](reader)[name]


def choice_place(reader: Reader, facet: str, name: str) -> int:
    """Return the place of a choice among those of its facet; 0 where the name itself tells the order."""
    if facet in _TABLES:
        return list(_TABLES[facet](reader)).index(name)
    return int(name) if name.isdigit() else 0


def _duty_words(reader: Reader) -> dict[str, str]:
    return {"mandatory": reader.word("mandatory"), "recommended": reader.word("recommended, not mandatory")}


def _actor_words(reader: Reader) -> dict[str, str]:
    return {"nobody": reader.word("Not named")}


_TABLES = {
    "mode": mode_words,
    "duty": _duty_words,
    "actor": _actor_words,
    "strength": strength_words,
    "stance": stance_words,
    "kind": type_words,
    "horizon": horizons,
}
"""Facet → the words for all its choices, in order."""
