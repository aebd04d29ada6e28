"""Decide by the picture what axe leaves open: whether a text stands out from what is drawn behind it.

axe does not look into SVG. Here the letters are taken away, the page is photographed, and the colour of the text is
compared with every colour that fills a part of the place where it stands; the weakest counts.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

JS = Path(__file__).parent / "js"


def script(name: str) -> str:
    """Return a function for the browser that stands in a file."""
    return (JS / f"{name}.js").read_text("utf-8")


def too_weak(tab: Any, selectors: list[str]) -> dict[str, str]:
    """Return the texts whose contrast is below what WCAG asks of their size, with the figure."""
    if not selectors:
        return {}
    texts = tab.evaluate(script("letters"), selectors)
    picture = b64encode(tab.screenshot(full_page=True)).decode()
    found = tab.evaluate(script("contrast"), [picture, texts])
    weak = {}
    for selector, text, contrast in zip(selectors, texts, found, strict=True):
        large = text["size"] >= 24 or (text["bold"] and text["size"] >= 18.66)
        if text["shown"] and text["width"] and contrast < (3 if large else 4.5):
            weak[selector] = f"contrast {contrast:.2f} with what is drawn behind it"
    return weak
