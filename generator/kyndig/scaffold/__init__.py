"""`kyndig init`: a new site with an example of each kind of content, whose comments teach the format."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_RENAMED = {"gitignore": ".gitignore", "gitattributes": ".gitattributes", "publishconf.txt": "publishconf.py"}


class Occupied(Exception):
    """There is something at the folder already."""


def init(folder: Path) -> tuple[Path, ...]:
    """Write a new site and return the files written.

    Raises Occupied where the folder exists and is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Occupied(str(folder))
    return tuple(_copy(files(__package__) / "site", folder))


def _copy(source: Traversable, target: Path) -> list[Path]:
    written: list[Path] = []
    target.mkdir(parents=True, exist_ok=True)
    for each in sorted(source.iterdir(), key=lambda item: item.name):
        place = target / _RENAMED.get(each.name, each.name)
        if each.is_dir():
            written += _copy(each, place)
        else:
            place.write_bytes(each.read_bytes())
            written.append(place)
    return written
