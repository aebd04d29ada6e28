"""Where in the source something stands that was met in the tree."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from ..diagnostics import Place
from .fences import without_code

_BRACKET = re.compile(r"(?:\(|\]:)\s*<?$")
_ANGLE = re.compile(r"<(?:mailto:)?$")
_NEAR = 12  # how far before a destination its bracket may stand


Spot = tuple[str, bool, int]
"""What stands somewhere, whether as a destination, and which of its like it is."""


class Finder:
    """Find places in a text by what stands there, counting how often the same was met before.

    Python-Markdown keeps no positions. The tree is in the order of the text but for footnotes, which come
    last; the nth of two equal destinations is therefore at its place or at that of its twin.
    """

    def __init__(self, text: str, start: Place) -> None:
        self._text = text
        self._start = start
        self._met: Counter[str] = Counter()
        self._found: dict[tuple[str, bool], list[int]] = {}

    @cached_property
    def _prose(self) -> str:
        return without_code(self._text)

    def destination(self, needle: str) -> Spot:
        """Count one more link to a destination, and return what `place` needs to find it."""
        return self._count(needle.removeprefix("mailto:"), is_link=True)

    def words(self, needle: str) -> Spot:
        """Count one more time that the words stand in the text."""
        return self._count(needle, is_link=False)

    def place(self, spot: Spot) -> Place:
        """Return the place of what was counted, or the start of the text where it cannot be found."""
        needle, is_link, nth = spot
        offsets = self._offsets(needle, is_link=is_link) or self._offsets(
            html.escape(needle), is_link=is_link
        )
        if not offsets and not is_link:  # in more than one line, and those may be indented
            offsets = self._offsets(needle.split()[0], is_link=False)
        return self.at(offsets[min(nth, len(offsets)) - 1] if offsets else 0)

    def at(self, offset: int) -> Place:
        """Return the place of an offset into the text."""
        line = self._text.count("\n", 0, offset)
        column = offset - (self._text.rfind("\n", 0, offset) + 1)
        first = self._start.column - 1 if line == 0 else 0
        return Place(self._start.file, self._start.line + line, first + column + 1)

    def _count(self, needle: str, *, is_link: bool) -> Spot:
        self._met[needle] += 1
        return needle, is_link, self._met[needle]

    def _offsets(self, needle: str, *, is_link: bool) -> list[int]:
        key = (needle, is_link)
        if key not in self._found:
            self._found[key] = [at for at in self._all(needle) if not is_link or self._leads(at, needle)]
        return self._found[key]

    def _all(self, needle: str) -> Iterator[int]:
        at = self._prose.find(needle) if needle else -1
        while at >= 0:
            yield at
            at = self._prose.find(needle, at + len(needle))

    def _leads(self, at: int, needle: str) -> bool:
        before = self._prose[max(at - _NEAR, 0) : at]
        if _ANGLE.search(before) and (":" in needle or "@" in needle):
            return True
        return _BRACKET.search(before) is not None
