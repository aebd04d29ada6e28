"""Break a text into lines that fit, as a browser would: SVG has no lines of its own.

Widths are in parts of the size of the letters. Words stay whole where any size lets them; else they are divided where
`locales.hyphens` allows it, and in the last resort anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..locales.hyphens import SOFT_HYPHEN, soft_hyphenate

Ruler = Callable[[str], float]
"""How wide a text is."""

_MORE = "…"
_JOINTS = re.compile(rf"(?<=[-–/])(?=[^\W\d_])|{SOFT_HYPHEN}")
"""Where a word may be divided: after what joins its parts, and where the dictionary says."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines of one size of letters; `divided` tells whether a word of it had to be."""

    size: float
    lines: tuple[str, ...]
    divided: bool = False


def fitted(
    text: str, language: str, ruler: Ruler, sizes: Sequence[float], room: tuple[float, float], leading: float
) -> Lines:
    """Return a text in the largest of some sizes that fits a room of that width and height.

    Whole words in smaller letters come before divided words in larger ones. In the smallest size what is too much is left
    out, and three dots stand for it. `leading` is the height of a line in parts of the size.
    """
    width, height = room
    tries = [_filled(text, language, ruler, width / size, size) for size in sizes]
    fits = [each for each in tries if len(each.lines) * leading * each.size <= height]
    if fits:
        found = next((each for each in fits if not each.divided), fits[0])
        return _balanced(found, text, language, ruler, width / found.size)
    last = tries[-1]
    most = max(1, int(height / (leading * last.size)))
    return Lines(last.size, shortened(last.lines, most, ruler, width / last.size), last.divided)


def shortened(lines: Sequence[str], most: int, ruler: Ruler, room: float) -> tuple[str, ...]:
    """Return no more than the first lines, and say with three dots that there was more."""
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while ruler(_ended(last)) > room and last:
        last = last.rpartition(" ")[0] or last[:-1]
    return (*lines[: most - 1], _ended(last))


def _ended(line: str) -> str:
    return f"{line.rstrip(' ,.;:–-')}{_MORE}"


def one_line(text: str, ruler: Ruler, room: float) -> str:
    """Return a text, or as much of its beginning as fits one line."""
    return text if ruler(text) <= room else shortened((text, ""), 1, ruler, room)[0]


def _filled(text: str, language: str, ruler: Ruler, room: float, size: float) -> Lines:
    """Fill each line before the next is begun."""
    done, now, divided = [], "", False
    for word in text.split():
        whole = word.replace(SOFT_HYPHEN, "")
        joined = f"{now} {whole}" if now else whole
        if ruler(joined) <= room:
            now = joined
            continue
        if now:
            done.append(now)
        *parts, now = _divided(word, language, ruler, room)
        done += parts
        divided = divided or bool(parts)
    return Lines(size, tuple(filter(None, (*done, now))), divided)


def _balanced(found: Lines, text: str, language: str, ruler: Ruler, room: float) -> Lines:
    """Return as many lines that are as even as they can be, as `text-wrap: balance` does; divided words stay as they are."""
    if found.divided or len(found.lines) < 2:
        return found
    narrow, best = room / 2, found
    while room - narrow > _STEP:
        middle = (narrow + room) / 2
        tried = _filled(text, language, ruler, middle, found.size)
        if len(tried.lines) == len(found.lines) and not tried.divided:
            room, best = middle, tried
        else:
            narrow = middle
    return best


_STEP = 0.2
"""Parts of the size of the letters: nobody sees less."""


def _divided(word: str, language: str, ruler: Ruler, room: float) -> list[str]:
    """Return the parts of a word that fit a line each."""
    if ruler(undivided := word.replace(SOFT_HYPHEN, "")) <= room:
        return [undivided]
    done, now = [], ""
    for each in _syllables(word, language):
        if now and ruler(_hyphened(now + each)) > room:
            done.append(_hyphened(now))
            now = ""
        *whole, rest = _chopped(each, ruler, room) if not now else [each]
        done += whole
        now += rest
    return [*done, now]


def _syllables(word: str, language: str) -> Iterator[str]:
    yield from filter(None, _JOINTS.split(soft_hyphenate(word, language)))


def _hyphened(part: str) -> str:
    return part if part.endswith(("-", "–", "/")) else f"{part}-"


def _chopped(text: str, ruler: Ruler, room: float) -> list[str]:
    """Return pieces that fit a line with a hyphen each, wherever that divides them."""
    pieces = [""]
    for letter in text:
        if pieces[-1] and ruler(_hyphened(pieces[-1] + letter)) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
