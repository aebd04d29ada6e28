"""The map of a curriculum: one tile for each competency, by area and role."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...locales.hyphens import soft_hyphenate
from ..parts import Phrase
from ..reader import Reader
from .curriculum_parts import Group, assessed, objective_count

_COLUMNS = 7
_LETTERS, _LINES = 13, 4
"""Room for words in a wide tile."""
_SHY = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of a group in the picture."""

    text: Phrase
    x: str
    y: str
    end: str
    rule: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One competency in the picture. `look` tells how it is assessed: `card`, `gv` or `talk`."""

    href: str
    lang: str | None
    label: str
    number: str
    look: str
    x: str
    y: str
    width: str
    middle: str
    inner: str
    baseline: str
    lines: tuple[tuple[str, str], ...]
    bar_width: str
    bar_y: str


@dataclass(frozen=True, slots=True)
class Map:
    """The whole picture in one of two sizes: with titles for wide screens, with numbers for narrow ones."""

    wide: bool
    height: str
    tile_height: str
    captions: tuple[Caption, ...]
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class _Size:
    """Heights in rem, and how many letters of a group's name have room above one column."""

    wide: bool
    tile: float
    number: float
    letters: int
    gap: float = 0.4
    caption: float = 1.7
    between: float = 0.9


_WIDE = _Size(wide=True, tile=5.9, number=1.3, letters=10)
_NARROW = _Size(wide=False, tile=2.9, number=1.6, letters=5)


def maps(reader: Reader, groups: tuple[Group, ...]) -> tuple[Map, Map]:
    """Return the picture for wide and for narrow screens."""
    return _map(reader, groups, _WIDE), _map(reader, groups, _NARROW)


def _map(reader: Reader, groups: tuple[Group, ...], size: _Size) -> Map:
    most = max((len(each.value.objectives) for group in groups for each in group.members), default=1)
    captions: list[Caption] = []
    tiles: list[Tile] = []
    y = 0.0
    for line in _lines(groups, size):
        for group, first in line:
            captions.append(_caption(group, first, y))
            for place, each in enumerate(group.members):
                column = (first + place) % _COLUMNS
                top = y + size.caption + (first + place) // _COLUMNS * (size.tile + size.gap)
                tiles.append(_tile(reader, each, column, top, most, size))
        rows = max(-(-(first + len(group.members)) // _COLUMNS) for group, first in line)
        y += size.caption + rows * (size.tile + size.gap) + size.between
    return Map(size.wide, _rem(y), _rem(size.tile), tuple(captions), tuple(tiles))


def _caption(group: Group, first: int, y: float) -> Caption:
    end = min(first + len(group.members), _COLUMNS) / _COLUMNS - 0.008
    begin = _percent(first / _COLUMNS + 0.002)
    return Caption(group.link.title, begin, _rem(y + 0.9), _percent(end), _rem(y + 1.3))


def _lines(groups: tuple[Group, ...], size: _Size) -> list[list[tuple[Group, int]]]:
    """Put groups beside each other as long as their tiles and their names have room."""
    lines: list[list[tuple[Group, int]]] = []
    taken = _COLUMNS
    for group in groups:
        span = max(len(group.members), -(-len(group.link.title.text) // size.letters))
        if taken + span > _COLUMNS:
            lines.append([])
            taken = 0
        lines[-1].append((group, taken))
        taken += span
    return lines


def _tile(reader: Reader, entity: Entity, column: int, top: float, most: int, size: _Size) -> Tile:
    link = reader.link(entity)
    width = 1 / _COLUMNS - 0.01
    left = column / _COLUMNS + 0.002
    words = _wrap(link.title.text, link.title.lang or reader.language) if size.wide else ()
    label = f"{link.number} {link.title.text}, {objective_count(reader, entity)}, "
    return Tile(
        href=link.href,
        lang=link.title.lang,
        label=label + assessed(reader, entity.value.assessments),
        number=link.number,
        look=_look(reader, entity),
        x=_percent(left),
        y=_rem(top),
        width=_percent(width),
        middle=_percent(left + width / 2),
        inner=_percent(left + 0.01),
        baseline=_rem(top + size.number),
        lines=tuple((text, _rem(top + 2.15 + place * 0.9)) for place, text in enumerate(words)),
        bar_width=_percent((width - 0.02) * len(entity.value.objectives) / most),
        bar_y=_rem(top + size.tile - 0.6),
    )


def _look(reader: Reader, competency: Entity) -> str:
    uses = competency.value.assessments
    if any(use.card for use in uses):
        return "card"
    types = {reader.catalogue[f"method:{use.method}"].value.type for use in uses}
    return "gv" if "general" in types else "talk"


def _percent(part: float) -> str:
    return f"{part * 100:.2f}%"


def _rem(height: float) -> str:
    return f"{height:g}rem"


def _wrap(text: str, language: str) -> tuple[str, ...]:
    """Break a title into lines that fit a tile; only words longer than a line are divided."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, language):
            joined = f"{lines[-1]} {piece}".strip()
            if len(joined) <= _LETTERS:
                lines[-1] = joined
            else:
                lines.append(piece)
    if len(lines) <= _LINES:
        return tuple(lines)
    return (*lines[: _LINES - 1], lines[_LINES - 1].rstrip("-")[: _LETTERS - 1] + "…")


def _pieces(word: str, language: str) -> list[str]:
    pieces = [""]
    if len(word) <= _LETTERS:
        return [word]
    for syllable in soft_hyphenate(word, language).split(_SHY):
        if pieces[-1] and len(pieces[-1] + syllable) >= _LETTERS:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += syllable
    return pieces
