"""Texts that seem to be in another language than they should be: told when a file is read, for it takes every word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..locales.tongues import seems, small_words
from ..model.words import Text
from .entry import Location
from .shape import Items, Object, Shape, Table, Words, shape_of


def foreign(record: Any) -> tuple[tuple[Location, str, str], ...]:
    """Return the texts of a record that seem foreign: location, the language said, the one it seems.

    Where all that is said in a language seems foreign together, its first text stands for all.
    """
    model: type = type(record)
    texts = tuple(_texts(shape_of(model), record, ()))
    languages = dict.fromkeys(language for _, text in texts for language in text.languages)
    return tuple(each for language in languages for each in _in(language, texts))


def _in(language: str, texts: tuple[tuple[Location, Text], ...]) -> Iterator[tuple[Location, str, str]]:
    written = [(at, small_words(words)) for at, text in texts if (words := text.get(language)) is not None]
    if whole := seems(frozenset().union(*(used for _, used in written)), language):
        yield written[0][0], language, whole
        return
    for at, used in written:
        if other := seems(used, language):
            yield at, language, other


def _texts(shape: Shape, value: Any, at: Location) -> Iterator[tuple[Location, Text]]:
    match shape:
        case Words() if value is not None:
            yield at, value
        case Object(fields=fields) if value is not None:
            for field in fields:
                yield from _texts(field.shape, getattr(value, field.name), (*at, field.name))
        case Table(item=item) | Items(item=item):
            for i, each in enumerate(value or ()):
                yield from _texts(item, each, (*at, i))
