"""Matrices: needs by the audiences of one axis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ..catalogue import Catalogue, Entity
from .audience import asked_for, concerns, upward
from .cells import Cell, cell, looked_at

CellOf = Callable[[Entity, Entity | None, str], Cell]
"""Gives the cell of a need, an audience and a horizon."""


@dataclass(frozen=True, slots=True)
class Row:
    """A need with a cell for each audience, None where the audience does not have it."""

    need: Entity
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Needs by audiences; `unplaced` are needs that name no audience of the axis, each with a cell for all."""

    audiences: tuple[Entity, ...]
    rows: tuple[Row, ...]
    unplaced: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell of an audience that has the need."""
        return tuple(each for row in self.rows for each in row.cells if each is not None)


def matrix(
    catalogue: Catalogue,
    needs: Iterable[Entity],
    axis: str,
    only: Iterable[Entity] | None = None,
    horizon: str | None = None,
    cell_of: CellOf | None = None,
) -> Matrix:
    """Work out a matrix; columns stand in the order in which needs name them.

    `only` are the columns wanted. Without a `horizon` a need is looked at as it is now, and as expected where it is
    neither felt nor assessed now. `cell_of` may know cells from before.
    """
    of = cell_of or partial(cell, catalogue)
    found = tuple(needs)
    asked = {each.ref: asked_for(catalogue, each, axis) for each in found}
    columns = only if only is not None else (one for each in found for one in asked[each.ref])
    audiences = tuple({each.ref: each for each in columns}.values())
    rows, unplaced = [], []
    for need in found:
        when = horizon or looked_at(catalogue, need)[0]
        if asked[need.ref]:
            cells = tuple(
                of(need, each, when) if concerns(catalogue, need, each) else None for each in audiences
            )
            rows.append(Row(need, cells))
        else:
            unplaced.append(of(need, None, when))
    return Matrix(audiences, tuple(rows), tuple(unplaced))


def felt_by(catalogue: Catalogue, audience: Entity) -> tuple[Entity, ...]:
    """Return the needs that an audience has, plan by plan.

    They are found from the audience, so that what is made of them does not depend on all other needs.
    """
    naming = {
        need.ref
        for wider in upward(catalogue, audience)
        for origin, _ in catalogue.origins(wider)
        for need in _needs_behind(catalogue, origin)
    }
    needs = (each for each in catalogue.of_kind("need") if each.ref in naming)
    return tuple(each for each in needs if concerns(catalogue, each, audience))


def _needs_behind(catalogue: Catalogue, origin: Entity) -> Iterator[Entity]:
    """Yield the needs that may have whatever somebody names: a need itself, those of a plan, those of a group."""
    if origin.kind == "need":
        yield origin
    elif origin.kind == "plan":
        yield from catalogue.parts(origin, "need")
    elif origin.kind == "target-group":
        yield from (each for each, _ in catalogue.origins(origin, "target_groups") if each.kind == "need")
