"""Linked documents: every file that a page leads to and that is no page itself (EN 301 549, chapter 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from ...catalogue import Entity
from ...locales.collation import sort_key
from ...markup import format_of
from ...model.facts import WebLink
from ...routes import GONE, Page, coverage_path, history_of, sheet_path, sheets
from ...survey import host_of
from ..announced.facts import title_of
from ..gather import with_figure
from ..kinds import BESIDE, LABELS
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import LIST_TITLES, Head, list_link, list_shell


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document: what it is called, where it is, and whether everybody can read it.

    `language` is empty where it is not known, `accessible_version` where there is none; `host` is empty for a
    document that stands on this site.
    """

    name: Phrase
    url: str
    format: str
    language: str
    host: str
    accessible_version: str
    pages: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """What the list of linked documents shows, from A to Å."""

    rows: tuple[DocumentRow, ...]
    poor: int


@dataclass(frozen=True, slots=True)
class _Known:
    """What the content says of a document."""

    name: Phrase
    format: str
    language: str = ""
    accessible_version: str = ""


def list_documents(reader: Reader, page: Page) -> tuple[Shell, DocumentsView]:
    """Make the list of linked documents."""
    rows = documents(reader)
    poor = sum(not row.accessible_version for row in rows)
    lead = reader.word(
        "PDFs and other files that pages lead to, and whether there is a version everybody can read."
    )
    shell = list_shell(reader, page, Head(lead=Phrase(lead)))
    small = reader.words.ngettext("document", "documents", len(rows))
    return with_figure(shell, len(rows), small), DocumentsView(rows, poor)


def documents(reader: Reader) -> tuple[DocumentRow, ...]:
    """Return every document that a page in the reader's language leads to, from A to Å."""
    pages = _pages(reader)
    known = {**dict(_known(reader)), **dict(_printed(reader, pages.values()))}
    rows = []
    for link in reader.found.links:
        leading = [(pages[path], words) for path, words in link.words if path in pages]
        said = known.get(link.address) or _Known(Phrase(""), format_of(link.address))
        if leading and said.format:
            said = said if said.name.text else replace(said, name=_name(link.address, *leading[0]))
            rows.append(_row(reader, link.address, said, (page for page, _ in leading)))
    return tuple(sorted(rows, key=lambda row: sort_key(row.name.text, reader.language)))


def _row(reader: Reader, address: str, said: _Known, leading: Iterable[Page]) -> DocumentRow:
    host = host_of(address)
    return DocumentRow(
        name=said.name.capital,
        url=address,
        format=said.format,
        language=said.language,
        host="" if host == host_of(reader.site.origin) else host,
        accessible_version=said.accessible_version,
        pages=tuple(page_link(reader, page) for page in leading),
    )


def _known(reader: Reader) -> Iterator[tuple[str, _Known]]:
    """Yield address and facts of each document that stands in the content as a fact, not only in prose."""
    names = {"html": "", "pdf": reader.word("PDF"), "document": reader.word("Document")}
    for entity in reader.catalogue.entities.values():
        for link in getattr(entity.value, "links", ()):
            if isinstance(link, WebLink):
                form = format_of(link.url) or names[link.format]
                yield link.url, _Known(reader.say(link.label), form, "", link.accessible_version or "")
    for entity in reader.catalogue.of_kind("plan"):
        for key in sheets(reader.catalogue, entity):
            yield _sheet(reader, entity, key)
    yield _table_of_coverage(reader)
    for entity in reader.catalogue.of_kind("source"):
        value = entity.value
        if value.url:
            language = reader.word(f"language/{value.language}")
            form = format_of(value.url)
            yield value.url, _Known(reader.title(entity), form, language, value.accessible_version or "")


def _printed(reader: Reader, pages: Iterable[Page]) -> Iterator[tuple[str, _Known]]:
    """Yield our own PDFs: each is a page of this site as well, and is called what that is called."""
    language = reader.word(f"language/{reader.language}")
    for page in pages:
        if page.is_paper and not page.is_fallback:
            address = reader.site.address(page.pdf)
            form = format_of(address)
            yield address, _Known(Phrase(""), form, language, reader.site.address(page.path))


def _sheet(reader: Reader, plan: Entity, key: str) -> tuple[str, _Known]:
    """Return address and facts of a table of activities; its accessible version is the page that has the same rows."""
    year = key.partition("#")[2]
    address = reader.site.address(sheet_path(reader.site, key, reader.language))
    title = ": ".join(filter(None, (reader.title(plan).text, year)))
    name = Phrase(title, reader.title(plan).lang)
    return address, _Known(
        name, format_of(address), reader.word(f"language/{reader.language}"), reader.href(key)
    )


def _table_of_coverage(reader: Reader) -> tuple[str, _Known]:
    """Return what is known of the table for spreadsheets: its page shows the same to everybody."""
    address = reader.site.address(coverage_path(reader.site, reader.language))
    own, title = reader.word(f"language/{reader.language}"), list_link(reader, "needs/coverage").title
    page = reader.site.absolute(reader.site.page("needs/coverage", reader.language).path)
    return address, _Known(title, format_of(address), own, page)


def _pages(reader: Reader) -> Mapping[str, Page]:
    """Return the reader's pages by path, but for the list itself."""
    return {
        page.path: page
        for page in reader.site.pages
        if page.language == reader.language and page.key != "documents"
    }


def _name(address: str, page: Page, words: str) -> Phrase:
    """Return what a page calls a document, without the format added to it; its file where it says no more."""
    form = format_of(address)
    bare = words.removesuffix(f" ({form})")
    if bare.lower() == form.lower() or bare == address:
        return Phrase(urlsplit(address).path.rpartition("/")[2])
    return Phrase(bare, page.words if page.is_fallback else None)


def page_link(reader: Reader, page: Page) -> Linked:
    """Return a link to a page of whatever kind."""
    if page.key.startswith(GONE):
        title = title_of(reader, history_of(reader.catalogue, page.key).now)
        return Linked(reader.site.address(page.path), title.capital)
    owner = reader.catalogue.entities.get(page.key.partition("#")[0])
    title = reader.title(owner) if owner else Phrase(reader.word(LIST_TITLES[reader.site.list_of(page.key)]))
    return Linked(reader.site.address(page.path), title.capital)


def kind_words(reader: Reader, page: Page) -> str:
    """Return what pages of the kind of a page are called."""
    if page.kind == "leading":
        return reader.word("Lasting addresses")
    if page.kind == "withdrawn":
        return reader.word("Withdrawn pages")
    ref, _, beside = page.key.partition("#")
    if beside in BESIDE:
        return reader.word(BESIDE[beside])
    owner = reader.catalogue.entities.get(ref)
    return reader.word(LABELS[owner.kind] if owner else LIST_TITLES[reader.site.list_of(page.key)])
