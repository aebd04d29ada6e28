"""The Markdown of a file: found by the type, converted once, when the file is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..diagnostics import Place
from ..markup import passage
from ..model.words import Text
from .entry import Entry, Location
from .shape import Object, Shape, Table, Words, shape_of


def with_passages(entry: Entry) -> Entry:
    """Return a decoded file with all its Markdown converted, in every language it is written in."""
    model: type = type(entry.value)
    passages = tuple(
        passage(words, _beginning(entry.words_at(at, language), words, at), language)
        for at, text in _prose(shape_of(model), entry.value, ())
        for language, words in text.words
    )
    return replace(entry, passages=passages) if passages else entry


def _prose(shape: Shape, value: Any, at: Location) -> Iterator[tuple[Location, Text]]:
    match shape:
        case Words(markdown=True) if value is not None:
            yield at, value
        case Object(fields=fields) if value is not None:
            for field in fields:
                yield from _prose(field.shape, getattr(value, field.name), (*at, field.name))
        case Table(item=item):
            for i, each in enumerate(value):
                yield from _prose(item, each, (*at, i))


def _beginning(place: Place, words: str, location: Location) -> Place:
    """Return where a text begins: the lines of a block (`|`) in YAML begin below the key."""
    is_block = location != ("body",) and "\n" in words
    return Place(place.file, place.line + 1) if is_block else place
