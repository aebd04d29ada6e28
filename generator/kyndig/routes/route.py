"""Route: give every page its address. All addresses of the site are made here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue, Entity
from ..diagnostics import Diagnostic, Place
from ..locales.languages import fallbacks
from ..locales.slugs import SlugFault, slugify
from ..model.words import Text
from .editions import common_pages, folder_of, leading
from .facets import Divided, Value, divide
from .page import Page, Site
from .segments import SEGMENTS

LISTS = (
    "curricula",
    "competencies",
    "courses",
    "courses/past",
    "positions",
    "positions/statements",
    "positions/topics",
    "positions/actors",
    "needs",
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

CURRICULUM_PAGES = ("requirements", "schedule", "background", "training")
"""Pages that each curriculum has beside its overview."""

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

_ANCHORED = {
    "objective": ("competency", "m"),
    "channel": ("plan", "c"),
    "activity": ("plan", "a-"),
    "purpose": ("group", "p-"),
    "instance": ("course", "i-"),
    "section": ("position", "s"),
}
"""Kinds that are shown on their owner's page → the owner's kind and the beginning of the anchor."""


_SLUGGED = frozenset({*FOLDERS, "curriculum", "competency", "area", "need", "page"})
"""Kinds whose address is made from words."""


@dataclass(frozen=True, slots=True)
class Router:
    """Make paths in one language: `segment` gives the language's word for a folder, `values` are those of facets."""

    catalogue: Catalogue
    language: str
    segment: Callable[[str], str]
    values: tuple[Value, ...]

    def pages(self) -> Iterator[Page]:
        """Yield every page of this language's tree."""
        pages = tuple(self._pages())
        yield from pages
        yield from leading(self.catalogue, pages, self._short)

    def _pages(self) -> Iterator[Page]:
        yield self._own("front", "front", "index.html")
        yield self._own("missing", "missing", "404.html")
        for name in LISTS:
            yield self._own(_list_kind(name), name, f"{self._folder(name)}/index.html")
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

    def _curriculum_pages(self, entity: Entity) -> Iterator[Page]:
        folder = self._curriculum(entity)
        for name in CURRICULUM_PAGES:
            path = f"{self.language}/{folder}/{self.segment(name)}.html"
            yield Page(f"curriculum-{name}", f"{entity.ref}#{name}", self.language, self.words(entity), path)
        if "@" not in entity.id:
            for kind, key, below in common_pages(self.catalogue, entity, self.segment("versions")):
                path = f"{self.language}/{folder}/{below}"
                yield Page(kind, key, self.language, self.words(entity), path)

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
        return folder_of(entity, short) if "@" in entity.id else short

    def _short(self, entity: Entity) -> str:
        """Return the folder of a curriculum while it is current."""
        return f"{self.segment('curricula')}/{self._slug(entity)}"

    def _numbered(self, entity: Entity) -> str:
        return f"{entity.value.id}-{self._slug(entity)}"

    def _slug(self, entity: Entity) -> str:
        text: Text = getattr(entity.value, _named_by(entity))
        order = (self.language, *fallbacks(self.language), *text.languages)
        language = next(each for each in order if text.get(each))
        try:
            return slugify(text.get(language) or "", language)
        except SlugFault:
            return entity.id.rpartition("/")[2]  # `_unaddressable` tells of it


def _kind(entity: Entity) -> str:
    """Return the kind of an entity's page; a page to which the build adds something is of a kind of its own."""
    return f"page-{entity.value.adds}" if entity.kind == "page" and entity.value.adds else entity.kind


def route(
    catalogue: Catalogue, segments: Mapping[str, Callable[[str], str]], siteurl: str
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Give every page of every language its address.

    `segments` gives for each language a function from the names in `SEGMENTS` to that language's word;
    `siteurl` is the full address of the site. Two pages at one address, compared in lower case, are an error.
    """
    divided = divide(catalogue)
    values = {value.key: value for value in _values(divided)}
    pages = [
        page
        for language in catalogue.languages
        for page in Router(catalogue, language, segments[language], tuple(values.values())).pages()
    ]
    origin, base = _split(siteurl)
    by_key = {(page.key, page.language): page for page in pages}
    anchors = dict(_anchors(catalogue))
    found = (*_unaddressable(catalogue), *_collisions(pages, catalogue, values))
    return Site(origin, base, tuple(pages), by_key, anchors, divided, values), found


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


def _anchors(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, str]]]:
    for entity in catalogue.entities.values():
        if entity.kind in _ANCHORED:
            owner_kind, prefix = _ANCHORED[entity.kind]
            owner = next(above for above in entity.chain() if above.kind == owner_kind)
            yield entity.ref, (owner.ref, prefix + entity.value.id)
        elif entity.kind == "term":
            yield entity.ref, ("terms", entity.id)
        elif entity.kind == "functional-area":
            yield entity.ref, (f"{entity.document.ref}#background", f"f-{entity.value.id}")
        elif entity.kind in ("procedure", "requirement"):
            yield entity.ref, (f"{entity.document.ref}#requirements", f"{entity.kind[0]}-{entity.value.id}")


def _collisions(
    pages: Iterable[Page], catalogue: Catalogue, values: Mapping[str, Value]
) -> Iterator[Diagnostic]:
    """Yield one error for two documents that share addresses, however many languages and parts they have."""

    def subject(page: Page) -> str:
        return values[page.key].about if page.key in values else page.key.partition("#")[0]

    taken: dict[str, Page] = {}
    told: set[tuple[str, str]] = set()
    for page in pages:
        first = taken.setdefault(page.path.lower(), page)
        if first is page:
            continue
        pair = _documents(subject(page), subject(first), catalogue)
        if pair not in told:
            told.add(pair)
            entity = catalogue.entities.get(subject(page))
            place = entity.spot().place if entity else Place("i18n")
            message = f"{page.key} and {first.key} would both be at {page.path}"
            yield Diagnostic(place, "url.taken", message, remedy="give one of them a slug of its own")


def _documents(subject: str, other: str, catalogue: Catalogue) -> tuple[str, str]:
    """Return the documents of what two pages are about; or that itself where it is of one document."""
    keys = subject, other
    first, second = (catalogue[key].document.ref if key in catalogue.entities else key for key in keys)
    return (first, second) if first != second else keys


def _unaddressable(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield an error for words that no address can be made from."""
    for entity in catalogue.entities.values():
        field = _named_by(entity)
        words = getattr(entity.value, field).words if field and entity.kind in _SLUGGED else ()
        for language, text in words:
            try:
                slugify(text, language)
            except SlugFault as fault:
                spot = entity.spot(field)
                place = entity.entry.words_at((*entity.location, field), language)
                yield Diagnostic(place, "url.empty", fault.message, spot.where, fault.remedy)


def _named_by(entity: Entity) -> str:
    """Return the field that an entity's address is made from."""
    return next(
        (name for name in ("slug", "title", "label") if getattr(entity.value, name, None) is not None), ""
    )
