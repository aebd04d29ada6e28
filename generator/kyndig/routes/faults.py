"""What is wrong with addresses: two pages at one, and words that none can be made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..catalogue import Catalogue, Entity
from ..diagnostics import Diagnostic, Place
from ..locales.slugs import SlugFault, slugify
from .facets import Value
from .page import Page


def collisions(
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


def unaddressable(catalogue: Catalogue, kinds: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield an error for words that no address can be made from, at things of the kinds that have theirs from words."""
    for entity in catalogue.entities.values():
        field = named_by(entity)
        words = getattr(entity.value, field).words if field and entity.kind in kinds else ()
        for language, text in words:
            try:
                slugify(text, language)
            except SlugFault as fault:
                spot = entity.spot(field)
                place = entity.entry.words_at((*entity.location, field), language)
                yield Diagnostic(place, "url.empty", fault.message, spot.where, fault.remedy)


def named_by(entity: Entity) -> str:
    """Return the field that an entity's address is made from."""
    return next(
        (name for name in ("slug", "title", "label") if getattr(entity.value, name, None) is not None), ""
    )
