"""The smaller parts of a curriculum that have pages of their own: areas and competency cards."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import Area, Card
from ...routes import Page
from ..noticing import Notice, notices_about
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head
from .curriculum_parts import capital_link, competency_rows, group_of, objective_count, part_shell


@dataclass(frozen=True, slots=True)
class AreaView:
    """What the template of an area shows."""

    curriculum: Linked
    role: Linked
    functional_area: Linked | None
    competencies: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """What the template of a card shows: who uses it in the list, and who in the logbook."""

    curriculum: Linked
    title: Phrase | None
    url: str
    note: Phrase | None
    listed: tuple[Linked, ...]
    logbook: tuple[Linked, ...]
    required_by: tuple[Linked, ...]
    noticed: tuple[Notice, ...]
    previous: Linked | None
    next: Linked | None


def area(reader: Reader, page: Page) -> tuple[Shell, AreaView]:
    """Make the page of one area of a curriculum."""
    entity = reader.catalogue[page.key]
    value: Area = entity.value
    found = tuple(
        each for each in reader.catalogue.parts(entity.document, "competency") if each.value.area == value.id
    )
    body = AreaView(
        reader.link(entity.document),
        capital_link(reader, f"role:{value.role}"),
        next(iter(reader.links(entity, "functional_area")), None),
        competency_rows(reader, found),
    )
    label = f"{reader.kind(entity)} · {body.role.title}"
    count = str(len(found))
    message = reader.words.ngettext("{count} competency", "{count} competencies", len(found))
    head = Head(number=count, label=label, lead=Phrase(message.format(count=count)))
    return part_shell(reader, page, entity, head), body


def card(reader: Reader, page: Page) -> tuple[Shell, CardView]:
    """Make the page of one competency card, with every competency that uses it."""
    entity = reader.catalogue[page.key]
    value: Card = entity.value
    cards = reader.catalogue.parts(entity.document, "card")
    place = cards.index(entity)
    body = CardView(
        reader.link(entity.document),
        reader.maybe(value.title),
        value.url or "",
        reader.maybe(value.note),
        _users(reader, entity, "assessments"),
        _users(reader, entity, "logbook"),
        _required(reader, entity),
        notices_about(reader, entity),
        reader.link(cards[place - 1]) if place else None,
        reader.link(cards[place + 1]) if place + 1 < len(cards) else None,
    )
    label = reader.word("Competency card {number} of {total}").format(number=value.id, total=len(cards))
    head = Head(label=label, lead=body.title)
    return part_shell(reader, page, entity, head), body


def _users(reader: Reader, entity: Entity, field: str) -> tuple[Linked, ...]:
    origins = {origin.ref: origin for origin, _ in reader.catalogue.origins(entity, field)}
    return tuple(
        reader.link(each, meta=(reader.title(group_of(reader, each)).text, objective_count(reader, each)))
        for each in origins.values()
    )


def _required(reader: Reader, entity: Entity) -> tuple[Linked, ...]:
    return tuple(reader.link(origin) for origin, _ in reader.catalogue.origins(entity, "cards"))
