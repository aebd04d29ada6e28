"""One cell in a reader's words: its state, what stands in the picture, and the way to what says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from ...catalogue import Entity
from ...coverage import Cell, asked_for, cell, upward
from ..reader import Reader

STATES = ("full", "part", "planned", "none", "linked", "unknown")
"""The degrees, best first; what nobody has looked at is told apart by whether anything is linked."""


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell.

    `word` is its state in words, `mark` what stands in the picture; `computed` tells that nobody has said so of this
    very audience. `href` leads to the evidence.
    """

    state: str
    word: str
    mark: str
    href: str
    computed: bool
    linked: int


def cell_of(reader: Reader, need: Entity, audience: Entity | None, horizon: str) -> Cell:
    """Return a cell; it is worked out once for all pages of a language."""
    name = f"cell {need.ref} {audience.ref if audience else ''} {horizon}"
    return reader.once(name, partial(cell, reader.catalogue, need, audience, horizon))


def cell_view(reader: Reader, it: Cell) -> CellView:
    """Return a cell in the reader's words."""
    state = state_of(it)
    computed = it.degree != "unknown" and not it.asserted
    word = state_words(reader)[state] if state != "linked" else _linked(reader, len(it.linked))
    if computed:
        word = reader.word("{state}, computed").format(state=word)
    marks = {"none": _gap(reader), "linked": str(len(it.linked)), "unknown": "?"}
    href = evidence_href(reader, it.need, it.audience)
    return CellView(state, word, marks.get(state, ""), href, computed, len(it.linked))


def state_of(it: Cell) -> str:
    """Return how a cell is drawn and counted."""
    return "linked" if it.degree == "unknown" and it.linked else it.degree


def state_words(reader: Reader) -> dict[str, str]:
    """Return the states in words, best first."""
    return {
        "full": reader.word("covered"),
        "part": reader.word("partly covered"),
        "planned": reader.word("cover planned"),
        "none": _gap(reader),
        "linked": reader.word("offers, not assessed"),
        "unknown": reader.word("unknown"),
    }


def counted(reader: Reader, cells: Iterable[Cell]) -> tuple[tuple[str, str, int], ...]:
    """Return state, its words and how many cells are in it, for every state."""
    counts = Counter(map(state_of, cells))
    return tuple((state, word, counts[state]) for state, word in state_words(reader).items())


def _gap(reader: Reader) -> str:
    return reader.words.ngettext("gap", "gaps", 1)


def _linked(reader: Reader, number: int) -> str:
    words = reader.words.ngettext("{count} offer, not assessed", "{count} offers, not assessed", number)
    return words.format(count=number)


def evidence_href(reader: Reader, need: Entity, audience: Entity | None) -> str:
    """Return where the evidence of a cell stands: on the need's page, at the audience or the wider one that has it."""
    if audience is not None:
        asked = {each.ref for each in asked_for(reader.catalogue, need, audience.kind)}
        audience = next((each for each in upward(reader.catalogue, audience) if each.ref in asked), None)
    return f"{reader.href(need.ref)}#{anchor_of(audience)}"


def anchor_of(audience: Entity | None) -> str:
    """Return the anchor of an audience on the page of a need."""
    return f"for-{audience.kind}-{audience.id}" if audience else "coverage"
