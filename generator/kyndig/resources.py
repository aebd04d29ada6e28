"""Where the theme and the catalogues are, in the wheel or beside `generator/` in a checkout, and the theme's files."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def shared(name: str) -> Path:
    """Return the folder `themes` or `i18n` that comes with Kyndig."""
    installed = _PACKAGE / "share" / name
    return installed if installed.is_dir() else _CHECKOUT / name


def theme_folder(theme: str, root: Path) -> Path:
    """Return the folder of a theme: one of the site's own, or one that comes with Kyndig."""
    own = root / theme
    return own if own.is_dir() else shared("themes") / theme


_ROOT = "root/"
"""Folder of the files that keep their names: a service worker serves what is beside it and below, whatever its text."""
_NAMED = re.compile(r'"(\.{1,2}/[\w./-]+\.js)"')
"""How a script names another script of the theme."""


def static_files(theme: Path) -> dict[str, tuple[str, bytes]]:
    """Return the theme's static files by name: the path each is published at, and its bytes.

    Paths change with the bytes, so that browsers may keep the files; what stands in `root/` keeps its name, at the
    root of the site. A script names others by relative path, and that becomes the path they are published at; raises
    ValueError where scripts name each other in a circle.
    """
    folder = theme / "static"
    texts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(each for each in folder.rglob("*") if each.is_file())
    }
    made: dict[str, tuple[str, bytes]] = {}
    for name in texts:
        _publish(name, texts, made, ())
    return {name: made[name] for name in texts}


def _publish(
    name: str, texts: dict[str, bytes], made: dict[str, tuple[str, bytes]], above: tuple[str, ...]
) -> str:
    """Give a file its path, after those that it names; return the path."""
    if name in above:
        raise ValueError(f"scripts of the theme name each other in a circle: {', '.join(above)}")
    if name in made:
        return made[name][0]
    data = texts[name]
    own = name.removeprefix(_ROOT) if name.startswith(_ROOT) else f"theme/{name}"
    if name.endswith(".js"):

        def published(match: re.Match[str]) -> str:
            other = normpath(join(dirname(name), match[1]))
            if other not in texts:
                return match[0]
            path = relpath(_publish(other, texts, made, (*above, name)), dirname(own) or ".")
            return f'"{path if path.startswith(".") else f"./{path}"}"'

        data = _NAMED.sub(published, data.decode()).encode()
    if own.startswith("theme/"):
        stem, dot, suffix = own.rpartition(".")
        own = f"{stem}.{sha256(data).hexdigest()[:10]}{dot}{suffix}"
    made[name] = own, data
    return own
