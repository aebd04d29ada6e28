"""Route: give every page its address. All addresses of the site are made here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue, Entity
from ..diagnostics import Diagnostic
from ..locales.languages import fallbacks
from ..locales.slugs import SlugFault, slugify
from ..model.words import Text
from .anchors import anchors
from .beside import beside
from .editions import common_pages, folder_of, leading
from .facets import Divided, Value, divide
from .faults import collisions, named_by, unaddressable
from .feeds import GROUP_FOLDERS, group_of
from .page import Page, Site
from .segments import SEGMENTS
from .withdrawn import remembered

LISTS = (
    "curricula",
    "competencies",
    "courses",
    "courses/past",
    "positions",
    "positions/statements",
    "positions/topics",
    "positions/actors",
    "positions/traced",
    "positions/traced/actors",
    "needs",
    "needs/coverage",
    "needs/coverage/professions",
    "needs/coverage/regions",
    "needs/coverage/gaps",
    "target-groups",
    "groups",
    "organisations",
    "professions",
    "topics",
    "regions",
    "roles",
    "methods",
    "strategies",
    "terms",
    "sources",
    "news",
    "feeds",
    "a-z",
    "search",
    "documents",
)
"""Pages that list what there is, named by their path in terms of `SEGMENTS`."""

NOTICED = "noticed"
"""The page beside that of a source which something is drawn from: what was noticed in it."""

CURRICULUM_PAGES = ("requirements", "schedule", "assessment", "background", "training")
"""Pages that each curriculum has beside its overview."""

PAPERS = {
    "print/sheets": "paper-sheets",
    "print/sheets-a4": "paper-sheets",
    "print/logbook": "paper-logbook",
    "print/schedule": "paper-schedule",
    "print/whole": "paper-whole",
}
"""Pages of a curriculum that are made to be printed → the kind of page."""

FOLDERS = {
    "role": "roles",
    "method": "methods",
    "strategy": "strategies",
    "course": "courses",
    "plan": "needs",
    "group": "groups",
    "target-group": "target-groups",
    "organisation": "organisations",
    "profession": "professions",
    "topic": "topics",
    "region": "regions",
    "source": "sources",
    "news": "news",
    "position": "positions",
}
"""Kinds whose pages stand in a folder of their own."""

_SLUGGED = frozenset({*FOLDERS, "curriculum", "competency", "area", "need", "page"})
"""Kinds whose address is made from words."""


@dataclass(frozen=True, slots=True)
class Router:
    """Make paths in one language.

    `segment` gives the language's word for a folder, `values` are those of facets, `drawn_from` the ids of the sources
    that a whole file is drawn from, `feed_groups` the groups of feeds that there are.
    """

    catalogue: Catalogue
    language: str
    segment: Callable[[str], str]
    values: tuple[Value, ...]
    drawn_from: frozenset[str]
    feed_groups: tuple[str, ...]

    def pages(self) -> Iterator[Page]:
        """Yield every page of this language's tree."""
        pages = tuple(self._pages())
        on = tuple(leading(self.catalogue, pages, self._short))
        yield from pages
        yield from on
        yield from remembered(self.catalogue, self.language, {each.path for each in (*pages, *on)})

    def _pages(self) -> Iterator[Page]:
        yield self._own("front", "front", "index.html")
        yield self._own("missing", "missing", "404.html")
        for name in LISTS:
            yield self._own(_list_kind(name), name, f"{self._folder(name)}/index.html")
        for group in self.feed_groups:
            name = f"{self._folder('feeds')}/{self.segment(GROUP_FOLDERS[group])}"
            yield self._own("list-feeds-group", f"feeds/{group}", f"{name}.html")
        for value in self.values:
            folder = f"{self._folder(value.list)}/{self.segment(f'facet/{value.facet}')}"
            yield self._own(_list_kind(value.list), value.key, f"{folder}/{self._valued(value)}.html")
        for entity in self.catalogue.entities.values():
            if path := self._path(entity):
                yield Page(
                    _kind(entity),
                    entity.ref,
                    self.language,
                    self.words(entity),
                    f"{self.language}/{path}.html",
                )
            if entity.kind == "curriculum":
                yield from self._curriculum_pages(entity)
            if entity.kind == "source" and entity.id in self.drawn_from:
                yield self._noticed(entity)
            yield from self._beside(entity)

    def _own(self, kind: str, key: str, path: str) -> Page:
        return Page(kind, key, self.language, self.language, f"{self.language}/{path}")

    def _folder(self, name: str) -> str:
        return "/".join(self.segment(part) for part in name.split("/"))

    def _valued(self, value: Value) -> str:
        """Return the last part of the address of what has a value; a part is named together with its document."""
        if ":" not in value.about:
            choice = f"{value.facet}/{value.about}"
            return self.segment(choice) if choice in SEGMENTS else value.about
        entity = self.catalogue[value.about]
        slug = self._slug(entity)
        return slug if entity.owner is None else f"{self._slug(entity.document)}-{slug}"

    def _beside(self, entity: Entity) -> Iterator[Page]:
        for kind, key, way in beside(self.catalogue, entity):
            path = "/".join(self.segment(each) if each in SEGMENTS else each for each in way)
            path = f"{self.language}/{self._path(entity)}/{path}.html"
            yield Page(kind, key, self.language, self.words(entity), path)

    def _curriculum_pages(self, entity: Entity) -> Iterator[Page]:
        folder, words = self._curriculum(entity), self.words(entity)
        for name, kind in {**{each: f"curriculum-{each}" for each in CURRICULUM_PAGES}, **PAPERS}.items():
            path = f"{self.language}/{folder}/{self._folder(name)}.html"
            yield Page(kind, f"{entity.ref}#{name}", self.language, words, path)
        if entity.is_current:
            for kind, key, below in common_pages(self.catalogue, entity, self.segment("versions")):
                yield Page(kind, key, self.language, words, f"{self.language}/{folder}/{below}")

    def _noticed(self, source: Entity) -> Page:
        path = f"{self._path(source)}/{self.segment(NOTICED)}.html"
        return self._own("source-noticed", f"{source.ref}#{NOTICED}", path)

    def words(self, entity: Entity) -> str:
        """Return the language an entity is shown in to readers of this language."""
        has = entity.entry.languages
        return next(each for each in (self.language, *fallbacks(self.language), *has) if each in has)

    def _path(self, entity: Entity) -> str | None:
        """Return the path of an entity's page without suffix, or None where it has no page of its own."""
        match entity.kind:
            case "curriculum":
                return f"{self._curriculum(entity)}/index"
            case "competency":
                return f"{self._curriculum(entity.document)}/{self._numbered(entity)}"
            case "area":
                return f"{self._curriculum(entity.document)}/{self.segment('areas')}/{self._slug(entity)}"
            case "card":
                return f"{self._curriculum(entity.document)}/{self.segment('cards')}/{entity.value.id}"
            case "statement":
                return f"{self._path(entity.document)}/{entity.value.id.replace('.', '-')}"
            case "need":
                return f"{self._path(entity.document)}/{self._numbered(entity)}"
            case "news":
                return f"{self.segment('news')}/{entity.value.day:%Y-%m-%d}-{self._slug(entity)}"
            case "page":
                return self._slug(entity)
            case kind if kind in FOLDERS:
                return f"{self.segment(FOLDERS[kind])}/{self._slug(entity)}"
        return None

    def _curriculum(self, entity: Entity) -> str:
        short = self._short(entity)
        return short if entity.is_current else folder_of(entity, short)

    def _short(self, entity: Entity) -> str:
        """Return the folder of a curriculum while it is current."""
        return f"{self.segment('curricula')}/{self._slug(entity)}"

    def _numbered(self, entity: Entity) -> str:
        return f"{entity.value.id}-{self._slug(entity)}"

    def _slug(self, entity: Entity) -> str:
        text: Text = getattr(entity.value, named_by(entity))
        order = (self.language, *fallbacks(self.language), *text.languages)
        language = next(each for each in order if text.get(each))
        try:
            return slugify(text.get(language) or "", language)
        except SlugFault:
            return entity.id.rpartition("/")[2]  # `unaddressable` tells of it


