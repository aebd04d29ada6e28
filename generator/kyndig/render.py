"""Render: from pages to the bytes of every file of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from jinja2 import BaseLoader

from .catalogue import Catalogue
from .exports import exports
from .feeds import feeds
from .locales.catalogues import Catalogue as Words
from .pages import Renderer
from .routes import Page, Site
from .search import Searchable, engine, names, searchable
from .settings import Settings
from .survey import survey
from .views import LATE, Frame, Reader, View, frame, frame_of, leading_on, view


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
    """Make every file of the site, and what its search index is made of.

    The pages that tell what the site holds are made once more at the end, from what all files are found to hold.
    """
    readers = {
        language: Reader(language, catalogue, site, words[language], today, settings)
        for language in catalogue.languages
    }
    static, indexer = _static(theme), engine()
    renderer = Renderer.of(theme, words, loader)
    files = dict(static.values())
    addresses = {name: site.address(path) for name, (path, _) in static.items()}
    index = site.address(f"{indexer.folder}/") if indexer else ""
    late = [page for page in site.pages if page.kind in LATE]
    views: dict[Page, View] = {}

    def put(readers: Mapping[str, Reader], pages: Iterable[Page]) -> None:
        frames = {language: frame(reader, addresses, index) for language, reader in readers.items()}
        for page in pages:
            reader = readers[page.language]
            views[page] = view(reader, page)
            files[page.path] = _page(
                renderer, views[page], page, frame_of(reader, page, frames[page.language])
            )
            progress("pages", len(views), len(site.pages))

    put(readers, site.pages)
    files |= _alone(renderer, readers, site, addresses) | feeds(readers) | exports(readers) | names(readers)
    found = survey(files | (indexer.script() if indexer else {}), site.origin, site.base)
    put({language: replace(reader, found=found) for language, reader in readers.items()}, late)
    return Rendered(files, searchable(indexer, readers, list(views.items()), files) if indexer else None)


def _page(renderer: Renderer, made: View, page: Page, surroundings: Frame) -> bytes:
    context = {"shell": made.shell, "view": made.body, "site": surroundings, "noindex": False}
    return renderer.render(made.template, page.language, context)


def _alone(
    renderer: Renderer, readers: Mapping[str, Reader], site: Site, addresses: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the pages that stand outside the trees of the languages."""
    first, files = next(iter(readers)), {}
    for path, template in (("index.html", "root.html"), ("404.html", "root-missing.html")):
        files[path] = renderer.render(template, first, _root(readers, site, addresses, path))
    for path, language, made in leading_on(readers, addresses):
        files[path] = renderer.render("leading-on.html", language, {"view": made})
    return files


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
