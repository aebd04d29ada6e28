"""Rules for Markdown: everything an author writes is converted once before anything is built."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..catalogue import KINDS, Catalogue, Entity, meant, nearest_id
from ..diagnostics import Diagnostic, did_you_mean
from ..markup import LinkFault, Passage, ResolvedLink, convert


def markdown_is_sound(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Markdown converts within its limits, and each of its links leads somewhere."""
    for entity in catalogue.entities.values():
        if entity.owner is None and (entity.entry.doubtful or _misled(catalogue, entity)):
            for text in entity.entry.passages:
                yield from _findings(catalogue, text, entity.id)


def _misled(catalogue: Catalogue, entity: Entity) -> bool:
    """Tell whether a link in the Markdown of a file leads nowhere, or has no words and gets none."""
    answers = (
        (number in bare, resolve_link(catalogue, file, destination, entity.id))
        for file, destinations, bare in entity.entry.asks
        for number, destination in enumerate(destinations)
    )
    return any(isinstance(answer, LinkFault) or (bare and not answer.text) for bare, answer in answers)


def _findings(catalogue: Catalogue, text: Passage, own: str) -> Iterator[Diagnostic]:
    def resolve(destination: str) -> ResolvedLink | LinkFault:
        return resolve_link(catalogue, text.place.file, destination, own)

    yield from convert(text.words, text.place, resolve, lang=text.lang)[1]


def resolve_link(
    catalogue: Catalogue, file: str, destination: str, own: str = ""
) -> ResolvedLink | LinkFault:
    """Return where a link in the Markdown of a file leads, or why it leads nowhere; `own` is the id of what it says."""
    kind, colon, id_ = destination.partition(":")
    if meant(destination, own, catalogue.entities) in catalogue.entities:
        return ResolvedLink(destination, id_)
    if kind in ("http", "https", "mailto", "tel"):
        return ResolvedLink(destination)
    if kind in KINDS and colon and catalogue.is_left_out(kind, id_):
        return ResolvedLink(destination, id_)
    if kind in KINDS and colon:
        near = nearest_id(id_, [each.id for each in catalogue.of_kind(kind)])
        return LinkFault(f'there is no {kind} "{id_}"', near or "link to something else")
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
