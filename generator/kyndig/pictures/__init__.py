"""Pictures: what a page is shared with, drawn as SVG and made a PNG by resvg where that is installed. The only door to it."""

from .painter import Painter, Unpaintable, painter
from .poster import HEIGHT, WIDTH, Poster, poster_of

__all__ = ["HEIGHT", "WIDTH", "Painter", "Poster", "Unpaintable", "painter", "poster_of"]
