"""Render: from pages to the bytes of every file of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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
from .search import Searchable, engine, names, searchable
from .settings import Settings
from .views import Reader, frame, frame_of, view


@dataclass(frozen=True, slots=True)
class Rendered:
    """Every file of the site by its path below the output folder, but for the search index, which is made on demand.

    `searchable` is None where no program can make one here; the search page then says so.
    """

    files: dict[str, bytes]
    searchable: Searchable | None


def render(
    catalogue: Catalogue,
    site: Site,
    words: Mapping[str, Words],
    settings: Settings,
    today: date,
    theme: Path,
    loader: BaseLoader | None,
    progress: Callable[[str, int, int], None],
) -> Rendered:
    """Make every file of the site, and what its search index is made of."""
    readers = {
        language: Reader(language, catalogue, site, words[language], today, settings)
        for language in catalogue.languages
    }
    static, indexer = _static(theme), engine()
    renderer = Renderer.of(theme, words, loader)
    files = dict(static.values())
    addresses = {name: site.address(path) for name, (path, _) in static.items()}
    index = site.address(f"{indexer.folder}/") if indexer else ""
    frames = {language: frame(reader, addresses, index) for language, reader in readers.items()}
    views = []
    for done, page in enumerate(site.pages, 1):
        reader = readers[page.language]
        made = view(reader, page)
        surroundings = frame_of(reader, page, frames[page.language])
        context = {"shell": made.shell, "view": made.body, "site": surroundings, "noindex": False}
        files[page.path] = renderer.render(made.template, page.language, context)
        views.append((page, made))
        progress("pages", done, len(site.pages))
    for path, template in (("index.html", "root.html"), ("404.html", "root-missing.html")):
        context = _root(readers, site, addresses, path)
        files[path] = renderer.render(template, catalogue.languages[0], context)
    files |= feeds(readers) | exports(readers) | names(readers)
    return Rendered(files, searchable(indexer, readers, views, files) if indexer else None)


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


def _root(
    readers: Mapping[str, Reader], site: Site, addresses: Mapping[str, str], path: str
) -> dict[str, object]:
    """A page at the root: it lets a reader choose a language, and leads nowhere by itself."""
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
        "script": addresses.get("missing.js", ""),
        "searches": {language: reader.href("search") for language, reader in readers.items()},
        "url": site.absolute(path),
    }
