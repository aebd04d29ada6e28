"""The map of a curriculum: one tile for each competency, by area and role."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalogue import Entity
from ..locales.hyphens import soft_hyphenate
from .curriculum_parts import Group, assessed, objective_count
from .parts import Phrase
from .reader import Reader

_COLUMNS = 7
_RIGHT = 4
"""The column where a second small group on the same line begins."""
_LABEL = {"left": 21, "right": 16}
"""How many letters of a group's name there is room for at 320 px, when two groups share a line."""
_LETTERS, _LINES = 15, 3
"""Room for words in a wide tile."""
_SHY = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of a group in the picture."""

    text: Phrase
    x: str
    y: str


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
    """The whole picture in one of its two sizes: with titles for wide screens, with numbers alone for narrow ones."""

    wide: bool
    height: str
    tile_height: str
    captions: tuple[Caption, ...]
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class _Size:
    wide: bool
    tile: float
    gap: float = 0.4
    caption: float = 1.5
    between: float = 0.9


def maps(reader: Reader, groups: tuple[Group, ...]) -> tuple[Map, Map]:
    """Return the picture for wide and for narrow screens."""
    return _map(reader, groups, _Size(True, 5.2)), _map(reader, groups, _Size(False, 2.9))


def _map(reader: Reader, groups: tuple[Group, ...], size: _Size) -> Map:
    most = max((len(each.value.objectives) for group in groups for each in group.members), default=1)
    captions: list[Caption] = []
    tiles: list[Tile] = []
    y = 0.0
    for line in _lines(groups):
        for group, first in line:
            captions.append(Caption(group.link.title, _percent(first / _COLUMNS), f"{y + 0.9:g}rem"))
            for place, each in enumerate(group.members):
                column = (first + place) % _COLUMNS
                top = y + size.caption + (first + place) // _COLUMNS * (size.tile + size.gap)
                tiles.append(_tile(reader, each, column, top, most, size))
        rows = max(-(-(first + len(group.members)) // _COLUMNS) for group, first in line)
        y += size.caption + rows * (size.tile + size.gap) + size.between
    return Map(size.wide, f"{y:g}rem", f"{size.tile:g}rem", tuple(captions), tuple(tiles))


def _lines(groups: tuple[Group, ...]) -> list[list[tuple[Group, int]]]:
    """Put two small groups beside each other where their names have room."""
    lines: list[list[tuple[Group, int]]] = []
    for group in groups:
        if lines and len(lines[-1]) == 1 and _pair(lines[-1][0][0], group):
            lines[-1].append((group, _RIGHT))
        else:
            lines.append([(group, 0)])
    return lines


def _pair(left: Group, right: Group) -> bool:
    names = len(left.link.title.text) <= _LABEL["left"] and len(right.link.title.text) <= _LABEL["right"]
    return names and len(left.members) < _RIGHT and len(right.members) <= _COLUMNS - _RIGHT


def _tile(reader: Reader, entity: Entity, column: int, top: float, most: int, size: _Size) -> Tile:
    link = reader.link(entity)
    width = 1 / _COLUMNS - 0.01
    left = column / _COLUMNS + 0.002
    words = _wrap(link.title.text, link.title.lang or reader.language) if size.wide else ()
    label = f"{link.number} {link.title.text}, {objective_count(reader, entity)}, "
    return Tile(
        href=link.href, lang=link.title.lang, label=label + assessed(reader, entity.value.assessments),
        number=link.number, look=_look(reader, entity), x=_percent(left), y=f"{top:g}rem", width=_percent(width),
        middle=_percent(left + width / 2), inner=_percent(left + 0.01), baseline=f"{top + (1.3 if size.wide else 1.6):g}rem",
        lines=tuple((text, f"{top + 2.25 + place * 0.95:g}rem") for place, text in enumerate(words)),
        bar_width=_percent((width - 0.02) * len(entity.value.objectives) / most), bar_y=f"{top + size.tile - 0.6:g}rem",
    )


def _look(reader: Reader, competency: Entity) -> str:
    uses = competency.value.assessments
    if any(use.card for use in uses):
        return "card"
    return "gv" if any(reader.catalogue[f"method:{use.method}"].value.type == "general" for use in uses) else "talk"


def _percent(part: float) -> str:
    return f"{part * 100:.2f}%"


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
