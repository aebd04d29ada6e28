"""Places and sizes in pictures, as SVG writes them."""

from __future__ import annotations


def percent(part: float) -> str:
    """Return a part of the width of a picture: `percent(0.125)` is `12.5%`."""
    return f"{round(part * 100, 2):g}%"


def rem(height: float) -> str:
    """Return a height that grows with the reader's letters."""
    return f"{round(height, 2):g}rem"
