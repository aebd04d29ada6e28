"""Painter: make a PNG of a picture, the same bytes each time where the fonts are the same, without fetching anything."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from .drawing import drawn
from .fonts import Fonts, NoFonts, fonts
from .look import Look
from .poster import Poster


class Unpaintable(Exception):
    """Pictures cannot be made on this machine; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Painter:
    """Makes pictures. `version` is that of resvg: another one, other fonts or another look make other bytes."""

    version: str
    look: Look
    fonts: Fonts

    def svg(self, poster: Poster) -> str:
        """Return a picture as SVG, which the same fonts are needed for."""
        return drawn(poster, self.look, self.fonts)

    def png(self, poster: Poster) -> bytes:
        """Return a picture as PNG of 1200 by 630 pixels."""
        import resvg_py

        files = dict.fromkeys(str(each.file) for each in self.fonts.every)
        made: bytes = bytes(
            resvg_py.svg_to_bytes(svg_string=self.svg(poster), font_files=list(files), skip_system_fonts=True)
        )
        return made


def painter(theme: Path) -> Painter:
    """Return what makes pictures on this machine in the look of a theme. Raises Unpaintable."""
    try:
        import resvg_py  # noqa: F401  (it is asked whether it is there)
    except ImportError:
        raise Unpaintable("resvg is not installed: pip install 'kyndig[images]'") from None
    try:
        look = Look.of(theme)
        return Painter(version("resvg-py"), look, fonts({"serif": look.serif, "sans": look.sans}))
    except NoFonts as reason:
        raise Unpaintable(str(reason)) from None
