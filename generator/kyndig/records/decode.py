"""Turn documents into records: merge the languages, validate, and keep the place of everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..diagnostics import Diagnostic, Place
from ..locales.languages import normalise_tag
from ..sources import Document, Mapping, Node, Scalar
from .entry import Entry, Location, Spot
from .files import FileGroup, group_files
from .kinds import VOCABULARIES
from .merge import Merge
from .shape import shape_of


def decode(
    documents: Iterable[Document], languages: tuple[str, ...]
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Decode all documents of a site into typed entries.

    `languages` are those of the site. Every fault of every file is reported; a file with an error yields no entry.
    """
    groups, found = group_files(documents, languages)
    entries: list[Entry] = []
    diagnostics = list(found)
    for group in groups:
        read, faults = _decode_vocabulary(group, languages) if group.kind is None else _decode_file(group, languages)
        entries += read
        diagnostics += faults
    return tuple(entries), tuple(diagnostics)


# One file with its translations -------------------------------------------------------------------------------------


def _decode_file(group: FileGroup, languages: tuple[str, ...]) -> tuple[list[Entry], list[Diagnostic]]:
    assert group.kind is not None
    lang, fault = _original_language(group, languages)
    if fault:
        return [], [fault]
    translated = tuple(language for language, _ in group.translations if language != lang)
    merge = Merge(lang, (lang, *translated), _cited_document(group.original.front))
    found = list(_own_translation(group, lang))
    originals = _with_body(group.original)
    others = tuple((language, _with_body(each)) for language, each in group.translations if language != lang)
    shape = shape_of(group.kind.type)
    raw = merge.value(shape, originals, others, (), "") | group.path_facts()
    record, faults = _validate(group.kind.type, raw, merge)
    found += merge.found + faults
    if record is None or any(each.severity == "error" for each in found):
        return [], found
    files = ((lang, group.original.path), *((language, each.path) for language, each in group.translations))
    return [Entry(group.kind.name, record.id, record, files, merge.spots)], found


def _original_language(group: FileGroup, languages: tuple[str, ...]) -> tuple[str, Diagnostic | None]:
    front = group.original.front
    node = front.get("lang")
    if not isinstance(node, Scalar):
        message = "the file does not say which language it is written in"
        return "", Diagnostic(front.place, "field.missing", message, "lang", f"write lang: {languages[0]}")
    lang = normalise_tag(node.text)
    if lang not in languages or lang is None:
        message = f'"{node.text}" is not a language of this site'
        return "", Diagnostic(node.place, "language.unknown", message, "lang", f"known are {', '.join(languages)}")
    return lang, None


def _own_translation(group: FileGroup, lang: str) -> Iterator[Diagnostic]:
    for language, document in group.translations:
        if language == lang:
            message = f"the original {group.original.path} is itself in {lang}"
            yield Diagnostic(Place(document.path), "translation.same", message, remedy="delete one of the two")


def _cited_document(front: Mapping) -> str | None:
    source = front.get("source")
    document = source.get("document") if isinstance(source, Mapping) else None
    return document.text if isinstance(document, Scalar) else None


def _with_body(document: Document) -> Mapping:
    """Let the Markdown below the front matter stand as the field `body`."""
    if document.body is None or document.body_place is None:
        return document.front
    place = document.body_place
    body: tuple[Scalar, Node] = (Scalar("body", place, True), Scalar(document.body, place, False))
    return Mapping((*document.front.items, body), document.front.place)


# Vocabularies -------------------------------------------------------------------------------------------------------


def _decode_vocabulary(group: FileGroup, languages: tuple[str, ...]) -> tuple[list[Entry], list[Diagnostic]]:
    kind, model = VOCABULARIES[group.parts[-1]]
    entries: list[Entry] = []
    found = [
        Diagnostic(Place(each.path), "translation.vocabulary", "words in a vocabulary stand side by side",
                   remedy=f"write {{{language}: …}} in {group.original.path}")
        for language, each in group.translations
    ]
    for key, node in group.original.front.items:
        merge = Merge(languages[0], languages, side_by_side=True)
        raw = merge.value(shape_of(model), node, (), (), key.text)
        merge.spots[()] = Spot(key.place, key.text)
        record, faults = _validate(model, {**(raw or {}), "id": key.text}, merge)
        found += merge.found + faults
        if record is not None:
            files = tuple((language, group.original.path) for language in languages)
            entries.append(Entry(kind, key.text, record, files, merge.spots))
    return entries, found


# Validation ---------------------------------------------------------------------------------------------------------


@cache
def _adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _validate(model: type, raw: dict[str, Any], merge: Merge) -> tuple[Any, list[Diagnostic]]:
    try:
        return _adapter(model).validate_python(raw), []
    except ValidationError as error:
        faults = [each for each in error.errors() if not _already_reported(each["loc"], merge)]
        return None, [_diagnostic(each, merge) for each in faults]


def _already_reported(location: Location, merge: Merge) -> bool:
    return any(location[: len(broken)] == broken for broken in merge.broken)


def _diagnostic(error: Any, merge: Merge) -> Diagnostic:
    location: Location = error["loc"]
    if error["type"] == "missing":
        spot = _nearest(location[:-1], merge)
        where = f"{spot.where}.{location[-1]}" if spot.where else str(location[-1])
        return Diagnostic(spot.place, "field.missing", f'"{location[-1]}" is missing', where, f"write {location[-1]}: …")
    spot = _nearest(location, merge)
    return Diagnostic(spot.place, "value.invalid", error["msg"][0].lower() + error["msg"][1:], spot.where)


def _nearest(location: Location, merge: Merge) -> Spot:
    while location not in merge.spots:
        location = location[:-1]
    return merge.spots[location]
