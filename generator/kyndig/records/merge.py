"""Lay a file and its translations over each other, guided by the shape of the type.

The result is plain data that a validator can turn into the type. On the way every value gets its place, and
what does not belong is reported: unknown keys, facts in a translation, words that a translation lacks or
invents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Diagnostic, Place, nearest
from ..model.facts import Citation
from ..model.words import Text
from ..sources import Mapping, Node, Scalar, Sequence, is_null
from .entry import Location, Spot
from .gaps import Gaps
from .ids import ID, ID_RULE
from .report import Report
from .scalars import ScalarFault, read_scalar
from .shape import Fact, Items, Links, Object, Shape, Table, Words, holds_words
from .strays import WRITE_FIRST, Others, below, extra_fields, extra_keys, path_to


@dataclass(slots=True)
class Merge:
    """Merge one original with its translations.

    `lang` is the original's language, `document` the source its citations mean when they name none; a
    vocabulary has its languages `side_by_side` and no translations. After `value` has run, `findings` tells
    what was wrong, `spots` has the place of every value, `places` that of the words in a translation, and
    `broken` the locations that yielded nothing.
    """

    lang: str
    languages: tuple[str, ...]
    document: str | None = None
    side_by_side: bool = False
    report: Report = field(default_factory=Report)
    gaps: Gaps = field(default_factory=Gaps)
    spots: dict[Location, Spot] = field(default_factory=dict)
    places: dict[tuple[str, Location], Place] = field(default_factory=dict)
    broken: set[Location] = field(default_factory=set)

    def findings(self) -> list[Diagnostic]:
        """Return everything that was wrong, each thing once."""
        return [*self.report.found, *self.gaps.findings()]

    def value(self, shape: Shape, node: Node, others: Others, at: Location, where: str) -> Any:
        """Return the plain data for one node, or None where it could not be read."""
        self.spots[at] = Spot(node.place, where)
        if not holds_words(shape):
            self._no_facts(others, where)
            others = ()
        self._note_gaps(others, at)
        match shape:
            case Words():
                return self._words(node, others, at, where)
            case Fact():
                return self._fact(shape, node, at, where)
            case Links():
                return self._links(node, others, at, where)
            case Items():
                return self._items(shape, node, others, at, where)
            case Table():
                return self._table(shape, node, others, at, where)
            case Object():
                return self._object(shape, node, others, at, where)

    # Words --------------------------------------------------------------------------------------------------

    def _words(self, node: Node, others: Others, at: Location, where: str) -> Any:
        if self.side_by_side:
            return self._labels(node, at, where)
        words = []
        for language, each in ((self.lang, node), *others):
            text = self._text(each, where)
            if text is not None:
                words.append((language, text))
                self.places[language, at] = each.place
        has = {language for language, _ in others}
        self.gaps.unsaid += [(each, at) for each in self.languages if each not in has and each != self.lang]
        return Text(tuple(words)) if words and words[0][0] == self.lang else self._drop(at)

    def _text(self, node: Node, where: str) -> str | None:
        if not isinstance(node, Scalar):
            self.report.unfit(node, where, "a text belongs here", "write one text")
        elif not node.text.strip():
            self.report.add(
                node.place, where, "value.empty", "the text is empty", "write it, or delete the key"
            )
        else:
            return node.text
        return None

    def _labels(self, node: Node, at: Location, where: str) -> Any:
        if not isinstance(node, Mapping):
            each = ", ".join(f"{language}: …" for language in self.languages)
            message = "words in a vocabulary stand side by side"
            return self._wrong(node.place, at, where, "value.type", message, f"write {{{each}}}")
        words, told = [], set()
        for key, child in node.items:
            told.add("nb" if key.text == "no" else key.text)
            if key.text not in self.languages:
                remedy = (
                    'did you mean "nb"?' if key.text == "no" else f"known are {', '.join(self.languages)}"
                )
                self.report.add(
                    key.place, where, "language.unknown", f'unknown language "{key.text}"', remedy
                )
            elif (text := self._text(child, where)) is not None:
                words.append((key.text, text))
        self._untold(told, node, where)
        return Text(tuple(words)) if words else self._drop(at)

    def _untold(self, told: set[str], node: Mapping, where: str) -> None:
        """Tell which languages have no words, or that none has."""
        if not told:
            message = "there are no words in any language"
            self.report.add(node.place, where, "value.empty", message, "write them")
            return
        for language in self.languages:
            if language not in told:
                message = f"there are no words in {language}"
                self.report.add(node.place, where, "translation.missing", message, "add them", "warning")

    # Facts --------------------------------------------------------------------------------------------------

    def _fact(self, shape: Fact, node: Node, at: Location, where: str) -> Any:
        if not isinstance(node, Scalar):
            self.report.unfit(node, where, "one value belongs here", "write one value")
            return self._drop(at)
        if not node.text.strip() or is_null(node):
            return self._wrong(node.place, at, where, "value.empty", "the value is missing", "write it")
        try:
            return read_scalar(node.text, shape)
        except ScalarFault as fault:
            return self._wrong(node.place, at, where, fault.code, fault.message, fault.remedy)

    def _no_facts(self, others: Others, where: str) -> None:
        for _, other in others:
            message, remedy = "a translation holds words only", "delete this: the original file says it"
            self.report.add(other.place, where, "translation.fact", message, remedy)

    # Collections --------------------------------------------------------------------------------------------

    def _links(self, node: Node, others: Others, at: Location, where: str) -> Any:
        links: list[tuple[Node, Node | None]]
        if isinstance(node, Sequence):
            for _, other in others:
                remedy = "write them there as reference: why, or delete them here"
                message = "the original lists these references without reasons"
                self.report.add(other.place, where, "translation.extra", message, remedy)
            links, others = [(item, None) for item in node.items], ()
        elif isinstance(node, Mapping):
            links = [(key, None if is_null(child) else child) for key, child in node.items]
            self._strays(extra_keys(self.report, node, others, where), at)
        else:
            self.report.unfit(node, where, "a list of references belongs here", f"write [{node.text}]")
            return self._drop(at)
        return tuple(
            self._link(target, why, others, (*at, i), f"{where}[{i}]")
            for i, (target, why) in enumerate(links)
        )

    def _link(
        self, target: Node, why: Node | None, others: Others, at: Location, where: str
    ) -> dict[str, Any]:
        self.spots[at] = Spot(target.place, where)
        if not isinstance(target, Scalar):
            message = "a reference belongs here, not keys and values"
            self._wrong(
                target.place, at, where, "value.type", message, "write reference: why without the dash"
            )
            return {"to": None}
        to = self._fact(Fact(str), target, (*at, "to"), where)
        reasons = below(others, target.text)
        if why is None:
            for _, reason in reasons:
                message = "the original gives no reason here"
                self.report.add(reason.place, where, "translation.extra", message, WRITE_FIRST)
            return {"to": to}
        self._note_gaps(reasons, (*at, "why"), self.spots[at])
        return {"to": to, "why": self._words(why, reasons, (*at, "why"), where)}

    def _items(self, shape: Items, node: Node, others: Others, at: Location, where: str) -> Any:
        if not isinstance(node, Sequence):
            remedy = f"write [{node.text}]" if isinstance(node, Scalar) else "begin each line with -"
            self.report.unfit(node, where, "a list belongs here", remedy)
            return self._drop(at)
        kept: list[tuple[str, Sequence]] = []
        for language, other in others:
            if isinstance(other, Sequence) and len(other.items) == len(node.items):
                kept.append((language, other))
            else:
                message = f"the original has a list of {len(node.items)} here"
                self.report.add(
                    other.place, where, "translation.length", message, "write one for each, in order"
                )
                self.gaps.unread.add((language, at))
        return tuple(
            self.value(
                shape.item, item, tuple((each, o.items[i]) for each, o in kept), (*at, i), f"{where}[{i}]"
            )
            for i, item in enumerate(node.items)
        )

    def _table(self, shape: Table, node: Node, others: Others, at: Location, where: str) -> Any:
        if not isinstance(node, Mapping):
            self.report.unfit(
                node, where, "ids with what belongs to them stand here", "write id: and below it key: value"
            )
            return self._drop(at)
        self._strays(extra_keys(self.report, node, others, where), at)
        rows = []
        for i, (key, child) in enumerate(node.items):
            path, inner = f"{where}.{key.text}", below(others, key.text)
            if not ID.fullmatch(key.text):
                self.report.add(key.place, where, "id.form", f'"{key.text}" cannot be an id', ID_RULE)
            self._note_gaps(inner, (*at, i), Spot(key.place, path))
            row = self._object(shape.item, child, inner, (*at, i), path)
            self.spots[(*at, i)] = Spot(key.place, path)
            rows.append({**(row or {}), "id": key.text})
        return tuple(rows)

    # Objects ------------------------------------------------------------------------------------------------

    def _object(self, shape: Object, node: Node, others: Others, at: Location, where: str) -> Any:
        self.spots[at] = Spot(node.place, where)
        others = tuple((language, _long(shape, other)) for language, other in others)
        node = Mapping((), node.place) if is_null(node) else _long(shape, node)
        if not isinstance(node, Mapping):
            self.report.unfit(node, where, "keys and values belong here", "write key: value")
            return self._drop(at)
        self._strays(extra_fields(self.report, shape, node, others, where), at)
        raw = self._fields(shape, node, others, at, where)
        if shape.type is Citation and self.document is not None:
            raw.setdefault("document", self.document)
        return raw

    def _fields(
        self, shape: Object, node: Mapping, others: Others, at: Location, where: str
    ) -> dict[str, Any]:
        raw: dict[str, Any] = {}
        for key, child in node.items:
            found = shape.get(key.text)
            if found is None:
                self.report.unknown_key(shape, key, where)
                self.broken.add((*at, nearest(key.text, shape.names())))
            elif not is_null(child):
                value = self.value(
                    found.shape, child, below(others, key.text), (*at, key.text), path_to(where, key)
                )
                if value is not None:
                    raw[key.text] = value
        return raw

    # Reports ------------------------------------------------------------------------------------------------

    def _note_gaps(self, others: Others, at: Location, spot: Spot | None = None) -> None:
        if not self.side_by_side:
            has = {self.lang, *(language for language, _ in others)}
            self.gaps.note((each for each in self.languages if each not in has), at, spot or self.spots[at])

    def _strays(self, unread: Iterable[str], at: Location) -> None:
        """Remember in which translations a location could not be read at all."""
        self.gaps.unread.update((language, at) for language in unread)

    def _wrong(self, place: Place, at: Location, where: str, code: str, message: str, remedy: str) -> Any:
        self.report.add(place, where, code, message, remedy)
        return self._drop(at)

    def _drop(self, at: Location) -> Any:
        """Remember that a location yielded nothing; the validator need not say so again."""
        self.broken.add(at)
        return None


def _long(shape: Object, node: Node) -> Node:
    """Write the short form of an object out: a bare text stands for its main field."""
    if shape.short and isinstance(node, Scalar) and not is_null(node):
        return Mapping(((Scalar(shape.short, node.place, plain=True), node),), node.place)
    return node
