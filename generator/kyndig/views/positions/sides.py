"""Organisations side by side: what each says on one topic, and on those that it comprises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...locales.numbers import join_list
from ...model.words import Text
from ...routes import Page, comprised, speakers
from ..kinds import LINES
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, crumbs, list_shell
from .statement import StatementRow, short_name, stance_words, statement_rows


@dataclass(frozen=True, slots=True)
class Side:
    """One organisation, with the number of its statements here and the documents they stand in."""

    organisation: Linked
    name: str
    count: int
    documents: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class StanceRow:
    """The statements that do the same, in a cell for each organisation."""

    stance: str
    cells: tuple[tuple[StatementRow, ...], ...]


@dataclass(frozen=True, slots=True)
class TopicRows:
    """A topic with its rows."""

    topic: Linked
    rows: tuple[StanceRow, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements of different organisations that an author has tied together, with the reason."""

    one: Linked
    other: Linked
    names: tuple[str, str]
    why: Phrase | None


@dataclass(frozen=True, slots=True)
class SidesView:
    """What the page shows: a column for each organisation, rows by topic and by what the statements do."""

    sides: tuple[Side, ...]
    topics: tuple[TopicRows, ...]
    ties: tuple[Tie, ...]


def topic_sides(reader: Reader, page: Page) -> tuple[Shell, SidesView]:
    """Make the page of what several organisations say on one topic."""
    entity = reader.catalogue[page.key.partition("#")[0]]
    organisations = speakers(reader.catalogue, entity)
    topics = comprised(reader.catalogue, entity)
    said = {each.ref: _statements(reader, each) for each in topics}
    together = tuple({each.ref: each for own in said.values() for each in own}.values())
    sides = tuple(_side(reader, ref, together) for ref in organisations)
    body = SidesView(
        sides=sides,
        topics=tuple(
            TopicRows(reader.link(each), _rows(reader, said[each.ref], organisations))
            for each in topics
            if said[each.ref]
        ),
        ties=_ties(reader, together),
    )
    names = join_list([each.name for each in sides], reader.language)
    title = reader.word("{names} on {topic}").format(names=names, topic=reader.title(entity).text)
    lead = reader.word(
        "What organisations say on the same theme, side by side. A statement stands under each topic it has."
    )
    head = Head(
        title=Phrase(title),
        lead=Phrase(lead),
        label=reader.word("Positions side by side"),
        line=LINES["statement"],
        crumbs=(*crumbs(reader, entity), reader.link(entity)),
    )
    return replace(list_shell(reader, page, head), section="positions"), body


def _statements(reader: Reader, topic: Entity) -> tuple[Entity, ...]:
    return tuple(each for each, _ in reader.catalogue.origins(topic, "topics") if each.kind == "statement")


def _owner(statement: Entity) -> str:
    return f"organisation:{statement.document.value.organisation}"


def _side(reader: Reader, organisation: str, statements: Iterable[Entity]) -> Side:
    own = [each for each in statements if _owner(each) == organisation]
    documents = {each.document.ref: each.document for each in own}
    name = short_name(reader, organisation.partition(":")[2])
    links = tuple(reader.link(each) for each in documents.values())
    return Side(reader.link(organisation), name, len(own), links)


def _rows(
    reader: Reader, statements: Iterable[Entity], organisations: tuple[str, ...]
) -> tuple[StanceRow, ...]:
    found: dict[str, dict[str, list[Entity]]] = {}
    for each in statements:
        found.setdefault(each.value.stance, {}).setdefault(_owner(each), []).append(each)
    return tuple(
        StanceRow(word, tuple(statement_rows(reader, found[stance].get(ref, ())) for ref in organisations))
        for stance, word in stance_words(reader).items()
        if stance in found
    )


def _ties(reader: Reader, statements: tuple[Entity, ...]) -> tuple[Tie, ...]:
    """Return what ties statements of different organisations together, each pair once."""
    here, ties = {each.ref for each in statements}, {}
    for each in statements:
        for other, relation in reader.catalogue.targets(each, "relates"):
            pair = frozenset((each.ref, other.ref))
            if other.ref in here and _owner(other) != _owner(each) and pair not in ties:
                ties[pair] = _tie(reader, each, other, relation.why)
    return tuple(ties.values())


def _tie(reader: Reader, one: Entity, other: Entity, why: Text | None) -> Tie:
    names = (short_name(reader, _owner(each).partition(":")[2]) for each in (one, other))
    first, second = names
    return Tie(reader.link(one), reader.link(other), (first, second), reader.maybe(why))
