"""Rules for Markdown: everything an author writes is converted once before anything is built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..catalogue import Catalogue, Entity
from ..diagnostics import Diagnostic, Place, did_you_mean
from ..markup import LinkFault, ResolvedLink, convert
from ..model.words import Text
from ..records.shape import Object, Shape, Table, Words, shape_of


def markdown_is_sound(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Markdown converts within its limits, and each of its links leads somewhere."""
    for entity in catalogue.entities.values():
        if entity.owner is not None:
            continue
        for location, text in _prose(shape_of(type(entity.value)), entity.value, ()):
            yield from _convert(catalogue, entity, location, text)


def _prose(shape: Shape, value: Any, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    match shape:
        case Words(markdown=True) if value is not None:
            yield at, value
        case Object(fields=fields) if value is not None:
            for field in fields:
                yield from _prose(field.shape, getattr(value, field.name), (*at, field.name))
        case Table(item=item):
            for i, each in enumerate(value):
                yield from _prose(item, each, (*at, i))


def _convert(
    catalogue: Catalogue, entity: Entity, location: tuple[str | int, ...], text: Text
) -> Iterator[Diagnostic]:
    files = dict(entity.entry.files)

    def resolve(destination: str) -> ResolvedLink | LinkFault:
        return resolve_link(catalogue, destination)

    for language, words in text.words:
        spot = entity.spot(*location).place
        place = spot if files[language] == spot.file else Place(files[language])
        yield from convert(words, place, resolve)[1]


def resolve_link(catalogue: Catalogue, destination: str) -> ResolvedLink | LinkFault:
    """Return where a link in Markdown leads, or why it leads nowhere."""
    kind, _, rest = destination.partition(":")
    if destination in catalogue.entities:
        return ResolvedLink(destination, rest)
    if kind in ("http", "https", "mailto", "tel") or destination.startswith("#"):
        return ResolvedLink(destination)
    known = {each.kind for each in catalogue.entities.values()}
    if kind in known:
        ids = (each.id for each in catalogue.entities.values() if each.kind == kind)
        return LinkFault(f'no {kind} "{rest}"', did_you_mean(rest, ids))
    return LinkFault(f'"{destination}" leads nowhere', "write kind:id, such as course:…, or a full https:// address")
