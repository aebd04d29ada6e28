"""Where the theme and the catalogues are: in the wheel, or beside `generator/` in a checkout."""

from __future__ import annotations

from pathlib import Path

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
