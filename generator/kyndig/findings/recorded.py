"""What authors record of a source that does not agree with itself; the two sides are compared here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher

from ..catalogue import Catalogue, Entity
from ..model.facts import Disagreement, Saying
from .found import Case, Named, Quote, Side, Value

_CODES = {
    "name": "name.differs",
    "count": "count.differs",
    "spelling": "text.spelling",
    "unclosed": "text.unclosed",
    "contradiction": "source.contradiction",
}
"""Type of a disagreement → code."""

_PAIRS = ("()", "[]", "{}")
_QUOTES = ('"', "”“„", "»«")
"""Quotation marks that belong together: writers use them in every order, so only their number tells."""


def recorded_disagreements(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """A source agrees with itself, as far as an author has set its sayings beside each other."""
    for entity in catalogue.entities.values():
        if entity.owner is None:
            for index, each in enumerate(getattr(entity.value, "disagreements", ())):
                if not agrees(each):
                    yield _case(catalogue, entity, index, each)


def agrees(each: Disagreement) -> str:
    """Return why the sides that an author recorded do agree, or an empty text."""
    one, other = each.one, each.other
    match each.type:
        case "count":
            return _counts_agree(one, other)
        case "unclosed":
            return "" if unclosed(one.words or "") else "every mark in one.words is closed"
        case "contradiction":
            return "" if other and one.source and other.source else "one or other lacks its source"
    if other is None or not one.words or not other.words:
        return "one or other lacks its words"
    if one.words == other.words:
        return "both sides have the same words"
    alike = SequenceMatcher(None, one.words.lower(), other.words.lower()).ratio() >= 0.8
    return "" if each.type == "name" or alike else "these are two words, not two ways to spell one"


def _counts_agree(one: Saying, other: Saying | None) -> str:
    counts = [each.count if each.lists == () else len(each.lists) for each in (one, other) if each]
    if len(counts) < 2 or None in counts:
        return "one and other each need a count, or a list of what is counted"
    return f"both sides give {counts[0]}" if counts[0] == counts[1] else ""


def unclosed(words: str) -> str:
    """Return the marks that are opened and not closed, or closed and never opened."""
    pairs = [pair for pair in _PAIRS if words.count(pair[0]) != words.count(pair[1])]
    quotes = [marks for marks in _QUOTES if sum(map(words.count, marks)) % 2]
    found = "".join(each for each in words if any(each in marks for marks in (*pairs, *quotes)))
    return "".join(dict.fromkeys(found))


def _case(catalogue: Catalogue, entity: Entity, index: int, each: Disagreement) -> Case:
    sides = tuple(
        Side(entity, ("disagreements", index, name), saying.source, _says(catalogue, entity, saying))
        for name, saying in (("one", each.one), ("other", each.other))
        if saying
    )
    concerns = tuple(link.to for link in each.links if link.to in catalogue.entities)
    values: tuple[Value, ...] = ()
    if each.type == "count" and each.other:
        values = tuple(len(side.lists) or side.count or 0 for side in (each.one, each.other))
    about = concerns[0] if concerns else entity.ref
    return Case(_CODES[each.type], about, sides, values, concerns[1:], note=each.text)


def _says(catalogue: Catalogue, entity: Entity, saying: Saying) -> tuple[Value, ...]:
    document = saying.source.document if saying.source else None
    source = catalogue.entities.get(f"source:{document}")
    language = source.value.language if source else entity.entry.lang
    words: tuple[Value, ...] = (Quote(saying.words, language),) if saying.words else ()
    count: tuple[Value, ...] = (saying.count,) if saying.count is not None else ()
    listed = tuple(Named(link.to) for link in saying.lists if link.to in catalogue.entities)
    return (*words, *count, *listed)
