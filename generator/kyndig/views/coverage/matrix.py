"""The matrix of needs and audiences as a picture with a table: every place worked out, plan by plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase

from ...catalogue import Entity
from ...coverage import Cell, Matrix, Row, matrix
from ..measures import percent
from ..parts import Linked, Marks
from ..reader import Reader
from .cells import CellView, cell_of, cell_view

_GAP = 0.06
"""The part of a column that stays free between cells."""


@dataclass(frozen=True, slots=True)
class Column:
    """One audience: the letter it goes by in the picture, and its places there."""

    letter: str
    link: Linked
    x: str
    middle: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One need: `words` tell its cells as a sentence, for who cannot see them. None is no need of the audience.

    `when` is set where the cells tell what is expected, and not what is so now.
    """

    key: str
    link: Linked
    when: str
    words: str
    cells: tuple[CellView | None, ...]
    marks: Marks | None


@dataclass(frozen=True, slots=True)
class UnplacedRow:
    """One need that names no audience, with its state for all who have it."""

    link: Linked
    when: str
    cell: CellView
    marks: Marks | None


@dataclass(frozen=True, slots=True)
class Block:
    """The needs of one plan."""

    id: str
    plan: Linked
    width: str
    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    unplaced: tuple[UnplacedRow, ...]


MarksOf = Callable[[Entity], Marks | None]


def matrices(
    reader: Reader,
    needs: Iterable[Entity],
    axis: str,
    only: tuple[Entity, ...] | None = None,
    horizon: str | None = None,
) -> tuple[tuple[Entity, Matrix], ...]:
    """Return the matrix of each plan that some needs belong to, in order; `only` are the columns wanted."""
    plans: dict[str, list[Entity]] = {}
    for each in needs:
        plans.setdefault(each.document.ref, []).append(each)
    cells = partial(cell_of, reader)
    return tuple(
        (reader.catalogue[ref], matrix(reader.catalogue, own, axis, only, horizon, cells))
        for ref, own in plans.items()
    )


def block(reader: Reader, plan: Entity, it: Matrix, marks: MarksOf) -> Block:
    """Return the matrix of one plan with every place worked out."""
    step = 1 / max(len(it.audiences), 1)
    columns = tuple(
        Column(_letter(i), reader.link(each), percent((i + _GAP / 2) * step), percent((i + 0.5) * step))
        for i, each in enumerate(it.audiences)
    )
    return Block(
        id=plan.id,
        plan=reader.link(plan),
        width=percent((1 - _GAP) * step),
        columns=columns,
        rows=tuple(_row(reader, each, columns, marks) for each in it.rows),
        unplaced=tuple(
            UnplacedRow(
                reader.link(each.need), _when(reader, (each,)), cell_view(reader, each), marks(each.need)
            )
            for each in it.unplaced
        ),
    )


def _row(reader: Reader, row: Row, columns: tuple[Column, ...], marks: MarksOf) -> MatrixRow:
    cells = tuple(None if each is None else cell_view(reader, each) for each in row.cells)
    words = (f"{column.link.title}: {each.word}" for column, each in zip(columns, cells, strict=True) if each)
    key = row.need.id.replace("/", "-")
    when = _when(reader, row.cells)
    return MatrixRow(key, reader.link(row.need), when, "; ".join(words), cells, marks(row.need))


def _when(reader: Reader, cells: Iterable[Cell | None]) -> str:
    return reader.word("expected") if any(each and each.horizon == "future" for each in cells) else ""


def _letter(number: int) -> str:
    """Return the letter of a column: A to Z, then AA and so on."""
    before, last = divmod(number, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def all_cells(found: Iterable[tuple[Entity, Matrix]]) -> Iterator[Cell]:
    """Yield every cell of some matrices."""
    for _, each in found:
        yield from each.cells
