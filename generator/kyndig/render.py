"""Render: from pages to the bytes of every file of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from jinja2 import BaseLoader

from .catalogue import Catalogue
from .exports import exports
from .feeds import feeds
from .locales.catalogues import Catalogue as Words
from .pages import Renderer
from .routes import Site
from .settings import Settings
from .views import Reader, frame, frame_of, view


def render(
    catalogue: Catalogue,
    site: Site,
    words: Mapping[str, Words],
    settings: Settings,
    today: date,
    theme: Path,
    loader: BaseLoader | None,
    progress: Callable[[str, int, int], None],
) -> dict[str, bytes]:
    """Return every file of the site by its path below the output folder."""
    readers = {
        language: Reader(language, catalogue, site, words[language], today, settings)
        for language in catalogue.languages
    }
    static = _static(theme)
    renderer = Renderer.of(theme, words, loader)
    files = dict(static.values())
    addresses = {name: site.address(path) for name, (path, _) in static.items()}
    frames = {language: frame(reader, addresses) for language, reader in readers.items()}
    total = len(site.pages)
    for done, page in enumerate(site.pages, 1):
        reader = readers[page.language]
        made = view(reader, page)
        context = {
            "shell": made.shell,
            "view": made.body,
            "site": frame_of(reader, page, frames[page.language]),
            "noindex": False,
        }
        files[page.path] = renderer.render(made.template, page.language, context)
        progress("pages", done, total)
    files["index.html"] = renderer.render(
        "root.html", catalogue.languages[0], _root(readers, site, addresses)
    )
    return files | feeds(readers) | exports(readers)


def _static(theme: Path) -> dict[str, tuple[str, bytes]]:
    """Give the theme's static files names that change with their bytes, so that browsers may keep them."""
    folder = theme / "static"
    named = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        data = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        stem, dot, suffix = name.rpartition(".")
        named[name] = (f"theme/{stem}.{sha256(data).hexdigest()[:10]}{dot}{suffix}", data)
    return named


def _root(readers: Mapping[str, Reader], site: Site, addresses: Mapping[str, str]) -> dict[str, object]:
    """The page at the root: it lets a reader choose a language, and leads nowhere by itself."""
    ways = tuple(
        (
            language,
            reader.href("front"),
            site.absolute(reader.site.page("front", language).path),
            reader.words,
        )
        for language, reader in readers.items()
    )
    settings = next(iter(readers.values())).settings
    return {
        "ways": ways,
        "name": settings.sitename,
        "stylesheet": addresses["kyndig.css"],
        "icon": addresses["kyndig.svg"],
        "url": site.absolute("index.html"),
    }
