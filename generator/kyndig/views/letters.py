"""Lists from A to Å: in the order and under the letters of the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from ..locales.collation import index_letter, sort_key

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Letter(Generic[Row]):
    """What stands under one letter, and the anchor that leads to it."""

    letter: str
    anchor: str
    rows: tuple[Row, ...]


def by_letter(rows: Iterable[tuple[str, Row]], language: str) -> tuple[Letter[Row], ...]:
    """Sort rows by the name given with each, and put each under its letter."""
    ordered = sorted(rows, key=lambda row: sort_key(row[0], language))
    groups = groupby(ordered, key=lambda row: index_letter(row[0], language))
    return tuple(
        Letter(letter, f"letter-{letter.lower()}", tuple(row for _, row in group)) for letter, group in groups
    )
