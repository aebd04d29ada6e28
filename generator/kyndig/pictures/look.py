"""How pictures look: the colours, the names of fonts and the mark of the theme, so that a picture is known for its site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_TOKEN = re.compile(r"--([a-z]+):([^;}]+)")
"""A token of a style sheet; of those that are given twice the first counts, which is that of light paper."""
SIDE = 44
"""Pixels of a side of the mark."""


@dataclass(frozen=True, slots=True)
class Look:
    """The tokens of a theme, each with what Kyndig's own theme has where another has none; `mark` is the theme's SVG."""

    paper: str = "#fff"
    ink: str = "#12201b"
    mute: str = "#4a5953"
    line: str = "#c8d2cd"
    accent: str = "#005c48"
    serif: str = "serif"
    sans: str = "sans-serif"
    mark: str = ""

    @classmethod
    def of(cls, theme: Path) -> Look:
        """Read the look of a theme from its folder."""
        style, mark = (theme / "static" / name for name in ("kyndig.css", "kyndig.svg"))
        found: dict[str, str] = {}
        for name, value in _TOKEN.findall(style.read_text("utf-8")):
            if name in cls.__dataclass_fields__ and name != "mark":
                found.setdefault(name, value.strip())
        return cls(**found, mark=_mark(mark.read_text("utf-8")) if mark.is_file() else "")


def _mark(svg: str) -> str:
    """Return a drawing that stands in another, without its style sheet: that is for browsers, of which some are dark."""
    root = ElementTree.fromstring(svg)
    for parent in root.iter():
        for each in [child for child in parent if child.tag == f"{{{_SVG}}}style"]:
            parent.remove(each)
    root.attrib.update(x="0", y="0", width=str(SIDE), height=str(SIDE))
    return ElementTree.tostring(root, encoding="unicode")


_SVG = "http://www.w3.org/2000/svg"
