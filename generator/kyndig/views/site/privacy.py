"""The page on privacy: an author's words, then what the finished pages and scripts were found to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ...locales.collation import sort_key
from ...locales.numbers import format_decimal
from ...model.article import Article
from ...routes import Page
from ...survey import Script
from ..parts import Html, Linked, Phrase, Shell
from ..prose import prose
from ..reader import Reader
from ..shell import entity_shell
from .documents import kind_words, page_link


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """A script: its name, its size in words, what it stores, and the kinds of page that load it."""

    name: str
    size: str
    stores: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """Where a form sends what is written: a page of this site, or another host."""

    page: Linked | None
    action: str
    in_address: bool


@dataclass(frozen=True, slots=True)
class PrivacyView:
    """What the template of the page on privacy shows; every count is of what was found.

    `keeping` are the pages that store something when the reader asks for it; none where anything may be stored unasked.
    """

    body: Html
    pages: int
    pages_words: str
    fetched: tuple[str, ...]
    closed: bool
    inline: int
    scripts: tuple[ScriptRow, ...]
    stores: tuple[str, ...]
    keeping: tuple[Linked, ...]
    forms: tuple[FormRow, ...]
    hosts: tuple[str, ...]
    feeds: int


def privacy(reader: Reader, page: Page) -> tuple[Shell, PrivacyView]:
    """Make the page on privacy."""
    entity, found = reader.catalogue[page.key], reader.found
    value: Article = entity.value
    body = PrivacyView(
        body=prose(reader, value.body, entity),
        pages=found.pages,
        pages_words=format_decimal(found.pages, reader.language),
        fetched=found.fetched,
        closed=not found.open_to,
        inline=len(found.inline),
        scripts=tuple(_script(reader, each) for each in found.scripts),
        stores=found.stores,
        keeping=tuple(_keeping(reader)),
        forms=tuple(_forms(reader)),
        hosts=tuple(sorted(found.hosts, key=lambda host: host.removeprefix("www."))),
        feeds=found.feeds,
    )
    return entity_shell(reader, page, entity), body


def _keeping(reader: Reader) -> Iterator[Linked]:
    """Yield the pages that store something on request, if nothing found can store without."""
    found = reader.found
    storing = [script for script in found.scripts if script.stores]
    pages = {path for script in storing for path in script.pages}
    if found.inline or not all(script.pages for script in storing) or not pages.issubset(found.asking):
        return
    for page in reader.site.pages:
        if page.path in pages and page.language == reader.language:
            link = page_link(reader, page)
            yield replace(link, title=Phrase(f"{kind_words(reader, page)}: {link.title}", link.title.lang))


def _script(reader: Reader, script: Script) -> ScriptRow:
    by_path = {each.path: each for each in reader.site.pages}
    kinds = {kind_words(reader, by_path[path]) for path in script.pages if path in by_path}
    size = f"{format_decimal(round(Decimal(script.size) / 1000, 1), reader.language)} kB"
    name = script.path.rpartition("/")[2]
    ordered = sorted(kinds, key=lambda kind: sort_key(kind, reader.language))
    return ScriptRow(name, size, script.stores, tuple(ordered))


def _forms(reader: Reader) -> Iterator[FormRow]:
    """Yield where forms send, but for the pages of other languages, which are the same."""
    by_address = {reader.site.address(each.path): each for each in reader.site.pages}
    for form in reader.found.forms:
        page = by_address.get(form.action)
        if page is None or page.language == reader.language:
            yield FormRow(page_link(reader, page) if page else None, form.action, form.in_address)
