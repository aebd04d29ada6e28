"""Render: from pages to the bytes of every file of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
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
from .settings import Settings
from .survey import survey
from .views import LATE, Frame, Reader, frame, frame_of, leading_on, view


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
    """Return every file of the site by its path below the output folder.

    The pages that tell what the site holds are made once more at the end, from what all files are found to hold.
    """
    readers = {
        language: Reader(language, catalogue, site, words[language], today, settings)
        for language in catalogue.languages
    }
    static = _static(theme)
    renderer = Renderer.of(theme, words, loader)
    files = dict(static.values())
    addresses = {name: site.address(path) for name, (path, _) in static.items()}
    late = [page for page in site.pages if page.kind in LATE]
    total = len(site.pages) + len(late)

    def pages(readers: Mapping[str, Reader], chosen: Iterable[Page], done: int) -> dict[str, bytes]:
        frames = {language: frame(reader, addresses) for language, reader in readers.items()}
        made = {}
        for number, page in enumerate(chosen, done + 1):
            reader = readers[page.language]
            made[page.path] = _page(renderer, reader, page, frames[page.language])
            progress("pages", number, total)
        return made

    files |= pages(readers, site.pages, 0) | _alone(renderer, readers, site, addresses)
    files |= feeds(readers) | exports(readers)
    found = survey(files, site.origin, site.base)
    informed = {language: replace(reader, found=found) for language, reader in readers.items()}
    return files | pages(informed, late, len(site.pages))


def _page(renderer: Renderer, reader: Reader, page: Page, frame: Frame) -> bytes:
    made = view(reader, page)
    context = {
        "shell": made.shell,
        "view": made.body,
        "site": frame_of(reader, page, frame),
        "noindex": False,
    }
    return renderer.render(made.template, page.language, context)


def _alone(
    renderer: Renderer, readers: Mapping[str, Reader], site: Site, addresses: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the pages that stand outside the trees of the languages."""
    first = next(iter(readers))
    files = {"index.html": renderer.render("root.html", first, _root(readers, site, addresses))}
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
