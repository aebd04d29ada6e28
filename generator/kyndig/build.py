"""The way through the house: a short function that calls the stages in order.

Each stage takes the last one's type and gives the next. All faults are collected; if one is an error nothing is
rendered and nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import BaseLoader

from .catalogue import Catalogue, link
from .checks import check
from .diagnostics import Diagnostic, has_errors
from .locales.catalogues import Catalogue as Words
from .locales.catalogues import read_catalogue
from .records import Entry, decode
from .render import render
from .resources import shared
from .routes import SEGMENTS, Site, route
from .settings import Settings
from .sources import Document, Source, find, parse

TEXT_SUFFIXES = (".md", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Account:
    """What became of every input file: the numbers add up to `found`."""

    found: int = 0
    published: int = 0
    drafts: int = 0
    refused: int = 0
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """A site that has passed, or the reasons why it has not."""

    catalogue: Catalogue
    site: Site
    words: Mapping[str, Words]
    attachments: Mapping[str, bytes]
    account: Account
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        return has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a site by path, or no files and the reasons."""

    files: Mapping[str, bytes]
    pages: int
    account: Account
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def failed(self) -> bool:
        return has_errors(self.diagnostics)


Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def check_site(root: Path, settings: Settings) -> Checked:
    """Run every stage up to the addresses of the pages, and report all that is wrong.

    `root` is the folder of `publishconf.py`. Nothing is written.
    """
    sources, found = find(root, settings.path)
    documents, parse_faults = _parse(sources)
    entries, decode_faults = decode(documents, settings.languages)
    catalogue, link_faults = link(entries, settings.languages)
    findings = check(catalogue)
    words = {language: read_catalogue(shared("i18n") / f"{language}.po") for language in settings.languages}
    site, route_faults = route(catalogue, _segments(words), settings.siteurl)
    diagnostics = tuple(
        sorted({*found, *parse_faults, *decode_faults, *link_faults, *findings, *route_faults})
    )
    attachments = {
        source.path.split("/", 1)[1]: source.data for source in sources if not source.path.endswith(TEXT_SUFFIXES)
    }
    account = _account(sources, entries, diagnostics)
    return Checked(catalogue, site, words, attachments, account, diagnostics)


def build(
    root: Path, settings: Settings, today: date, theme: Path, loader: BaseLoader | None = None,
    progress: Progress = lambda what, done, total: None,
) -> Built:
    """Build a whole site in memory.

    `today` decides which courses are past; `loader` is a host's own loader of templates. Returns no files when
    anything is wrong in the content.
    """
    checked = check_site(root, settings)
    if checked.failed:
        return Built({}, 0, checked.account, checked.diagnostics)
    files = render(checked.catalogue, checked.site, checked.words, settings, today, theme, loader, progress)
    pages = sum(path.endswith(".html") for path in files)
    return Built(checked.attachments | files, pages, checked.account, checked.diagnostics)


def _parse(sources: tuple[Source, ...]) -> tuple[list[Document], list[Diagnostic]]:
    documents: list[Document] = []
    found: list[Diagnostic] = []
    for source in sources:
        if source.path.endswith(TEXT_SUFFIXES):
            document, faults = parse(source.path, source.data)
            found += faults
            if document is not None and not has_errors(faults):
                documents.append(document)
    return documents, found


def _segments(words: Mapping[str, Words]) -> dict[str, Callable[[str], str]]:
    def of(catalogue: Words) -> Callable[[str], str]:
        return lambda name: catalogue.gettext(SEGMENTS[name])

    return {language: of(catalogue) for language, catalogue in words.items()}


def _account(
    sources: tuple[Source, ...], entries: tuple[Entry, ...], diagnostics: tuple[Diagnostic, ...]
) -> Account:
    """Count every file once: published, draft, refused by name, or ignored by name."""
    ignored = {each.place.file for each in diagnostics if each.code == "file.ignored"}
    read = {source.path for source in sources}
    drafts = {
        path for entry in entries if getattr(entry.value, "status", "published") == "draft" for _, path in entry.files
    }
    used = {path for entry in entries for _, path in entry.files} - drafts
    used |= {path for path in read if not path.endswith(TEXT_SUFFIXES)}
    refused = (read | {each.place.file for each in diagnostics if each.severity == "error"}) - used - drafts - ignored
    refused |= {each.place.file for each in diagnostics if each.severity == "error"} & (used | drafts)
    published = used - refused
    drafts -= refused
    return Account(
        len(published) + len(drafts) + len(refused) + len(ignored), len(published), len(drafts), len(refused), len(ignored)
    )
