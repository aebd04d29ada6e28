"""The fonts of pictures: files that fontconfig finds on this machine for the names in the theme's style."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from .sfnt import NotSfnt, Widths

_STYLES = {
    "title": ("serif", True),
    "words": ("serif", False),
    "label": ("sans", True),
    "small": ("sans", False),
}
"""Style of letters → the token of the theme that names its fonts, and whether it is bold."""
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
        """Return how wide a text is, in parts of the size of its letters.

        Where its own font has not all of its letters, resvg may draw the whole of it with another: then each letter counts
        as wide as the widest font has it.
        """
        letters, own = [ord(each) for each in text], self[style].widths.letters
        if all(each in own for each in letters):
            return sum(own[each] for each in letters)
        every = [font.widths for font in self.every]
        return sum(max(each.letters.get(letter, each.missing) for each in every) for letter in letters)


def fonts(names: Mapping[str, str]) -> Fonts:
    """Return the fonts of this machine for the names of a style sheet (`serif`, `sans`). Raises NoFonts."""
    styles = ((style, _best(_pattern(names[token]), bold)) for style, (token, bold) in _STYLES.items())
    return Fonts(tuple(styles), tuple(_best(each) for each in _OTHERS))


_SPECIAL = re.compile(r"[\\\-:,]")
"""What must be marked in a name that is given to fontconfig."""


def _pattern(names: str) -> str:
    """Return the names of a style sheet as fontconfig reads them; such as begin with a hyphen mean something to browsers."""
    each = (name.strip(" \"'\n") for name in names.split(","))
    return ",".join(_SPECIAL.sub(r"\\\g<0>", name) for name in each if not name.startswith("-"))


def _best(pattern: str, bold: bool = False) -> Font:
    """Return the first of the fonts that match a pattern which can be read: outlines in the form of OpenType.

    The bold face is asked for by the name of the family that was found: fontconfig may find another for a list of names.
    """
    for found in _matching(pattern):
        if font := _read(found):
            name = _SPECIAL.sub(r"\\\g<0>", font.families[0])
            faces = _matching(f"{name}:bold") if bold else ()
            same = (each for each in map(_read, faces) if each and font.families[0] in each.families)
            return next(same, font)
    raise NoFonts("fontconfig finds no OpenType font: apt-get install fonts-dejavu-core")


def _read(found: tuple[Path, int, tuple[str, ...]]) -> Font | None:
    file, index, families = found
    try:
        _widths(file, index)
        return Font(file, index, families, _digest(file))
    except (NotSfnt, OSError):
        return None


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
