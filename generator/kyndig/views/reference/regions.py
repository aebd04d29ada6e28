"""Regions: a map of tiles with the course dates in each, and a page for each region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import Entity, Relation
from ...locales.collation import sort_key
from ...model.vocabulary import Region
from ...routes import Page
from ..courses.course import InstanceRow, instance_rows
from ..coverage.slices import Slice, slice_of
from ..gather import gather, listing, with_figure
from ..parts import Linked, Phrase, Related, Shell
from ..reader import Reader
from ..shell import Head, entity_shell
from .region_map import TileMap, tile_map


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One region in the table of its country."""

    link: Linked
    type: str
    dates: int
    needs: int
    organisations: int


@dataclass(frozen=True, slots=True)
class CountryView:
    """The regions of one country, or of all that have one region only (then without an id)."""

    id: str
    name: Phrase
    rows: tuple[RegionRow, ...]


@dataclass(frozen=True, slots=True)
class RegionsView:
    """What the list of regions shows."""

    map: TileMap | None
    countries: tuple[CountryView, ...]


@dataclass(frozen=True, slots=True)
class RegionView:
    """What the region template shows."""

    type: str
    also: tuple[Phrase, ...]
    within: Linked | None
    contains: tuple[Linked, ...]
    exact_match: str
    dates: tuple[InstanceRow, ...]
    past: int
    courses: tuple[Linked, ...]
    needs: tuple[Related, ...]
    coverage: Slice | None
    organisations: tuple[Linked, ...]
    compared: tuple[Linked, ...]


def list_regions(reader: Reader, page: Page) -> tuple[Shell, RegionsView]:
    """Make the list of regions by country, with the map."""
    regions = reader.catalogue.of_kind("region")
    picture = tile_map(reader, regions, lambda each: len(_upcoming(reader, each)))
    body = RegionsView(picture, tuple(_countries(reader, regions)))
    lead = reader.word("Where courses are held, where needs are felt, and who serves the region.")
    shell = listing(reader, page, lead, "need")
    return with_figure(shell, len(regions), reader.words.ngettext("region", "regions", len(regions))), body


def _countries(reader: Reader, regions: tuple[Entity, ...]) -> Iterator[CountryView]:
    """Yield the countries that have regions, then the rest together."""
    rest: list[Entity] = []
    for code in dict.fromkeys(each.value.country for each in regions):
        here = [each for each in regions if each.value.country == code]
        if len(here) == 1:
            rest += here
            continue
        whole = next((each for each in here if each.value.type in ("country", "area")), here[0])
        yield CountryView(code.lower(), reader.title(whole), _rows(reader, here, whole))
    if rest:
        yield CountryView("other", Phrase(reader.word("Other areas")), _rows(reader, rest, None))


def _rows(reader: Reader, regions: list[Entity], first: Entity | None) -> tuple[RegionRow, ...]:
    ordered = sorted(
        regions, key=lambda each: (each is not first, sort_key(reader.title(each).text, reader.language))
    )
    return tuple(
        RegionRow(
            link=reader.link(each),
            type=_types(reader)[each.value.type],
            dates=len(_upcoming(reader, each)),
            needs=len(_needs(reader, each)),
            organisations=len(_organisations(reader, each)),
        )
        for each in ordered
    )


def region(reader: Reader, page: Page) -> tuple[Shell, RegionView]:
    """Make the page of one region."""
    entity = reader.catalogue[page.key]
    value: Region = entity.value
    rows = instance_rows(reader, _held(reader, entity))
    offered = {each.ref: each for each, _ in _naming(reader, entity) if each.kind == "course"}
    body = RegionView(
        type=_types(reader)[value.type],
        also=reader.all(value.also),
        within=next(iter(reader.links(entity, "within")), None),
        contains=tuple(reader.link(each) for each, _ in reader.catalogue.origins(entity, "within")),
        exact_match=value.exact_match or "",
        dates=tuple(row for row in rows if not row.past),
        past=sum(row.past for row in rows),
        courses=tuple(reader.link(each, each.value.lead) for each in offered.values()),
        needs=gather(reader, (*_needs(reader, entity), *_activities(reader, entity)), "need", "activity"),
        coverage=slice_of(reader, entity),
        organisations=_organisations(reader, entity),
        compared=tuple(reader.link(each) for each, _ in reader.catalogue.origins(entity, "compared_with")),
    )
    shell = entity_shell(reader, page, entity, Head(label=body.type, lead=reader.maybe(value.definition)))
    held = sum(row.status != "cancelled" for row in body.dates)
    return with_figure(shell, held, reader.words.ngettext("date to come", "dates to come", held)), body


def _types(reader: Reader) -> dict[str, str]:
    return {
        "country": reader.word("Country"),
        "health-region": reader.word("Health region"),
        "region": reader.word("Region"),
        "training-region": reader.word("Training region"),
        "area": reader.word("Area of several countries"),
    }


def _inside(reader: Reader, entity: Entity) -> Iterator[Entity]:
    """Yield a region and all that lie within it."""
    yield entity
    for each, _ in reader.catalogue.origins(entity, "within"):
        yield from _inside(reader, each)


def _held(reader: Reader, entity: Entity) -> Iterator[Entity]:
    for place in _inside(reader, entity):
        yield from (each for each, _ in reader.catalogue.origins(place, "region") if each.kind == "instance")


def _upcoming(reader: Reader, entity: Entity) -> tuple[InstanceRow, ...]:
    rows = instance_rows(reader, _held(reader, entity))
    return tuple(row for row in rows if not row.past and row.status != "cancelled")


def _needs(reader: Reader, entity: Entity) -> tuple[tuple[Entity, Relation], ...]:
    """Return the needs felt in a region: those that name it, and those that name none of plans that do."""
    found: dict[str, tuple[Entity, Relation]] = {}
    for each, relation in _naming(reader, entity):
        needs = reader.catalogue.parts(each, "need") if each.kind == "plan" else ()
        for one in (each, *(need for need in needs if not need.value.regions)):
            if one.kind == "need":
                found.setdefault(one.ref, (one, relation))
    return tuple(found.values())


def _naming(reader: Reader, entity: Entity) -> Iterator[tuple[Entity, Relation]]:
    """Yield what names a region, or a region within it, among the regions it is for."""
    for place in _inside(reader, entity):
        yield from reader.catalogue.origins(place, "regions")


def _activities(reader: Reader, entity: Entity) -> tuple[tuple[Entity, Relation], ...]:
    return tuple(pair for pair in reader.catalogue.origins(entity, "region") if pair[0].kind == "activity")


def _organisations(reader: Reader, entity: Entity) -> tuple[Linked, ...]:
    """Return the bodies that serve a region, or that belong to a country."""
    whole = entity.value.type in ("country", "area")
    serving = (
        each
        for each in reader.catalogue.of_kind("organisation")
        if each.value.region == entity.value.id or (whole and each.value.country == entity.value.country)
    )
    ordered = sorted(serving, key=lambda each: sort_key(reader.title(each).text, reader.language))
    return tuple(map(reader.link, ordered))
