"""How wide letters are, read from the tables of a font itself (ISO/IEC 14496-22, OpenType): `cmap`, `hmtx`, `hhea`, `head`.

Kerning and ligatures are left out. They move letters together more often than apart, so a line is hardly ever wider
than it is measured; who breaks lines leaves a little room.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass


class NotSfnt(Exception):
    """The bytes are no font of this form, such as a bitmap or a Type 1 font, or have no table for Unicode."""


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of one face in parts of its em: of letters by their number in Unicode, and of what stands for none."""

    letters: Mapping[int, float]
    missing: float

    @classmethod
    def of(cls, data: bytes, index: int = 0) -> Widths:
        """Read a font, or that face of a collection. Raises NotSfnt."""
        try:
            return _read(data, index)
        except (struct.error, IndexError, KeyError) as error:
            raise NotSfnt(str(error)) from None


def _read(data: bytes, index: int) -> Widths:
    tables = _tables(data, index)
    units: int = _at(">H", data, tables["head"] + 18)
    count: int = _at(">H", data, tables["hhea"] + 34)
    start = tables["hmtx"]
    advances = [_at(">H", data, start + 4 * glyph) / units for glyph in range(count)]
    glyphs = _glyphs(data, tables["cmap"])
    letters = {letter: advances[min(glyph, count - 1)] for letter, glyph in glyphs.items() if glyph}
    return Widths(letters, advances[0])


def _at(form: str, data: bytes, place: int) -> int:
    found: int = struct.unpack_from(form, data, place)[0]
    return found


def _tables(data: bytes, index: int) -> dict[str, int]:
    """Return where each table begins."""
    place = _at(">I", data, 12 + 4 * index) if data[:4] == b"ttcf" else 0
    if data[place : place + 4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise NotSfnt("no OpenType font")
    rows = range(place + 12, place + 12 + 16 * _at(">H", data, place + 4), 16)
    return {data[row : row + 4].decode("latin-1"): _at(">I", data, row + 8) for row in rows}


_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of the tables that give glyphs for Unicode, the fullest first."""


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Return the number of the glyph of each letter."""
    rows = range(cmap + 4, cmap + 4 + 8 * _at(">H", data, cmap + 2), 8)
    places = {struct.unpack_from(">HH", data, row): cmap + _at(">I", data, row + 4) for row in rows}
    for name in _UNICODE:
        if name in places and (reader := _FORMS.get(_at(">H", data, places[name]))):
            return reader(data, places[name])
    raise NotSfnt("no table for Unicode")


def _segments(data: bytes, place: int) -> dict[int, int]:
    """Read a table of format 4: segments of letters up to U+FFFF."""
    count = _at(">H", data, place + 6) // 2
    ends, starts = place + 14, place + 16 + 2 * count
    found: dict[int, int] = {}
    for number in range(count):
        end, start = _at(">H", data, ends + 2 * number), _at(">H", data, starts + 2 * number)
        delta = _at(">H", data, starts + 2 * (count + number))
        row = starts + 2 * (2 * count + number)
        offset = _at(">H", data, row)
        for letter in range(start, min(end, 0xFFFE) + 1):
            glyph = _at(">H", data, row + offset + 2 * (letter - start)) if offset else letter
            found[letter] = (glyph + delta) % 0x10000 if glyph or not offset else 0
    return found


def _groups(data: bytes, place: int) -> dict[int, int]:
    """Read a table of format 12: groups of letters of all Unicode."""
    found: dict[int, int] = {}
    for number in range(_at(">I", data, place + 12)):
        start, end, glyph = struct.unpack_from(">III", data, place + 16 + 12 * number)
        found.update(zip(range(start, end + 1), range(glyph, glyph + end - start + 1), strict=True))
    return found


_FORMS = {4: _segments, 12: _groups}
