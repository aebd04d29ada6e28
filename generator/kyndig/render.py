"""Render: from pages to the bytes of every file of the site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import BaseLoader

from .announcing import Announcement
from .catalogue import Catalogue
from .digests import digest_of
from .exports import exports, last_change
from .findings import Noticed
from .locales.catalogues import Catalogue as Words
from .pages import Renderer
from .paper import Document, Printer
from .part import Part
from .pictures import Painter, Poster, poster_of
from .reads import SITE, Key, note, note_all, noted
from .resources import static_files
from .routes import Page, Site
from .search import Engine, Entry, Searchable, engine, entry_of, names, terms
from .settings import Settings
from .spreadsheets import spreadsheets
from .subscribed import calendar_parts, dates_of, feed_parts, told_in
from .survey import Found, Seen, look, survey
from .views import LATE, Frame, Reader, frame, frame_of, leading_on, root, view


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the rest of the site needs to know of a finished page.

    `title` is what lists of names call it, `changed` the day (ISO 8601) of its last change or nothing, `seen` what it
    holds, `entry` what is found of it, or None; `poster` is what stands on its picture, where there is to be one.
    """

    title: str
    changed: str
    seen: Seen
    entry: Entry | None
    poster: Poster | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """All that is needed to make any file of a site, each for itself and in any order.

    Pages come one by one from `page`; what speaks of all of them comes from `parts`, given their sheets, and those of
    `late` are made again when it is known what the site holds.
    """

    site: Site
    readers: Mapping[str, Reader]
    frames: Mapping[str, Frame]
    renderer: Renderer
    static: Mapping[str, tuple[str, bytes]]
    indexer: Engine | None
    printer: Printer | None
    painter: Painter | None
    framed: Mapping[str, tuple[Key, ...]]
    """What was read for the frame of each language: every page depends on it."""
    told: Mapping[str, tuple[Announcement, ...]]
    """What is announced in each feed, newest first."""
    dates: Mapping[str, tuple[str, ...]]
    """References of the dates of courses in each calendar."""

    @classmethod
    def of(
        cls,
        catalogue: Catalogue,
        site: Site,
        words: Mapping[str, Words],
        settings: Settings,
        today: date,
        theme: Path,
        loader: BaseLoader | None = None,
        printer: Printer | None = None,
        painter: Painter | None = None,
    ) -> Press:
        """Set up for a site.

        `loader` is a host's own loader of templates; `printer` makes PDFs and `painter` pictures where they are wanted.
        """
        own = Renderer.of(theme, words, loader), static_files(theme), engine(), printer, painter
        return cls.put_together(catalogue, site, words, settings, today, *own)

    @classmethod
    def put_together(
        cls,
        catalogue: Catalogue,
        site: Site,
        words: Mapping[str, Words],
        settings: Settings,
        today: date,
        renderer: Renderer,
        static: Mapping[str, tuple[str, bytes]],
        indexer: Engine | None,
        printer: Printer | None,
        painter: Painter | None,
    ) -> Press:
        """Set up for a site, with what is else taken from this machine."""
        noticed = Noticed(catalogue, today)
        readers = {
            language: Reader(language, catalogue, site, words[language], today, settings, noticed)
            for language in catalogue.languages
        }
        addresses = _addresses(static, site)
        index = site.address(f"{indexer.folder}/") if indexer else ""
        frames, framed = {}, {}
        wanted = {"pdf": printer is not None, "pictures": painter is not None}
        for language, reader in readers.items():
            frames[language], framed[language] = noted(partial(frame, reader, addresses, index, **wanted))
        told = told_in(site, catalogue, settings, today)
        dates = dates_of(site, catalogue, settings, today)
        return cls(site, readers, frames, renderer, static, indexer, printer, painter, framed, told, dates)

    def surroundings(self) -> str:
        """Return in words what every page depends on: settings, day, static files, index, if there are PDFs, pictures."""
        reader = next(iter(self.readers.values()))
        static = [(name, path) for name, (path, _) in self.static.items()]
        index, wanted = self.indexer and self.indexer.folder, (self.printer is None, self.painter is None)
        return repr((reader.settings, reader.today, static, index, wanted))

    def page(self, page: Page, found: Found | None = None) -> tuple[bytes, Sheet]:
        """Return the bytes of one page, and its sheet; `found` is what the site holds, where that is known."""
        note(SITE)
        note_all(self.framed[page.language])
        reader = self.readers[page.language]
        if found is not None:
            reader = replace(reader, found=found)
        made = view(reader, page)
        surroundings = frame_of(reader, page, self.frames[page.language])
        context = {"shell": made.shell, "view": made.body, "site": surroundings, "noindex": False}
        data = self.renderer.render(made.template, page.language, context)
        return data, Sheet(
            made.shell.title.text,
            last_change(reader, page),
            look(page.path, data, self.site.origin),
            entry_of(self.readers, page, made),
            poster_of(reader, page, made) if self.painter else None,
        )

    def forget(self, languages: Collection[str]) -> None:
        """Forget what was made for pages of other languages than these: it would take memory to no end."""
        for language, reader in self.readers.items():
            if language not in languages:
                reader.made.clear()

    def late(self) -> tuple[int, ...]:
        """Return the numbers of the pages that tell what all files hold, and are made again when they are there."""
        return tuple(number for number, page in enumerate(self.site.pages) if page.kind in LATE)

    def parts(self, sheets: Iterable[Sheet], sizes: Mapping[str, int] | None = None) -> Iterator[Part]:
        """Yield what there is besides the pages of the languages' trees and the theme's files.

        `sheets` are those of the site's pages in order, `sizes` those of files to download, in bytes.
        """
        yield from self.following(sizes)
        yield from self.calendars()
        for language, reader in self.readers.items():
            yield Part(f"spreadsheets {language}", "", partial(spreadsheets, reader))
        yield Part("alone", "", lambda: dict(self.alone()))
        told = [
            (page, sheet.title, sheet.changed) for page, sheet in zip(self.site.pages, sheets, strict=True)
        ]
        first = next(iter(self.readers.values()))
        yield Part(
            "lists",
            digest_of(told),
            lambda: {
                **exports(first, (changed for _, _, changed in told)),
                **names(((page, title) for page, title, _ in told), self.readers),
            },
        )

    def following(self, sizes: Mapping[str, int] | None = None) -> Iterator[Part]:
        """Yield the feeds, and the lists of them; `sizes` has the bytes of files that feeds may lead to."""
        return feed_parts(self.readers, self.told, sizes or {})

    def calendars(self) -> Iterator[Part]:
        """Yield the calendars, and the dates of each course as files of their own."""
        return calendar_parts(self.readers, self.dates)

    def papers(self, read: Callable[[str], bytes]) -> Iterator[Part]:
        """Yield the PDFs, where they are wanted: one of each page that is made to be printed, in its own language.

        `read` gives a finished file by its path.
        """
        for page in self.site.pages:
            if self.printer is not None and page.is_paper and not page.is_fallback:
                yield self._paper(self.printer, page, read)

    def _paper(self, printer: Printer, page: Page, read: Callable[[str], bytes]) -> Part:
        """Return a page as a PDF, which is the same as before where all that is given to the printer is."""
        document, (_, style) = Document.of(read(page.path)), self.static.get("paper.css", ("", b""))
        own = [each for each in document.pictures if each.startswith(self.site.base)]
        pictures = {self.site.origin + each: read(each.removeprefix(self.site.base)) for each in own}
        address = self.site.absolute(page.path)
        digest = digest_of(document, style, pictures, address, printer)
        make = partial(printer.pdf, document, style, pictures, address, digest)
        return Part(page.pdf, digest, lambda: {page.pdf: make()})

    def posters(self, sheets: Iterable[Sheet]) -> dict[str, Poster]:
        """Return what stands on each picture by its path; `sheets` are those of the site's pages in order."""
        of_pages = zip(self.site.pages, sheets, strict=True)
        return {page.picture: sheet.poster for page, sheet in of_pages if self.painter and sheet.poster}

    def rest(self, sheets: Iterable[Sheet], attachments: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return every file that is no page of a language's tree; `attachments` are copied as they are."""
        files = dict(self.static.values())
        for part in self.parts(sheets, {path: len(data) for path, data in attachments.items()}):
            files |= part.make()
        return files

    def look(self, files: Mapping[str, bytes]) -> tuple[Seen, ...]:
        """Return what some files of the site hold."""
        return tuple(look(path, data, self.site.origin) for path, data in files.items())

    def survey(self, seen: Iterable[Seen]) -> Found:
        """Return what the whole site holds, given what each of its files does."""
        script = self.indexer.script() if self.indexer else {}
        return survey((*seen, *self.look(script)), self.site.base)

    def searchable(self, sheets: Iterable[Sheet]) -> Searchable | None:
        """Return what a search index can be made of, or None where no program can make one here."""
        if self.indexer is None:
            return None
        found = (sheet.entry for sheet in sheets if sheet.entry is not None)
        return Searchable(self.indexer, (*found, *terms(self.readers)))

    def alone(self) -> Iterator[tuple[str, bytes]]:
        """Yield the pages that stand outside the trees of the languages."""
        first = next(iter(self.readers))
        addresses = _addresses(self.static, self.site)
        for path, template in (("index.html", "root.html"), ("404.html", "root-missing.html")):
            context = root(self.readers, addresses, path)
            yield path, self.renderer.render(template, first, context)
        for path, language, made in leading_on(self.readers, addresses):
            yield path, self.renderer.render("leading-on.html", language, {"view": made})


def _addresses(static: Mapping[str, tuple[str, bytes]], site: Site) -> dict[str, str]:
    """Return where browsers fetch each of the theme's files, by its name in the theme."""
    return {name: site.address(path) for name, (path, _) in static.items()}
