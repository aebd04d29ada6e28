"""Counts under both rules: any link, and asserted as full. Which rule is taken changes the answer, so both are given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .cells import Cell


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells there are, how many of each degree, with anything linked, and asserted as fully covered.

    `silent` are cells of unknown degree to which nothing is linked; `computed` those whose degree is known but not
    asserted of the audience itself.
    """

    cells: int
    degrees: Mapping[str, int]
    linked: int
    full: int
    silent: int
    computed: int


def tally(cells: Iterable[Cell]) -> Tally:
    """Count cells."""
    found = tuple(cells)
    degrees: Counter[str] = Counter(each.degree for each in found)
    return Tally(
        cells=len(found),
        degrees=degrees,
        linked=sum(bool(each.linked) for each in found),
        full=degrees["full"],
        silent=sum(each.degree == "unknown" and not each.linked for each in found),
        computed=sum(each.degree != "unknown" and not each.asserted for each in found),
    )
