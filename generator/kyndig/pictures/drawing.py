"""Draw a picture as SVG: the head of the page, larger. What hangs in the margin there hangs in the margin here.

All numbers are pixels, from the left and from the top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from .fonts import Fonts
from .lines import fitted, one_line
from .look import SIDE, Look
from .poster import HEIGHT, WIDTH, Poster

LEFT, RIGHT, TOP, BOTTOM = 72, WIDTH - 72, 84, 508
"""The frame of everything but the name of the site, which stands below it."""
_MARGIN, _LINE, _COLUMN = 284, 318, 372
"""Where the margin ends, where the line of the kind is, and where the words begin."""
_SPARE = 0.98
"""What letters may fill of a line: kerning moves some of them apart."""
_TITLE = (76, 70, 64, 58, 52, 47, 42, 38, 34)
_LABEL, _LEAD, _ABOUT = 27, 30, 25


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes with the fonts of this machine in the colours of the theme."""

    look: Look
    fonts: Fonts

    def lines(
        self,
        lines: Sequence[str],
        place: tuple[float, float],
        size: float,
        leading: float,
        style: str,
        fill: str,
    ) -> str:
        """Write lines; `place` is the upper left corner of the first. The letters stand in the middle of each."""
        left, top = place
        height = leading * size
        return "".join(
            self.word(each, (left, top + number * height + (height + 0.7 * size) / 2), size, style, fill)
            for number, each in enumerate(lines)
        )

    def word(
        self, text: str, place: tuple[float, float], size: float, style: str, fill: str, anchor: str = "start"
    ) -> str:
        """Write one line; `place` is where it stands."""
        families = ",".join(f"'{each}'" for each in self.fonts[style].families)
        weight = 700 if style in ("title", "label") else 400
        return (
            f'<text x="{place[0]:.1f}" y="{place[1]:.1f}" font-family="{escape(families)}" font-weight="{weight}" '
            f'font-size="{size:.1f}" fill="{fill}" text-anchor="{anchor}">{escape(text)}</text>'
        )

    def narrowed(self, text: str, size: float, style: str, room: float) -> float:
        """Return the size in which a text fits one line, no larger than `size`."""
        return min(size, room * _SPARE / max(self.fonts.width(text, style), 0.01))


def drawn(poster: Poster, look: Look, fonts: Fonts) -> str:
    """Return a picture as SVG; nothing in it refers to anything outside."""
    pen = _Pen(look, fonts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<path fill="{look.paper}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f'<path fill="{look.accent}" d="M0 0h{WIDTH}v16H0z"/>'
        f"{_line(poster.line, look)}{_margin(poster, pen)}{''.join(_column(poster, pen))}{_foot(poster, pen)}</svg>"
    )


def _line(line: str, look: Look) -> str:
    """Draw the line of a kind: whole for a competency, broken for a course."""
    broken = ' stroke-dasharray="37 26"' if line == "course" else ""
    return f'<path d="M{_LINE + 8} {TOP}V{BOTTOM}" stroke="{look.accent}" stroke-width="16"{broken}/>'


def _glyph(line: str, look: Look, place: tuple[float, float], size: float) -> str:
    """Draw the sign of a kind, as `glyphs.html` has it."""
    sign = (
        f'<circle cx="8" cy="8" r="5.6" fill="none" stroke="{look.accent}" stroke-width="2.8" stroke-dasharray="5.8 3"/>'
        if line == "course"
        else f'<circle cx="8" cy="8" r="7" fill="{look.accent}"/>'
    )
    return f'<g transform="translate({place[0]:.1f} {place[1]:.1f}) scale({size / 16:.3f})">{sign}</g>'


def _margin(poster: Poster, pen: _Pen) -> str:
    """Draw the number that people say, or the sign of the kind in its place, and below it the words in frames."""
    look, room = pen.look, _MARGIN - LEFT
    if poster.number:
        size = pen.narrowed(poster.number, 216, "words", room)
        figure = pen.word(poster.number, (_MARGIN, TOP + 0.72 * size), size, "words", look.accent, "end")
    else:
        figure = _glyph(poster.line, look, (_MARGIN - 152, TOP - 8), 160)
    return figure + "".join(
        _flag(each, TOP + 204 + 64 * number, pen) for number, each in enumerate(poster.flags)
    )


def _flag(word: str, top: float, pen: _Pen) -> str:
    room, ink = _MARGIN - LEFT - 32, pen.look.ink
    size = pen.narrowed(word, 26, "label", room)
    width = size * pen.fonts.width(word, "label") + 28
    frame = f'<path d="M{_MARGIN - width:.1f} {top}h{width:.1f}v48h-{width:.1f}z" fill="none" stroke="{ink}"'
    return f'{frame} stroke-width="3" stroke-dasharray="9 6"/>' + pen.word(
        word, (_MARGIN - 14, top + 33), size, "label", ink, "end"
    )


def _column(poster: Poster, pen: _Pen) -> Iterator[str]:
    """Yield the words from above: kind, title, lead, and what it belongs to."""
    look, fonts, room, top = pen.look, pen.fonts, (RIGHT - _COLUMN) * _SPARE, float(TOP)
    title_language, lead_language = poster.languages
    label = partial(fonts.width, style="label")
    kind = fitted(poster.label, title_language, label, (_LABEL,), (room - 42, 2 * 1.3 * _LABEL + 1), 1.3)
    yield _glyph(poster.line, look, (_COLUMN, top + 3), 28)
    yield pen.lines(kind.lines, (_COLUMN + 42, top), _LABEL, 1.3, "label", look.accent)
    top += len(kind.lines) * 1.3 * _LABEL + 14

    title = fitted(
        poster.title, title_language, partial(fonts.width, style="title"), _TITLE, (room, 212), 1.08
    )
    yield pen.lines(title.lines, (_COLUMN - 2, top), title.size, 1.08, "title", look.ink)
    top += len(title.lines) * 1.08 * title.size + 16

    left = BOTTOM - top - (1.5 * _ABOUT + 8 if poster.about else 0)
    if poster.lead and left >= 1.32 * _LEAD:
        words = partial(fonts.width, style="words")
        lead = fitted(
            poster.lead, lead_language, words, (_LEAD,), (room, min(left, 3 * 1.32 * _LEAD + 1)), 1.32
        )
        yield pen.lines(lead.lines, (_COLUMN, top), _LEAD, 1.32, "words", look.ink)
    if poster.about:
        small = partial(fonts.width, style="small")
        about = one_line(poster.about, small, room / _ABOUT)
        yield pen.lines((about,), (_COLUMN, BOTTOM - 1.5 * _ABOUT + 6), _ABOUT, 1.5, "small", look.mute)


def _foot(poster: Poster, pen: _Pen) -> str:
    """Draw the mark and the name of the site."""
    look, middle, left = pen.look, 574, LEFT
    drawing = f'<path d="M{LEFT} 536H{RIGHT}" stroke="{look.line}" stroke-width="2"/>'
    if look.mark:
        drawing += f'<g transform="translate({LEFT} {middle - SIDE / 2})">{look.mark}</g>'
        left += SIDE + 14
    size = pen.narrowed(poster.site, 36, "title", RIGHT - left)
    return drawing + pen.word(poster.site, (left, middle + 0.36 * size), size, "title", look.ink)