def _kind(entity: Entity) -> str:
    """Return the kind of an entity's page; a page to which the build adds something is of a kind of its own."""
    return f"page-{entity.value.adds}" if entity.kind == "page" and entity.value.adds else entity.kind


def route(
    catalogue: Catalogue,
    segments: Mapping[str, Callable[[str], str]],
    siteurl: str,
    feeds: tuple[str, ...] = (),
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Give every page of every language its address.

    `segments` gives for each language a function from the names in `SEGMENTS` to that language's word;
    `siteurl` is the full address of the site, `feeds` the names of its feeds. Two pages at one address, compared in lower
    case, are an error.
    """
    divided = divide(catalogue)
    values = {value.key: value for value in _values(divided)}
    drawn, found = _drawn_from(catalogue), {group_of(name) for name in feeds}
    groups = tuple(each for each in GROUP_FOLDERS if each in found)
    pages = [
        page
        for language in catalogue.languages
        for page in Router(
            catalogue, language, segments[language], tuple(values.values()), drawn, groups
        ).pages()
    ]
    origin, base = _split(siteurl)
    by_key = {(page.key, page.language): page for page in pages}
    shown = dict(anchors(catalogue))
    faults = (*unaddressable(catalogue, _SLUGGED), *collisions(pages, catalogue, values))
    return Site(origin, base, tuple(pages), by_key, shown, divided, values, feeds), faults


def _drawn_from(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of the sources that files name at their top."""
    citations = (
        getattr(each.value, "source", None) for each in catalogue.entities.values() if each.owner is None
    )
    return frozenset(each.document for each in citations if each and each.document)


def _list_kind(name: str) -> str:
    return "list-" + name.replace("/", "-")


def _values(divided: Mapping[str, Divided]) -> Iterator[Value]:
    for each in divided.values():
        for values in each.facets.values():
            yield from values


def _split(siteurl: str) -> tuple[str, str]:
    scheme, _, rest = siteurl.rstrip("/").partition("://")
    host, _, path = rest.partition("/")
    return f"{scheme}://{host}", f"/{path}/" if path else "/"
