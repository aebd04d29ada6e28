"""Organisations: who they are, what they do, and what others say they must do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import Entity
from ...model.group import Membership
from ...model.vocabulary import Organisation
from ...routes import Page
from ...routes.segments import N_
from ..coverage.slices import Slice, slice_of_organisation
from ..kinds import LINES
from ..letters import Letter, by_letter
from ..parts import Cited, Linked, Phrase, Related, Shell
from ..pieces import country_words
from ..positions.statement import StatementRow, statement_rows
from ..reader import Reader
from ..shell import Head, entity_shell, list_shell

_DEEDS = (
    (N_("Approves curricula"), "curriculum", "approved_by"),
    (N_("Prepares curricula"), "curriculum", "prepared_by"),
    (N_("Named in curricula"), "curriculum", "bodies"),
    (N_("Provides courses"), "course", "provider"),
    (N_("Holds courses"), "course", "organisers"),
    (N_("Has taken a position"), "position", "organisation"),
    (N_("Is addressed in positions"), "position", "recipient"),
    (N_("Has made plans"), "plan", "owner"),
    (N_("Helps to find needs"), "plan", "identified_by"),
    (N_("Has assessed coverage"), "coverage", "assessor"),
    (N_("Takes part in activities"), "activity", "partners"),
    (N_("Has working groups"), "group", "organisation"),
    (N_("Gives experience to"), "group", "inspiration"),
    (N_("Has published"), "source", "publisher"),
    (N_("Consists of"), "organisation", "part_of"),
)
"""Heading on the organisation's page, and the kind and field by which others refer to it for that."""


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """Who an organisation is."""

    link: Linked
    abbreviation: str
    type: str
    country: str
    region: Linked | None
    part_of: Linked | None
    url: str
    also: tuple[Phrase, ...]
    definition: Phrase | None
    exact_match: str
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """What the organisation template shows: who it is, what it does, and what others say it must do."""

    facts: OrganisationFacts
    deeds: tuple[Related, ...]
    coverage: Slice | None
    must_act: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """What the list of organisations shows."""

    letters: tuple[Letter[OrganisationFacts], ...]


def organisation(reader: Reader, page: Page) -> tuple[Shell, OrganisationView]:
    """Make the page of one organisation."""
    entity = reader.catalogue[page.key]
    facts = _facts(reader, entity)
    deeds = tuple(_deeds(reader, entity))
    statements = [each for each, _ in reader.catalogue.origins(entity, "addressees")]
    label = f"{facts.type} · {facts.country}" if facts.country else facts.type
    shell = entity_shell(reader, page, entity, Head(lead=facts.definition, label=label))
    return shell, OrganisationView(
        facts, deeds, slice_of_organisation(reader, entity), statement_rows(reader, statements)
    )


def list_organisations(reader: Reader, page: Page) -> tuple[Shell, OrganisationsView]:
    """Make the list of organisations from A to Å."""
    entities = reader.catalogue.of_kind("organisation")
    facts = (_facts(reader, each) for each in entities)
    letters = by_letter(((each.link.title.text, each) for each in facts), reader.language)
    lead = reader.words.ngettext(
        "{count} body that decides, teaches, argues or takes part.",
        "{count} bodies that decide, teach, argue or take part.",
        len(entities),
    )
    head = Head(
        lead=Phrase(lead.format(count=len(entities))), number=str(len(entities)), line=LINES["organisation"]
    )
    return list_shell(reader, page, head), OrganisationsView(letters)


def _facts(reader: Reader, entity: Entity) -> OrganisationFacts:
    value: Organisation = entity.value
    return OrganisationFacts(
        link=reader.link(entity),
        abbreviation=_abbreviation(reader, entity),
        type=_type_words(reader)[value.type],
        country=country_words(reader)[value.country] if value.country else "",
        region=next(iter(reader.links(entity, "region")), None),
        part_of=next(iter(reader.links(entity, "part_of")), None),
        url=value.url or "",
        also=reader.all(value.also),
        definition=reader.maybe(value.definition),
        exact_match=value.exact_match or "",
        cited=reader.cite(value.source),
    )


def _abbreviation(reader: Reader, entity: Entity) -> str:
    """Return the short name, unless the name already holds it."""
    short = entity.value.abbreviation or ""
    return "" if short in reader.title(entity).text else short


def _type_words(reader: Reader) -> dict[str, str]:
    return {
        "authority": reader.word("Authority"),
        "ministry": reader.word("Ministry"),
        "region": reader.word("Regional body"),
        "society": reader.word("Professional society"),
        "union": reader.word("Trade union"),
        "university": reader.word("University"),
        "service": reader.word("Service"),
        "hospital": reader.word("Hospital"),
        "company": reader.word("Company"),
        "class": reader.word("Class of bodies"),
        "register": reader.word("Register"),
        "scheme": reader.word("Scheme"),
        "education": reader.word("Education and training"),
        "group": reader.word("Group"),
    }


def _deeds(reader: Reader, entity: Entity) -> Iterator[Related]:
    """Yield what an organisation does here, under a heading for each thing it does."""
    for heading, kind, field in _DEEDS:
        links = {
            each.ref: reader.link(each, relation.why)
            for origin, relation in reader.catalogue.origins(entity, field)
            for each in _meant(reader, origin, field)
            if each.kind == kind
        }
        if links:
            yield Related(reader.word(heading), tuple(links.values()))
    seats = tuple(_seats(reader, entity))
    if seats:
        yield Related(reader.word("Sits in working groups"), seats)
    appoints = tuple(_appoints(reader, entity))
    if appoints:
        yield Related(reader.word("Appoints members of"), appoints)


def _meant(reader: Reader, origin: Entity, field: str) -> tuple[Entity, ...]:
    """Return who a reference speaks for: the provider of a catalogue provides each of its courses."""
    if origin.kind != "catalogue":
        return (origin,)
    courses = reader.catalogue.parts(origin, "course")
    return tuple(each for each in courses if getattr(each.value, field) is None)


def _memberships(reader: Reader) -> Iterator[tuple[Entity, Membership]]:
    for group in reader.catalogue.of_kind("group"):
        for member in group.value.members:
            yield group, member


def _seats(reader: Reader, entity: Entity) -> Iterator[Linked]:
    for group, member in _memberships(reader):
        if member.organisation != entity.id:
            continue
        meta = (reader.say(member.function).text if member.function else "", _seat_words(reader, member))
        yield reader.link(group, meta=tuple(filter(None, meta)))


def _seat_words(reader: Reader, member: Membership) -> str:
    if not member.seats:
        return ""
    seats = reader.words.ngettext("{count} seat", "{count} seats", member.seats).format(count=member.seats)
    return reader.word("{seats} for each").format(seats=seats) if member.each else seats


def _appoints(reader: Reader, entity: Entity) -> Iterator[Linked]:
    for group, member in _memberships(reader):
        if entity.id in member.appointers:
            whose = reader.title(reader.catalogue[f"organisation:{member.organisation}"])
            yield reader.link(group, meta=(whose.text,) if member.organisation != entity.id else ())
