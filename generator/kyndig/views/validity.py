"""How long a position document holds, in words."""

from __future__ import annotations

from collections.abc import Callable

from ..model.position import Position


def period(position: Position, word: Callable[[str], str]) -> str:
    """Return the years a document holds for, in words."""
    start, end = position.valid_from, position.valid_to
    if start and end:
        return str(start) if start == end else f"{start}–{end}"
    if start:
        return word("from {year}").format(year=start)
    return word("until {year}").format(year=end) if end else ""
