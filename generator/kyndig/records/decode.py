"""Turn documents into records: merge the languages, validate, and keep the place of everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..diagnostics import Diagnostic, Place, nearest
from ..locales.languages import normalise_tag
from ..sources import Document, Mapping, Node, Scalar
from .entry import Entry, Location, Spot
from .files import FileGroup, group_files
from .ids import ID, ID_RULE
from .kinds import VOCABULARIES, Kind
from .merge import Merge
from .passages import finished
from .shape import shape_of


def decode(
    documents: Iterable[Document], languages: tuple[str, ...], unread: frozenset[str] = frozenset()
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Decode all documents of a site into typed entries.

    `languages` are those of the site; `unread` are files that could not be parsed. Every fault of every file
    is reported. A file that lacks what its type needs yields no entry.
    """
    groups, found = group_files(documents, languages, unread)
    entries: list[Entry] = []
    diagnostics = list(found)
    for group in groups:
        if group.kind is None:
            read, faults = _decode_vocabulary(group, languages)
        else:
            read, faults = _decode_file(group, group.kind, languages)
        entries += read
        diagnostics += faults
    return tuple(entries), tuple(diagnostics)


# One file with its translations -----------------------------------------------------------------------------


def _decode_file(
    group: FileGroup, kind: Kind, languages: tuple[str, ...]
) -> tuple[list[Entry], list[Diagnostic]]:
    lang, found = _original_language(group, kind, languages)
    found += _own_translation(group, lang)
    found += [fault for document in group.documents for fault in _second_body(document)]
    translations = [(language, document) for language, document in group.translations if language != lang]
    merge = Merge(lang, (lang, *(each for each, _ in translations)), _cited_document(group.original.front))
    others = tuple((language, _with_body(each)) for language, each in translations)
    raw = merge.value(shape_of(kind.type), _with_body(group.original, "lang"), others, (), "")
    record, faults = _validate(kind.type, {**raw, **group.path_facts(), "lang": lang}, merge)
    found += merge.findings() + faults
    if record is None:
        return [], found
    files = ((lang, group.original.path), *((language, each.path) for language, each in translations))
    return [finished(kind.name, record, files, merge.spots, merge.places)], found


def _original_language(
    group: FileGroup, kind: Kind, languages: tuple[str, ...]
) -> tuple[str, list[Diagnostic]]:
    """Return the language of an original; where it does not say, the first that no translation has."""
    front = group.original.front
    node = front.get("lang")
    lang = normalise_tag(node.text) if isinstance(node, Scalar) else None
    if lang is not None and lang in languages:
        return lang, []
    translated = [language for language, _ in group.translations]
    guess = next((each for each in languages if each not in translated), languages[0])
    unknown = [key for key in front.keys() if key not in shape_of(kind.type).names()]  # noqa: SIM118
    if node is None and nearest("lang", unknown):
        return guess, []
    if node is None:
        message = "the file does not say which language it is written in"
        return guess, [Diagnostic(front.place, "field.missing", message, "lang", f"write lang: {guess}")]
    message = (
        f'"{node.text}" is not a language of this site'
        if isinstance(node, Scalar)
        else "one language belongs here"
    )
    return guess, [
        Diagnostic(node.place, "language.unknown", message, "lang", f"known are {', '.join(languages)}")
    ]


def _own_translation(group: FileGroup, lang: str) -> Iterator[Diagnostic]:
    for language, document in group.translations:
        if language == lang:
            message = f"the original {group.original.path} is itself in {lang}"
            yield Diagnostic(
                Place(document.path), "translation.same", message, remedy="delete one of the two"
            )


def _second_body(document: Document) -> Iterator[Diagnostic]:
    key = next((key for key, _ in document.front.items if key.text == "body"), None)
    if key is not None and document.body_place is not None:
        message = f"the text stands twice, here and from line {document.body_place.line}"
        yield Diagnostic(key.place, "yaml.duplicate-key", message, "body", "keep one of them")


def _cited_document(front: Mapping) -> str | None:
    source = front.get("source")
    document = source.get("document") if isinstance(source, Mapping) else None
    return document.text if isinstance(document, Scalar) else None


def _with_body(document: Document, without: str = "") -> Mapping:
    """Let the Markdown below the front matter stand as the field `body`."""
    items = tuple(item for item in document.front.items if item[0].text != without)
    place = document.body_place
    if document.body is None or place is None or document.front.get("body") is not None:
        return replace(document.front, items=items)
    body: tuple[Scalar, Node] = (Scalar("body", place, plain=True), Scalar(document.body, place, plain=False))
    return replace(document.front, items=(*items, body))


# Vocabularies -----------------------------------------------------------------------------------------------


def _decode_vocabulary(group: FileGroup, languages: tuple[str, ...]) -> tuple[list[Entry], list[Diagnostic]]:
    entries: list[Entry] = []
    found = [
        Diagnostic(
            Place(each.path),
            "translation.vocabulary",
            "words in a vocabulary stand side by side",
            remedy=f"write {{{language}: …}} in {group.original.path}",
        )
        for language, each in group.translations
    ]
    for key, node in group.original.front.items:
        entry, faults = _decode_concept(group, key, node, languages)
        found += faults
        entries += entry
    return entries, found


def _decode_concept(
    group: FileGroup, key: Scalar, node: Node, languages: tuple[str, ...]
) -> tuple[list[Entry], list[Diagnostic]]:
    kind, model = VOCABULARIES[group.parts[-1]]
    merge = Merge(languages[0], languages, side_by_side=True)
    if key.text == "lang":
        return [], [
            Diagnostic(
                key.place, "key.unknown", "a vocabulary is written in all languages", "", "delete this line"
            )
        ]
    if not ID.fullmatch(key.text):
        merge.report.add(key.place, "", "id.form", f'"{key.text}" cannot be an id', ID_RULE)
    raw = merge.value(shape_of(model), node, (), (), key.text)
    merge.spots[()] = Spot(key.place, key.text)
    record, faults = _validate(model, {**(raw or {}), "id": key.text}, merge)
    found = merge.findings() + faults
    if record is None:
        return [], found
    files = tuple((language, group.original.path) for language in languages)
    return [finished(kind, record, files, merge.spots, merge.places)], found


# Validation -------------------------------------------------------------------------------------------------


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
    name = location[-1] if location else ""
    if error["type"] == "missing" and isinstance(name, str):
        spot = _nearest(location[:-1], merge)
        where = f"{spot.where}.{name}" if spot.where else name
        remedy = "write the text below the second ---" if location == ("body",) else f"write {name}: …"
        return Diagnostic(spot.place, "field.missing", f'"{name}" is missing', where, remedy)
    spot = _nearest(location, merge)
    message = (
        "the list is too short" if error["type"] == "missing" else error["msg"][0].lower() + error["msg"][1:]
    )
    return Diagnostic(spot.place, "value.invalid", message, spot.where)


def _nearest(location: Location, merge: Merge) -> Spot:
    while location not in merge.spots:
        location = location[:-1]
    return merge.spots[location]
