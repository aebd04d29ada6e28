"""A statement: the row in which it stands in every list, and the page on which it can be quoted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...model.position import Position, Statement, is_expired
from ...routes import Page
from ..needs.meeting import NeedStep, need_steps
from ..parts import Cited, Flag, Linked, Marks, Phrase, Shell
from ..pieces import vague
from ..reader import Reader
from ..shell import Head, entity_shell
from ..validity import period


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list; `strength` joins how strong it is and what it does, where that says more."""

    anchor: str
    number: str
    href: str
    text: Phrase
    organisation: str
    document: Linked
    strength: str
    actors: tuple[Linked, ...]
    flags: tuple[Flag, ...] = ()
    marks: Marks | None = None


@dataclass(frozen=True, slots=True)
class Quoting:
    """What to write when quoting: here, and in the document itself."""

    organisation: str
    document: Phrase
    number: str
    period: str
    address: str
    original: Phrase | None
    place: Cited | None
    url: str
    read: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """What the statement template shows."""

    organisation: Linked
    document: Linked
    section: Linked
    rationale: Phrase
    stance: str
    modality: str
    actors: tuple[Linked, ...]
    alternative: Phrase | None
    cause: Phrase | None
    compared_with: tuple[Linked, ...]
    laws: tuple[Phrase, ...]
    topics: tuple[Linked, ...]
    professions: tuple[Linked, ...]
    care_levels: tuple[Linked, ...]
    forms: tuple[Linked, ...]
    argues_for: tuple[NeedStep, ...]
    quoting: Quoting
    period: str
    expired: bool
    previous: Linked | None
    next: Linked | None


def statement(reader: Reader, page: Page) -> tuple[Shell, StatementView]:
    """Make the page of one statement."""
    entity = reader.catalogue[page.key]
    value: Statement = entity.value
    position: Position = entity.document.value
    part, section = tuple(entity.chain())[1:3]
    siblings = reader.catalogue.parts(entity.document, "statement")
    place = siblings.index(entity)
    body = StatementView(
        organisation=reader.link(f"organisation:{position.organisation}"),
        document=reader.link(entity.document),
        section=reader.link(section),
        rationale=reader.say(part.value.rationale),
        stance=stance_words(reader)[value.stance],
        modality=strength_words(reader)[value.modality] if value.modality else "",
        actors=reader.links(entity, "addressees"),
        alternative=reader.maybe(value.alternative),
        cause=reader.maybe(value.cause),
        compared_with=reader.links(entity, "compared_with"),
        laws=reader.all(value.laws),
        topics=reader.links(entity, "topics"),
        professions=reader.links(entity, "professions"),
        care_levels=reader.links(entity, "care_levels"),
        forms=reader.links(entity, "forms"),
        argues_for=need_steps(reader, entity),
        quoting=_quoting(reader, page, entity),
        period=period(position, reader.word),
        expired=is_expired(position, reader.today),
        previous=reader.link(siblings[place - 1]) if place else None,
        next=reader.link(siblings[place + 1]) if place + 1 < len(siblings) else None,
    )
    label = reader.word("Statement {number} of {organisation}").format(
        number=value.id, organisation=short_name(reader, position.organisation)
    )
    head = Head(title=reader.title(section), lead=reader.say(value.text), label=label)
    return entity_shell(reader, page, entity, head), body


def _quoting(reader: Reader, page: Page, entity: Entity) -> Quoting:
    position: Position = entity.document.value
    place = reader.cite(entity.value.source or position.source)
    document = entity.value.source.document if entity.value.source else None
    source = reader.catalogue[f"source:{document}"].value if document else None
    original = None
    if source is not None:
        foreign = source.language != reader.language
        original = Phrase(source.original_title, source.language if foreign else None)
    written = reader.site.page(page.key, page.words)
    return Quoting(
        organisation=short_name(reader, position.organisation),
        document=reader.say(position.title),
        number=entity.value.id,
        period=period(position, reader.word) or vague(reader, position.issued),
        address=reader.site.absolute(written.path),
        original=original,
        place=place,
        url=position.url or "",
        read=vague(reader, source.retrieved) if source else "",
    )


def statement_rows(reader: Reader, statements: Iterable[Entity]) -> tuple[StatementRow, ...]:
    """Return the rows for statements, in the order given."""
    return tuple(_row(reader, each) for each in statements)


def _row(reader: Reader, entity: Entity) -> StatementRow:
    value: Statement = entity.value
    return StatementRow(
        anchor=f"u{value.id.replace('.', '-')}",
        number=value.id,
        href=reader.href(entity.ref),
        text=reader.say(value.text),
        organisation=short_name(reader, entity.document.value.organisation),
        document=replace(reader.link(entity.document), flags=()),  # the row has them itself
        strength=_strength(reader, value),
        actors=reader.links(entity, "addressees"),
        flags=reader.flags(entity),
    )


def _strength(reader: Reader, value: Statement) -> str:
    stance = stance_words(reader)[value.stance]
    if value.modality is None:
        return stance
    strength = strength_words(reader)[value.modality]
    return strength if value.stance in ("demands", "states") else f"{strength} · {stance}"


def strength_words(reader: Reader) -> dict[str, str]:
    """Return how strong a statement's own word is, strongest first."""
    return {
        "must": reader.word("Must"),
        "needs": reader.word("Is needed"),
        "should": reader.word("Should"),
        "important": reader.word("Is important"),
    }


def stance_words(reader: Reader) -> dict[str, str]:
    """Return what a statement does, in words."""
    return {
        "demands": reader.word("Demands action"),
        "supports": reader.word("Supports it"),
        "hesitant": reader.word("Hesitates"),
        "against": reader.word("Is against it"),
        "states": reader.word("Says how things are"),
    }


def short_name(reader: Reader, organisation: str) -> str:
    """Return what people call an organisation: its abbreviation, else its name."""
    entity = reader.catalogue[f"organisation:{organisation}"]
    return entity.value.abbreviation or reader.title(entity).text
