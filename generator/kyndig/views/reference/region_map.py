"""The tile map: a square for each region, placed roughly as on a map, with its course dates to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...catalogue import Entity
from ..parts import Phrase
from ..reader import Reader


@dataclass(frozen=True, slots=True)
class Tile:
    """One region, with the number of dates to come."""

    href: str
    name: Phrase
    dates: int


@dataclass(frozen=True, slots=True)
class TileRow:
    """One row of the map; None is a place without a region. `country` stands above the first row of each."""

    country: Phrase | None
    tiles: tuple[Tile | None, ...]


@dataclass(frozen=True, slots=True)
class TileMap:
    """The map row by row, from north to south."""

    rows: tuple[TileRow, ...]


def tile_map(reader: Reader, regions: tuple[Entity, ...], dates: Callable[[Entity], int]) -> TileMap | None:
    """Return the map of the regions that have a tile, or None where none has; `dates` counts what stands in it.

    Columns without a region at the edges and rows without one are left out, so that a site of one country has a
    map of it alone. Rows are as long as each other.
    """
    placed = {each.value.tile: each for each in regions if each.value.tile}
    if not placed:
        return None
    columns = [column for column, _ in placed]
    span = range(min(columns), max(columns) + 1)
    made = []
    above = ""
    for row in sorted({row for _, row in placed}):
        entities = [placed.get((column, row)) for column in span]
        country = next(each.value.country for each in entities if each)
        name = _country(reader, regions, country) if country != above else None
        made.append(TileRow(name, tuple(_tile(reader, each, dates) for each in entities)))
        above = country
    return TileMap(tuple(made))


def _country(reader: Reader, regions: tuple[Entity, ...], code: str) -> Phrase | None:
    whole = (each for each in regions if each.value.country == code and each.value.type == "country")
    return next(map(reader.title, whole), None)


def _tile(reader: Reader, entity: Entity | None, dates: Callable[[Entity], int]) -> Tile | None:
    if entity is None:
        return None
    return Tile(reader.href(entity.ref), reader.title(entity), dates(entity))
