"""The only door to PyYAML: reads the YAML that an author needs, and refuses the rest before it is built.

PyYAML's own loaders hang or crash on small hostile files (aliases, merge keys, deep nesting) and turn `no`
into False. Here the events of the parser are checked and counted, and the tree is built from them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..diagnostics import Diagnostic, Place
from .syntax import NO_KEY, Words, explain, not_a_mapping, sign, tabs
from .text import TEXT_LIMIT, check_characters, read_text
from .tree import Mapping, Node, Scalar, Sequence, is_null

MAX_DEPTH = 20
MAX_EVENTS = 200_000

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it; only its events are used."""

_DIVIDE = "divide it into several files"
_ODD_KEY = Words("a key must be a text in one line", "put a text that begins with [ or { in quotes")
_MERGE = Words("the merge key << is not allowed", "write the keys and values out here", "yaml.alias")
_MANY = Words(
    'a second document begins here with "---"', "put it in a file of its own", "yaml.many-documents"
)
_EMPTY = Words("there are no keys and values", "write at least one key: value", "yaml.empty")
_LARGE = Words(f"this is more than {TEXT_LIMIT:,} bytes", _DIVIDE, "yaml.size")
_LONG = Words(f"the file holds more than {MAX_EVENTS:,} values", _DIVIDE, "yaml.size")
_DEEP = Words(f"values are nested more than {MAX_DEPTH} deep", "use fewer levels", "yaml.depth")


class _Refused(Exception):
    """Carry the one finding after which a file is not read further."""

    def __init__(self, event: Event, words: Words) -> None:
        self.event, self.words = event, words


def read_yaml(
    data: bytes | str, file: str, first_line: int = 1
) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """Return the mapping that a file holds, with the place of every value, and what is wrong with it.

    `data` is the bytes of a file, or text from `read_text`; `first_line` is its first line in `file`.
    Where a key stands twice the tree holds the first one; after any other error there is no tree. The limits
    (1 MB, depth 20, 200,000 events, no alias, anchor, tag or merge key) bound the time for any input.
    """
    if len(data if isinstance(data, bytes) else data.encode(errors="replace")) > TEXT_LIMIT:
        return None, (_LARGE.at(Place(file, first_line)),)
    text, found = read_text(data, file) if isinstance(data, bytes) else _checked(data, file, first_line)
    if text is None:
        return None, found
    tree, more = _parsed(text, file, first_line)
    return tree, (*found, *more)


def _checked(text: str, file: str, first_line: int) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Refuse what YAML calls unprintable; text from `read_text` has none of it."""
    faults = check_characters(text, file, first_line)
    return None if faults else text, faults


def _parsed(text: str, file: str, first_line: int) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """Build the tree, or turn what stopped it into a finding."""
    tab = tabs(text, file, first_line)
    if tab:
        return None, (tab,)
    builder = _Builder(_limited(yaml.parse(text, Loader=LOADER)), file, first_line)
    try:
        return builder.document(), tuple(sorted(builder.found))
    except _Refused as refused:
        fault = refused.words.at(builder.place(refused.event))
    except MarkedYAMLError as error:
        fault = explain(error, text, file, first_line)
    return None, tuple(sorted((*builder.found, fault)))


def _limited(events: Iterable[Event]) -> Iterator[Event]:
    """Let through the events of one plain document; refuse at the first that goes beyond the limits."""
    depth = documents = 0
    for count, event in enumerate(events, 1):
        if isinstance(event, NodeEvent):
            _refuse_signs(event)
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        documents += isinstance(event, DocumentStartEvent)
        if count > MAX_EVENTS:
            raise _Refused(event, _LONG)
        if depth > MAX_DEPTH:
            raise _Refused(event, _DEEP)
        if documents > 1:
            raise _Refused(event, _MANY)
        yield event


def _refuse_signs(event: NodeEvent) -> None:
    """Refuse aliases, anchors and tags: a value stands where it is used, and its key decides its type."""
    if isinstance(event, AliasEvent):
        raise _Refused(event, sign("*"))
    if event.anchor is not None:
        raise _Refused(event, sign("&"))
    if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag is not None:
        raise _Refused(event, sign("!"))


class _Builder:
    """Build nodes from events; the recursion is short, because `_limited` refuses what is too deep."""

    def __init__(self, events: Iterator[Event], file: str, first_line: int) -> None:
        self.events = events
        self.file = file
        self.first_line = first_line
        self.found: list[Diagnostic] = []

    def place(self, event: Event) -> Place:
        mark: Any = event.start_mark
        return Place(self.file, self.first_line + mark.line, mark.column + 1)

    def document(self) -> Mapping | None:
        """Build the root, and read the events behind it for what may be wrong in them."""
        root = next((self.node(each) for each in self.events if isinstance(each, NodeEvent)), None)
        for _ in self.events:
            pass
        if isinstance(root, Mapping):
            return root
        if root is None or is_null(root):
            self.found.append(_EMPTY.at(Place(self.file, self.first_line)))
        else:
            self.found.append(not_a_mapping(root).at(root.place))
        return None

    def node(self, event: Event) -> Node:
        if isinstance(event, ScalarEvent):
            return self.scalar(event)
        if isinstance(event, SequenceStartEvent):
            return Sequence(tuple(self.items()), self.place(event))
        return self.mapping(event)

    def items(self) -> Iterator[Node]:
        while not isinstance(event := next(self.events), SequenceEndEvent):
            yield self.node(event)

    def mapping(self, start: Event) -> Mapping:
        """Keep the first of two equal keys, and report the second."""
        items: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            key, value = self.key(event), self.node(next(self.events))
            first = items.setdefault(key.text, (key, value))[0]
            if first is not key:
                message = f'the key "{key.text}" stands twice, first in line {first.place.line}'
                words = Words(message, "keep one of them", "yaml.duplicate-key")
                self.found.append(words.at(key.place))
        return Mapping(tuple(items.values()), self.place(start))

    def key(self, event: Event) -> Scalar:
        """Accept any text in one line as a key, also `1` and `no`; refuse the rest, and `<<`."""
        if not isinstance(event, ScalarEvent):
            raise _Refused(event, _ODD_KEY)
        key = self.scalar(event)
        if "\n" in key.text:
            raise _Refused(event, _ODD_KEY)
        if not key.text:
            raise _Refused(event, NO_KEY)
        if key.plain and key.text == "<<":
            raise _Refused(event, _MERGE)
        return key

    def scalar(self, event: ScalarEvent) -> Scalar:
        """Keep the text; what an escape puts into it must obey the rules of `read_text`."""
        text = event.value
        if event.style == '"':
            for fault in check_characters(text, self.file):
                raise _Refused(event, Words(fault.message, fault.remedy, fault.code))
            text = unicodedata.normalize("NFC", text)
        return Scalar(text, self.place(event), not event.style)
