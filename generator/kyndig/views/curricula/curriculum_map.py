"""The map of a curriculum: a tile for each competency by area, and a strip for each role.

Tiles are links with words in them, so a browser places and breaks the words; their bars and the strips are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...catalogue import Entity
from ..parts import Linked, Phrase
from ..pieces import runs
from ..reader import Reader
from .curriculum_parts import Group, capital_link

_UNIT, _MARK = 4, 3
"""Width of an objective in a bar with the gap after it, and without; the same of a competency in a strip."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One competency in the map: `look` tells how it is assessed, `bar` is as long as it has objectives."""

    href: str
    title: Phrase
    number: str
    look: str
    bar: int


@dataclass(frozen=True, slots=True)
class Block:
    """The tiles of one area, or of one role where its competencies have no area."""

    label: Phrase
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class RoleStrip:
    """One role: its competencies as marks in a row of all, their number, and how many objectives they have."""

    role: Linked
    path: str
    numbers: str
    competencies: int
    objectives: int


@dataclass(frozen=True, slots=True)
class Map:
    """The picture of a curriculum, divided in both ways; `longest` and `width` are the lengths of bars and strips."""

    blocks: tuple[Block, ...]
    longest: int
    roles: tuple[RoleStrip, ...]
    width: int
    competencies: int


def curriculum_map(reader: Reader, groups: tuple[Group, ...]) -> Map:
    """Return the map of a curriculum's competencies, in the order of their groups."""
    members = tuple(each for group in groups for each in group.members)
    return Map(
        blocks=tuple(
            Block(group.link.title, tuple(_tile(reader, each) for each in group.members)) for group in groups
        ),
        longest=max((len(each.value.objectives) for each in members), default=1) * _UNIT,
        roles=tuple(_roles(reader, members)),
        width=len(members) * _UNIT,
        competencies=len(members),
    )


def _tile(reader: Reader, entity: Entity) -> Tile:
    bar = max(len(entity.value.objectives) * _UNIT - (_UNIT - _MARK), 0)
    title = reader.title(entity).capital
    return Tile(reader.href(entity.ref), title, reader.number(entity), _look(reader, entity), bar)


def _look(reader: Reader, competency: Entity) -> str:
    """Tell how a competency is assessed: with a `card`, in general with months (`gv`), or in a `talk`."""
    uses = competency.value.assessments
    if any(use.card for use in uses):
        return "card"
    types = {reader.catalogue[f"method:{use.method}"].value.type for use in uses}
    return "gv" if "general" in types else "talk"


def _roles(reader: Reader, members: tuple[Entity, ...]) -> Iterable[RoleStrip]:
    """Yield the roles in the order in which competencies name them."""
    for role in dict.fromkeys(role for each in members for role in each.value.roles):
        places = [place for place, each in enumerate(members) if role in each.value.roles]
        yield RoleStrip(
            role=capital_link(reader, f"role:{role}"),
            path="".join(f"M{place * _UNIT} 1h{_MARK}" for place in places),
            numbers=runs([members[place].value.id for place in places]),
            competencies=len(places),
            objectives=sum(len(members[place].value.objectives) for place in places),
        )
