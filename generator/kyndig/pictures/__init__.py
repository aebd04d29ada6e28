"""Pictures: what a page is shared with, drawn as SVG and made PNG by resvg where it is installed. The only door to it."""

from .painter import Painter, Unpaintable, painter
from .poster import HEIGHT, WIDTH, Poster, poster_of

__all__ = ["HEIGHT", "WIDTH", "Painter", "Poster", "Unpaintable", "painter", "poster_of"]
