"""What can be found: one entry for each page that has content of its own, and one for each term."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from ..catalogue import Entity, is_of_version
from ..model.words import Text
from ..routes import Page
from ..views import Reader, View
from ..views.parts import Flag

LEFT_OUT = frozenset(
    {"front", "missing", "leading", "withdrawn", "list-search", "list-a-z", "list-feeds-group"}
)
"""Pages that hold nothing but ways to others."""

LIST = "list"
"""The kind of all pages that list others or belong to a curriculum beside its overview."""

_SENTENCES = frozenset({"statement"})
"""Kinds whose titles are sentences: in another language they are no name that anybody types."""

_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_NOISE = re.compile(
    r'<(nav|svg)\b.*?</\1>|<details class="local">.*?</details>'
    r'|<section [^>]*aria-labelledby="(?:related|source|follow|filter)".*?</section>'
    r'|<p class="(?:no|kind|note quiet)".*?</p>|<h1\b.*?</h1>|<p class="lead">.*?</p>',
    re.DOTALL,
)
"""What the main part of a page holds besides what it is about, and what an entry gives a place of its own."""

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found, a page or a term.

    `names` are what it is called besides its title, `row` what the list of results shows; `is_page` tells whether there
    is a file at `path` whose main part is searched too.
    """

    path: str
    language: str
    kind: str
    title: str
    names: tuple[str, ...]
    lead: str
    row: str
    is_page: bool

    def text(self, main: str) -> str:
        """Return the words of the page without its mark-up; `main` is what `main_of` gives."""
        return f"{self.lead} {unescape(_TAG.sub(' ', main.replace('&shy;', '')))}"


def main_of(page: str) -> str:
    """Return what a page is about, as HTML: its main part without what an entry gives a place of its own."""
    main = _MAIN.search(page)
    return _NOISE.sub(" ", main[1]) if main else ""


def terms(readers: Mapping[str, Reader]) -> Iterator[Entry]:
    """Yield an entry for each term and language."""
    for reader in readers.values():
        for term in reader.catalogue.of_kind("term"):
            yield _of_term(readers, reader, term)


def entry_of(readers: Mapping[str, Reader], page: Page, view: View) -> Entry | None:
    """Return the entry for a page, or None for one that is not searched.

    These are the pages of a value of a list, those to be printed, and those of a version that is not current: what it
    says that the current one does not is found on the page of what has changed.
    """
    valued = page.key in readers[page.language].site.values
    if page.kind in LEFT_OUT or page.is_paper or is_of_version(page.key) or valued:
        return None
    reader, shell = readers[page.language], view.shell
    entity = reader.catalogue.entities.get(page.key)
    row = {
        "href": reader.site.address(page.path),
        "lang": shell.title.lang,
        "label": shell.label.partition(" · ")[0],
        "line": shell.line,
        "number": shell.number if entity else "",
        "small": shell.number_small if entity else "",
        "lead": shell.lead.text if shell.lead else "",
        "leadLang": shell.lead.lang if shell.lead else None,
        "meta": _meta(page, view),
        "flags": [(each.word, each.look) for each in _flags(reader, page, view, entity)],
    }
    return Entry(
        path=page.path,
        language=page.language,
        kind=entity.kind if entity else LIST,
        title=shell.title.text,
        names=tuple(dict.fromkeys(_names(readers, reader, entity))) if entity else (),
        lead=shell.lead.text if shell.lead else "",
        row=_json(row),
        is_page=True,
    )


def _meta(page: Page, view: View) -> str:
    following = view.body.next if page.kind == "course" else None
    return ", ".join(each for each in (following.when, following.place) if each) if following else ""


def _flags(reader: Reader, page: Page, view: View, entity: Entity | None) -> tuple[Flag, ...]:
    following = view.body.next if page.kind == "course" else None
    of_date: tuple[Flag, ...] = following.flags if following else ()
    return of_date or (reader.flags(entity) if entity else ())


def _of_term(readers: Mapping[str, Reader], reader: Reader, term: Entity) -> Entry:
    title, definition = reader.title(term), reader.maybe(term.value.definition)
    lead = definition.text if definition else ""
    row: dict[str, object] = {
        "href": reader.href(term.ref),
        "lang": title.lang,
        "label": reader.kind(term),
        "line": "",
        "number": "",
        "small": "",
        "lead": lead,
        "leadLang": definition.lang if definition else None,
        "meta": "",
        "flags": [],
    }
    names = tuple(dict.fromkeys(_own_names(readers, term)))
    path = f"{reader.language}/terms/{term.id}.html"
    return Entry(path, reader.language, term.kind, title.capital.text, names, lead, _json(row), is_page=False)


def _names(readers: Mapping[str, Reader], reader: Reader, entity: Entity) -> Iterator[str]:
    """Yield numbers, codes, abbreviations and names in every language, also of terms for the same thing."""
    if number := reader.number(entity):
        yield from (number, f"{reader.kind(entity)} {number}")
    if entity.kind in _SENTENCES:
        return
    yield from _own_names(readers, entity)
    for term, _ in reader.catalogue.origins(entity, "relates"):
        if term.kind == "term":
            yield from _own_names(readers, term)


def _own_names(readers: Mapping[str, Reader], entity: Entity) -> Iterator[str]:
    value = entity.value
    for reader in readers.values():
        yield reader.title(entity).text
    if abbreviation := getattr(value, "abbreviation", None):
        yield abbreviation
    texts = (*getattr(value, "also", ()), getattr(value, "code", None), getattr(value, "expansion", None))
    for text in texts:
        if isinstance(text, Text):
            yield from (words for _, words in text.words)
        elif text:
            yield text


def _json(row: Mapping[str, object]) -> str:
    return json.dumps(
        {name: value for name, value in row.items() if value}, ensure_ascii=False, separators=(",", ":")
    )
