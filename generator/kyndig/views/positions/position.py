"""A position document: every statement in it can be pointed at, and the page says how far it can be used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...model.position import Position, is_expired
from ...routes import Page
from ..facets import page_of
from ..parts import Cited, Html, Linked, Phrase, Shell
from ..pieces import MeasureRow, RemarkRow, WebLinkRow, measure_rows, remark_rows, vague, web_link_rows
from ..prose import maybe_prose
from ..reader import Reader
from ..shell import Head, entity_shell
from ..validity import period
from .statement import StatementRow, short_name, stance_words, statement_rows, strength_words


@dataclass(frozen=True, slots=True)
class PartRow:
    """A rationale with its statements."""

    rationale: Phrase
    statements: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading of the document, with the number of statements under it."""

    anchor: str
    number: str
    title: Phrase
    count: int
    topics: tuple[Linked, ...]
    parts: tuple[PartRow, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class Origin:
    """The document itself: who wrote it, for whom, and when."""

    organisation: Linked
    type: str
    occasion: Phrase | None
    after: Phrase | None
    question: Phrase | None
    recipient: Linked | None
    issued: str
    period: str
    signatory: Phrase | None
    offer: Phrase | None
    replaces: Linked | None
    url: str
    topics: tuple[Linked, ...]
    read: str
    changes_in_place: bool


@dataclass(frozen=True, slots=True)
class PositionView:
    """What the position template shows."""

    organisation: str
    expired: bool
    replaced_by: Linked | None
    count: int
    strengths: tuple[tuple[str, int], ...]
    actors: tuple[Linked, ...]
    nobody: Linked | None
    sections: tuple[SectionRow, ...]
    origin: Origin
    context: tuple[RemarkRow, ...]
    figures: tuple[MeasureRow, ...]
    links: tuple[WebLinkRow, ...]
    body: Html | None


def position(reader: Reader, page: Page) -> tuple[Shell, PositionView]:
    """Make the page of one position document."""
    entity = reader.catalogue[page.key]
    value: Position = entity.value
    statements = reader.catalogue.parts(entity, "statement")
    newer = [reader.link(each) for each, _ in reader.catalogue.origins(entity, "replaces")]
    organisation = short_name(reader, value.organisation)
    body = PositionView(
        organisation=organisation,
        expired=is_expired(value, reader.today),
        replaced_by=next(iter(newer), None),
        count=len(statements),
        strengths=_strengths(reader, statements),
        actors=_actors(reader, statements),
        nobody=_nobody(reader, statements),
        sections=tuple(_section(reader, each) for each in reader.catalogue.parts(entity, "section")),
        origin=_origin(reader, entity),
        context=remark_rows(reader, value.context),
        figures=measure_rows(reader, value.figures),
        links=web_link_rows(reader, value.links),
        body=maybe_prose(reader, value.body, entity),
    )
    label = reader.word("Position document of {organisation}").format(organisation=organisation)
    return entity_shell(reader, page, entity, Head(number=str(len(statements)), label=label)), body


def _section(reader: Reader, entity: Entity) -> SectionRow:
    catalogue = reader.catalogue
    parts = tuple(
        PartRow(reader.say(each.value.rationale), statement_rows(reader, catalogue.parts(each, "statement")))
        for each in catalogue.parts(entity, "part")
    )
    return SectionRow(
        anchor=f"s{entity.value.id}",
        number=entity.value.id,
        title=reader.say(entity.value.title),
        count=sum(len(part.statements) for part in parts),
        topics=reader.links(entity, "topics"),
        parts=parts,
        cited=reader.cite(entity.value.source),
    )


def _origin(reader: Reader, entity: Entity) -> Origin:
    value: Position = entity.value
    document = value.source.document if value.source else None
    source = reader.catalogue[f"source:{document}"].value if document else None
    types = {
        "consultation-input": reader.word("Input to a consultation"),
        "policy-page": reader.word("Policy page"),
    }
    return Origin(
        organisation=reader.link(f"organisation:{value.organisation}"),
        type=types[value.type],
        occasion=reader.maybe(value.occasion),
        after=reader.maybe(value.after),
        question=reader.maybe(value.question),
        recipient=next(iter(reader.links(entity, "recipient")), None),
        issued=vague(reader, value.issued),
        period=period(value, reader.word),
        signatory=reader.maybe(value.signatory),
        offer=reader.maybe(value.offer),
        replaces=next(iter(reader.links(entity, "replaces")), None),
        url=value.url or "",
        topics=reader.links(entity, "topics"),
        read=vague(reader, source.retrieved) if source else "",
        changes_in_place=bool(source and source.changes_in_place),
    )


def _strengths(reader: Reader, statements: tuple[Entity, ...]) -> tuple[tuple[str, int], ...]:
    """Count the statements by strength; those without a word of strength by what they do."""
    words = {**strength_words(reader), **stance_words(reader)}
    counts = Counter(each.value.modality or each.value.stance for each in statements)
    return tuple((word, counts[key]) for key, word in words.items() if counts[key])


def _actors(reader: Reader, statements: tuple[Entity, ...]) -> tuple[Linked, ...]:
    """Return who must act, most often named first, each with the number of statements in this document."""
    counts = Counter(ref for each in statements for ref in each.value.addressees)
    return tuple(
        replace(
            reader.link(ref), href=page_of(reader, "positions/statements", "actor", ref), number=str(count)
        )
        for ref, count in counts.most_common()
    )


def _nobody(reader: Reader, statements: tuple[Entity, ...]) -> Linked | None:
    count = sum(not each.value.addressees for each in statements)
    href = page_of(reader, "positions/statements", "actor", "nobody")
    return Linked(href, Phrase(reader.word("Not named")), number=str(count)) if count else None
