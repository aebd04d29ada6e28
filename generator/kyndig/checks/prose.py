"""Rules for Markdown: everything an author writes is converted once before anything is built."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from ..catalogue import KINDS, Catalogue, Entity, nearest_id
from ..diagnostics import Diagnostic, Place, did_you_mean
from ..markup import LinkFault, ResolvedLink, convert
from ..model.words import Text
from ..records.entry import Location
from ..records.shape import Object, Shape, Table, Words, shape_of


def markdown_is_sound(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Markdown converts within its limits, and each of its links leads somewhere."""
    for entity in catalogue.entities.values():
        if entity.owner is not None:
            continue
        model: type = type(entity.value)
        for location, text in _prose(shape_of(model), entity.value, ()):
            yield from _convert(catalogue, entity, location, text)


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


def _convert(catalogue: Catalogue, entity: Entity, location: Location, text: Text) -> Iterator[Diagnostic]:
    for language, words in text.words:
        place = _beginning(entity.entry.words_at(location, language), words, location)

        def resolve(destination: str, file: str = place.file) -> ResolvedLink | LinkFault:
            return resolve_link(catalogue, file, destination)

        yield from convert(words, place, resolve, lang=language)[1]


def _beginning(place: Place, words: str, location: Location) -> Place:
    """Return where a text begins: the lines of a block (`|`) in YAML begin below the key."""
    is_block = location != ("body",) and "\n" in words
    return Place(place.file, place.line + 1) if is_block else place


def resolve_link(catalogue: Catalogue, file: str, destination: str) -> ResolvedLink | LinkFault:
    """Return where a link in the Markdown of a file leads, or why it leads nowhere."""
    kind, colon, id_ = destination.partition(":")
    if destination in catalogue.entities:
        return ResolvedLink(destination, id_)
    if kind in ("http", "https", "mailto", "tel"):
        return ResolvedLink(destination)
    if kind in KINDS and colon and catalogue.is_left_out(kind, id_):
        return ResolvedLink(destination, id_)
    if kind in KINDS and colon:
        meant = nearest_id(id_, [each.id for each in catalogue.of_kind(kind)])
        return LinkFault(f'there is no {kind} "{id_}"', meant or "link to something else")
    if destination.startswith("#"):
        return LinkFault(
            f'there is no heading "{destination}" in this text', "write the address of a heading"
        )
    path = catalogue.attachment(file, destination)
    if path:
        return ResolvedLink(path)
    return _nowhere(catalogue, file, destination)


def _nowhere(catalogue: Catalogue, file: str, destination: str) -> LinkFault:
    """Explain a destination that is neither a reference nor an address nor a file."""
    if "." in destination.rpartition("/")[2]:
        folder = posixpath.dirname(file)
        known = [posixpath.relpath(each, folder) for each in catalogue.attachments]
        remedy = (
            did_you_mean(destination, known)
            or "put the file beside the text, or write a full https:// address"
        )
        return LinkFault(f'there is no file "{destination}"', remedy)
    return LinkFault(
        f'"{destination}" leads nowhere', "write kind:id, such as course:…, or a full https:// address"
    )
