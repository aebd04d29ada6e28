"""What stands behind a curriculum: its prose, the specialty, figures, bodies and links."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import Curriculum, FunctionalArea
from ...routes import Page
from ..noticing import noticed_link
from ..parts import Cited, Linked, Phrase, Shell
from ..pieces import MeasureRow, RemarkRow, WebLinkRow, measure_rows, remark_rows, web_link_rows
from ..reader import Reader
from .curriculum_parts import Passage, Tab, curriculum_of, passages, subpage, tabs, web_of


@dataclass(frozen=True, slots=True)
class Functional:
    """One functional area of the specialty, with the kinds the source tells apart."""

    anchor: str
    label: Phrase
    definition: Phrase
    subtypes_label: Phrase | None
    subtypes: tuple[RemarkRow, ...]
    note: Phrase | None
    areas: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class BackgroundView:
    """What the template of the background shows."""

    tabs: tuple[Tab, ...]
    passages: tuple[Passage, ...]
    history: tuple[RemarkRow, ...]
    registries: tuple[RemarkRow, ...]
    theory: tuple[RemarkRow, ...]
    exposure: tuple[RemarkRow, ...]
    functional_areas: tuple[Functional, ...]
    figures: tuple[MeasureRow, ...]
    noticed: Linked | None
    bodies: tuple[Linked, ...]
    links: tuple[WebLinkRow, ...]


def curriculum_background(reader: Reader, page: Page) -> tuple[Shell, BackgroundView]:
    """Make the page of a curriculum's background."""
    lead = reader.word("Why the training is as it is: aims, content, history and the figures behind it.")
    body = background_of(reader, curriculum_of(reader, page), tabs(reader, page))
    return subpage(reader, page, reader.word("Background"), lead), body


def background_of(reader: Reader, entity: Entity, row: tuple[Tab, ...] = ()) -> BackgroundView:
    """Return what stands behind a curriculum; `row` are the links to its other pages."""
    value: Curriculum = entity.value
    return BackgroundView(
        tabs=row,
        passages=passages(reader, entity, value.sections, "s"),
        history=remark_rows(reader, value.history),
        registries=remark_rows(reader, value.registries),
        theory=remark_rows(reader, value.theory),
        exposure=remark_rows(reader, value.exposure),
        functional_areas=tuple(_functional(reader, entity, each) for each in value.functional_areas),
        figures=measure_rows(reader, value.figures),
        noticed=noticed_link(reader, value.source.document)
        if value.source and value.source.document
        else None,
        bodies=web_of(reader, value.bodies),
        links=web_link_rows(reader, value.links),
    )


def _functional(reader: Reader, entity: Entity, area: FunctionalArea) -> Functional:
    same = (each for each in reader.catalogue.parts(entity, "area") if each.value.functional_area == area.id)
    return Functional(
        anchor=f"f-{area.id}",
        label=reader.say(area.label),
        definition=reader.say(area.definition),
        subtypes_label=reader.maybe(area.subtypes_label),
        subtypes=remark_rows(reader, area.subtypes),
        note=reader.maybe(area.note),
        areas=tuple(map(reader.link, same)),
        cited=reader.cite(area.source),
    )
