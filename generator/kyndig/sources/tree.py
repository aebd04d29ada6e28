"""What stands in a YAML file: texts, lists and mappings, each with its place, and nothing interpreted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..diagnostics import Place

NULLS = frozenset({"", "~", "null"})
"""The plain scalars that say "nothing here"."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """Hold one value as the text the author wrote: `no`, `010`, `1:30` and `2026-03-01` stay text."""

    text: str
    place: Place
    plain: bool
    """Whether it was written without quotes and without `|` or `>`."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Hold a list in the order of the file."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Hold keys and their values in the order of the file; a key is always text and stands once."""

    items: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None if the key is not there."""
        return next((value for name, value in self.items if name.text == key), None)

    def keys(self) -> tuple[str, ...]:
        """Return the texts of the keys in the order of the file."""
        return tuple(name.text for name, _ in self.items)


Node: TypeAlias = Scalar | Sequence | Mapping


def is_null(node: Node) -> bool:
    """Tell whether the author left the value open: a plain empty scalar, `~` or `null`, not a quoted one."""
    return isinstance(node, Scalar) and node.plain and node.text in NULLS
