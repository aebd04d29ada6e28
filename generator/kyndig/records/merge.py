"""Lay a file and its translations over each other, guided by the shape of the type.

The result is plain data that a validator can turn into the type. On the way every value gets its place, and what
does not belong is reported: unknown keys, facts in a translation, words that a translation lacks or invents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Diagnostic, Place, Severity, did_you_mean
from ..model.facts import Citation
from ..model.words import Text
from ..sources import Mapping, Node, Scalar, Sequence, is_null
from .entry import Location, Spot
from .scalars import ScalarFault, read_scalar
from .shape import Fact, Items, Links, Object, Shape, Table, Words

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")

Others = tuple[tuple[str, Node], ...]
"""What stands at the same place in the translations: pairs of language and node."""


@dataclass(slots=True)
class Merge:
    """Merge one original with its translations.

    `lang` is the original's language, `document` the source its citations mean when they name none; a vocabulary
    has its languages `side_by_side` and no translations. After `value` has run, `found` holds what was wrong,
    `spots` the place of every value and `broken` the locations that yielded none.
    """

    lang: str
    languages: tuple[str, ...]
    document: str | None = None
    side_by_side: bool = False
    found: list[Diagnostic] = field(default_factory=list)
    spots: dict[Location, Spot] = field(default_factory=dict)
    broken: set[Location] = field(default_factory=set)

    def value(self, shape: Shape, node: Node, others: Others, at: Location, where: str) -> Any:
        """Return the plain data for one node, or None where it could not be read."""
        self.spots[at] = Spot(node.place, where)
        match shape:
            case Words():
                return self._words(node, others, at, where)
            case Fact():
                self._no_facts(others, where)
                return self._fact(shape, node, at, where)
            case Links():
                return self._links(shape, node, others, at, where)
            case Items():
                return self._items(shape, node, others, at, where)
            case Table():
                return self._table(shape, node, others, at, where)
            case Object():
                return self._object(shape, node, others, at, where)

    # Words -------------------------------------------------------------------------------------------------------

    def _words(self, node: Node, others: Others, at: Location, where: str) -> Text | None:
        if self.side_by_side:
            return self._labels(node, at, where)
        if not isinstance(node, Scalar):
            return self._wrong(node.place, at, where, "value.type", "a text was expected here", "write one text")
        words = [(self.lang, node.text)]
        for language, other in others:
            if isinstance(other, Scalar):
                words.append((language, other.text))
            else:
                self._report(other.place, where, "value.type", "a text was expected here", "write one text")
        self._untranslated(where, node.place, others)
        return Text(tuple(words))

    def _untranslated(self, where: str, place: Place, others: Others) -> None:
        has = {language for language, _ in others} | {self.lang}
        for language in self.languages:
            if language not in has:
                message = f"the translation to {language} does not say this"
                self._report(place, where, "translation.missing", message, "add it there", "warning")

    def _labels(self, node: Node, at: Location, where: str) -> Text | None:
        if not isinstance(node, Mapping):
            return self._wrong(
                node.place, at, where, "value.type", "words in a vocabulary stand side by side",
                "write {da: …, nb: …, en: …}",
            )
        words = []
        for key, child in node.items:
            if key.text not in self.languages:
                meant = "nb" if key.text == "no" else None
                remedy = f'did you mean "{meant}"?' if meant else f"known are {', '.join(self.languages)}"
                self._report(key.place, where, "language.unknown", f'unknown language "{key.text}"', remedy)
            elif isinstance(child, Scalar):
                words.append((key.text, child.text))
        for language in self.languages:
            if language not in dict(words):
                self._report(node.place, where, "translation.missing", f"no words in {language}", "add them", "warning")
        return Text(tuple(words)) if words else self._drop(at)

    # Facts -------------------------------------------------------------------------------------------------------

    def _fact(self, shape: Fact, node: Node, at: Location, where: str) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong(node.place, at, where, "value.type", "one value was expected here", "")
        try:
            return read_scalar(node.text, shape)
        except ScalarFault as fault:
            return self._wrong(node.place, at, where, fault.code, fault.message, fault.remedy)

    def _no_facts(self, others: Others, where: str) -> None:
        for _, other in others:
            self._report(
                other.place, where, "translation.fact", "a translation holds words only",
                "move this fact to the original file",
            )

    # Collections -------------------------------------------------------------------------------------------------

    def _links(self, shape: Links, node: Node, others: Others, at: Location, where: str) -> Any:
        if isinstance(node, Sequence):
            self._no_facts(others, where)
            links = [(item, None) for item in node.items]
        elif isinstance(node, Mapping):
            links = [(key, None if is_null(child) else child) for key, child in node.items]
            self._extra_keys(node, others, where)
        else:
            return self._wrong(node.place, at, where, "value.type", "a list of references was expected", "")
        return tuple(self._link(target, why, others, (*at, i), where) for i, (target, why) in enumerate(links))

    def _link(self, target: Node, why: Node | None, others: Others, at: Location, where: str) -> dict[str, Any]:
        where = f"{where}[{at[-1]}]"
        self.spots[at] = Spot(target.place, where)
        to = self._fact(Fact(str), target, (*at, "to"), where)
        words = None
        if why is not None and isinstance(to, str):
            words = self._words(why, _below(others, to), (*at, "why"), where)
        return {"to": to, "why": words}

    def _items(self, shape: Items, node: Node, others: Others, at: Location, where: str) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong(node.place, at, where, "value.type", "a list was expected here", "begin each line with -")
        kept: list[tuple[str, Sequence]] = []
        for language, other in others:
            if isinstance(other, Sequence) and len(other.items) == len(node.items):
                kept.append((language, other))
            else:
                message = f"the original has a list of {len(node.items)} here"
                self._report(other.place, where, "translation.length", message, "write one item for each, in order")
        return tuple(
            self.value(shape.item, item, tuple((l, o.items[i]) for l, o in kept), (*at, i), f"{where}[{i}]")
            for i, item in enumerate(node.items)
        )

    def _table(self, shape: Table, node: Node, others: Others, at: Location, where: str) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(
                node.place, at, where, "value.type", "a mapping was expected here", "write id: and what belongs to it"
            )
        self._extra_keys(node, others, where)
        rows = []
        for i, (key, child) in enumerate(node.items):
            if not _ID.fullmatch(key.text):
                self._report(key.place, where, "id.form", f'"{key.text}" cannot be an id', "use a-z, 0-9, - and .")
            row = self._object(shape.item, child, _below(others, key.text), (*at, i), f"{where}.{key.text}")
            self.spots[(*at, i)] = Spot(key.place, f"{where}.{key.text}")
            rows.append({**(row or {}), "id": key.text})
        return tuple(rows)

    # Objects -----------------------------------------------------------------------------------------------------

    def _object(self, shape: Object, node: Node, others: Others, at: Location, where: str) -> dict[str, Any] | None:
        self.spots[at] = Spot(node.place, where)
        node, others = _long(shape, node), tuple((language, _long(shape, other)) for language, other in others)
        if is_null(node):
            node = Mapping((), node.place)
        if not isinstance(node, Mapping):
            return self._wrong(node.place, at, where, "value.type", "fields were expected here", "write field: value")
        self._extra_fields(shape, node, others, where)
        raw: dict[str, Any] = {}
        for key, child in node.items:
            found = shape.get(key.text)
            if found is None:
                self._unknown_key(shape, key, where)
            elif not is_null(child):
                path = f"{where}.{key.text}" if where else key.text
                value = self.value(found.shape, child, _below(others, key.text), (*at, key.text), path)
                if value is not None:
                    raw[key.text] = value
        if shape.type is Citation and self.document is not None:
            raw.setdefault("document", self.document)
        return raw

    def _unknown_key(self, shape: Object, key: Scalar, where: str) -> None:
        names = [known.name for known in shape.fields]
        remedy = did_you_mean(key.text, names) or f"known are {', '.join(names)}"
        self._report(key.place, where, "key.unknown", f'unknown key "{key.text}"', remedy)

    def _extra_fields(self, shape: Object, node: Mapping, others: Others, where: str) -> None:
        for _, other in others:
            if not isinstance(other, Mapping):
                self._report(other.place, where, "value.type", "fields were expected here", "write field: value")
                continue
            for key, child in other.items:
                found = shape.get(key.text)
                if found is None:
                    self._unknown_key(shape, key, where)
                elif node.get(key.text) is None:
                    code = "translation.fact" if isinstance(found.shape, Fact) else "translation.extra"
                    message = f'the original does not have "{key.text}" here'
                    self._report(key.place, where, code, message, "write it in the original file first")

    def _extra_keys(self, node: Mapping, others: Others, where: str) -> None:
        for _, other in others:
            if not isinstance(other, Mapping):
                self._report(other.place, where, "value.type", "a mapping was expected here", "")
                continue
            for key, _ in other.items:
                if node.get(key.text) is None:
                    remedy = did_you_mean(key.text, node.keys()) or "write it in the original file first"
                    message = f'the original does not have "{key.text}" here'
                    self._report(key.place, where, "translation.extra", message, remedy)

    # Reports -----------------------------------------------------------------------------------------------------

    def _report(
        self, place: Place, where: str, code: str, message: str, remedy: str, severity: Severity = "error"
    ) -> None:
        self.found.append(Diagnostic(place, code, message, where, remedy, severity))

    def _wrong(self, place: Place, at: Location, where: str, code: str, message: str, remedy: str) -> None:
        self._report(place, where, code, message, remedy)
        return self._drop(at)

    def _drop(self, at: Location) -> None:
        self.broken.add(at)


def _below(others: Others, key: str) -> Others:
    """Step down to `key` in every translation that has it."""
    return tuple(_children(others, key))


def _children(others: Others, key: str) -> Iterator[tuple[str, Node]]:
    for language, other in others:
        child = other.get(key) if isinstance(other, Mapping) else None
        if child is not None and not is_null(child):
            yield language, child


def _long(shape: Object, node: Node) -> Node:
    """Write the short form of an object out: a bare text stands for its main field."""
    if shape.short and isinstance(node, Scalar) and not is_null(node):
        return Mapping(((Scalar(shape.short, node.place, True), node),), node.place)
    return node
