"""How long a position document holds: the years in words, and whether they are over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..model.position import Position


def is_expired(position: Position, today: date) -> bool:
    """Tell whether the last year a document holds for has passed; it holds to the end of that year."""
    return position.valid_to is not None and position.valid_to < today.year


def period(position: Position, word: Callable[[str], str]) -> str:
    """Return the years a document holds for, in words."""
    start, end = position.valid_from, position.valid_to
    if start and end:
        return str(start) if start == end else f"{start}–{end}"
    if start:
        return word("from {year}").format(year=start)
    return word("until {year}").format(year=end) if end else ""
