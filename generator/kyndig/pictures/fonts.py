"""The fonts of pictures: files that fontconfig finds on this machine for the names in the theme's style, and their widths."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from .sfnt import NotSfnt, Widths

_SERIF = "Palatino,URW Palladio L,P052,Noto Serif,Georgia,serif"
_SANS = "system-ui,Segoe UI,Roboto,Noto Sans,Carlito,sans-serif"
"""The names that `paper.css` gives, in its order."""

_STYLES = {
    "title": f"{_SERIF}:bold",
    "words": f"{_SERIF}:regular",
    "label": f"{_SANS}:bold",
    "small": f"{_SANS}:regular",
}
_OTHERS = ("sans-serif", "DejaVu Sans")
"""Where letters are looked for that a style's own font does not have."""


class NoFonts(Exception):
    """No font that can be measured and drawn is found on this machine; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Font:
    """One face: its file and number in it, the names it has for a style sheet, and a digest of the file."""

    file: Path
    index: int
    families: tuple[str, ...]
    digest: str

    @property
    def widths(self) -> Widths:
        """How wide its letters are."""
        return _widths(self.file, self.index)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of each style of letters, and others that lend what these do not have."""

    styles: tuple[tuple[str, Font], ...]
    others: tuple[Font, ...]

    def __getitem__(self, style: str) -> Font:
        """Return the font of a style: `title`, `words`, `label` or `small`."""
        return next(font for name, font in self.styles if name == style)

    @property
    def every(self) -> tuple[Font, ...]:
        """Each font once."""
        return tuple(dict.fromkeys((*(font for _, font in self.styles), *self.others)))

    def width(self, text: str, style: str) -> float:
        """Return how wide a text is, in parts of the size of its letters; what stands for no known letter is wide."""
        own = self[style].widths.letters
        return sum(own[ord(each)] if ord(each) in own else self._lent(ord(each)) for each in text)

    def _lent(self, letter: int) -> float:
        """Return the width of a letter of another font; of several the widest, for which one is drawn is not ours to say."""
        fonts = self.every
        return max(each.widths.letters.get(letter, each.widths.missing) for each in fonts)


def fonts() -> Fonts:
    """Return the fonts of this machine. Raises NoFonts."""
    styles = tuple((name, _best(pattern)) for name, pattern in _STYLES.items())
    return Fonts(styles, tuple(_best(each) for each in _OTHERS))


def _best(pattern: str) -> Font:
    """Return the first of the fonts that match a pattern which can be read: outlines in the form of OpenType."""
    for file, index, families in _matching(pattern):
        try:
            _widths(file, index)
        except (NotSfnt, OSError):
            continue
        return Font(file, index, families, _digest(file))
    raise NoFonts("fontconfig finds no OpenType font: apt-get install fonts-dejavu-core")


def _matching(pattern: str) -> Iterator[tuple[Path, int, tuple[str, ...]]]:
    form = "%{file}\t%{index}\t%{variable}\t%{family}\n"
    try:
        done = subprocess.run(  # noqa: S603  (a pattern of our own)
            ["fc-match", "--sort", "--format", form, pattern],  # noqa: S607  (where it is differs)
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        raise NoFonts("fontconfig is not installed: apt-get install fontconfig") from None
    for line in done.stdout.splitlines():
        file, index, variable, families = line.split("\t")
        # a variable font is drawn in a weight that its table of widths is not about
        if variable != "True" and int(index) < _NAMED_INSTANCE:
            yield Path(file), int(index), tuple(families.split(","))


_NAMED_INSTANCE = 1 << 16
"""From here on the index tells of a weight of a variable font as well (fontconfig)."""


@cache
def _widths(file: Path, index: int) -> Widths:
    return Widths.of(file.read_bytes(), index)


@cache
def _digest(file: Path) -> str:
    return blake2b(file.read_bytes(), digest_size=16).hexdigest()
