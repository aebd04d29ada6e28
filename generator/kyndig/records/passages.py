"""The Markdown of a file: found by the type, converted once, when the file is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..diagnostics import Place
from ..digests import digest_of
from ..markup import passage
from ..model.words import Text
from .entry import Details, Entry, Kept, Location, Spot
from .foreign import foreign
from .shape import Object, Shape, Table, Words, shape_of


def finished(
    kind: str,
    record: Any,
    files: tuple[tuple[str, str], ...],
    spots: Mapping[Location, Spot],
    places: Mapping[tuple[str, Location], Place],
) -> Entry:
    """Return a decoded file as an entry, with all its Markdown converted in every language it is written in."""
    bare = Entry(kind, record.id, record, files, Kept(Details(spots, places)))
    model: type = type(record)
    passages = tuple(
        passage(words, _beginning(bare.words_at(at, language), words, at), language)
        for at, text in _prose(shape_of(model), record, ())
        for language, words in text.words
    )
    said = repr((record, files))
    for each in passages:  # only the first place: where a name is also a text, one of the two still counts
        said = said.replace(repr(each.words), "", 1)
    return replace(
        bare,
        texts=Kept(passages),
        asks=tuple((each.place.file, each.slots, each.bare) for each in passages if each.slots),
        doubtful=any(each.findings for each in passages),
        digest=digest_of(said),
        prose=digest_of(*((each.lang, each.words) for each in passages)) if passages else "",
        foreign=foreign(record),
    )


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
