"""Professions and topics: what each is, what is wider and narrower, and everything that is tagged with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...locales.collation import sort_key
from ...model.vocabulary import Profession, Topic
from ...routes import Page
from ..coverage.slices import Slice, slice_of
from ..kinds import LINES
from ..parts import Cited, Linked, Phrase, Related, Shell
from ..positions.positions import sides_of
from ..positions.statement import StatementRow, statement_rows
from ..reader import Reader
from ..shell import Head, entity_shell, list_shell

_WANTED = ("need", "plan")
_SHOWN = (
    "position",
    "section",
    "curriculum",
    "competency",
    "objective",
    "area",
    "card",
    "course",
    "channel",
    "activity",
    "target-group",
    "group",
    "purpose",
    "profession",
    "topic",
    "term",
    "news",
)


@dataclass(frozen=True, slots=True)
class ConceptView:
    """What the templates of professions and topics show: needs, then statements, then all else."""

    also: tuple[Phrase, ...]
    broader: Linked | None
    narrower: tuple[Linked, ...]
    exact_match: str
    cited: Cited | None
    wanted: tuple[Related, ...]
    coverage: Slice | None
    statements: tuple[StatementRow, ...]
    tagged: tuple[Related, ...]
    all_statements: str
    sides: str


@dataclass(frozen=True, slots=True)
class ConceptListView:
    """What the lists of professions and topics show; `sides` are the topics on which several organisations speak."""

    rows: tuple[Linked, ...]
    sides: tuple[Linked, ...]


def topic(reader: Reader, page: Page) -> tuple[Shell, ConceptView]:
    """Make the page of a topic with everything that is tagged with it."""
    return _concept(reader, page)


def profession(reader: Reader, page: Page) -> tuple[Shell, ConceptView]:
    """Make the page of a profession with everything that concerns it."""
    return _concept(reader, page)


def list_topics(reader: Reader, page: Page) -> tuple[Shell, ConceptListView]:
    """Make the list of topics."""
    count = len(reader.catalogue.of_kind("topic"))
    lead = reader.words.ngettext(
        "{count} topic that things of every kind are tagged with.",
        "{count} topics that things of every kind are tagged with.",
        count,
    )
    return _list(reader, page, "topic", lead)


def list_professions(reader: Reader, page: Page) -> tuple[Shell, ConceptListView]:
    """Make the list of professions."""
    count = len(reader.catalogue.of_kind("profession"))
    lead = reader.words.ngettext(
        "{count} profession that needs or gives competence.",
        "{count} professions that need or give competence.",
        count,
    )
    return _list(reader, page, "profession", lead)


def _concept(reader: Reader, page: Page) -> tuple[Shell, ConceptView]:
    entity = reader.catalogue[page.key]
    value: Topic | Profession = entity.value
    tagged = _tagged(reader, entity)
    statements = [each for each in tagged if each.kind == "statement"]
    body = ConceptView(
        also=reader.all(value.also),
        broader=next(iter(reader.links(entity, "broader")), None),
        narrower=tuple(reader.link(each) for each, _ in reader.catalogue.origins(entity, "broader")),
        exact_match=value.exact_match or "",
        cited=reader.cite(value.source),
        coverage=slice_of(reader, entity) if entity.kind == "profession" else None,
        wanted=_by_kind(reader, entity, tagged, _WANTED),
        statements=statement_rows(reader, statements),
        tagged=_by_kind(reader, entity, tagged, _SHOWN),
        all_statements=reader.href("positions/topics") if entity.kind == "topic" else "",
        sides=sides_of(reader, entity.ref),
    )
    shell = entity_shell(reader, page, entity, Head(lead=reader.maybe(value.definition)))
    return shell, body


def _tagged(reader: Reader, entity: Entity) -> tuple[Entity, ...]:
    """Return what refers to a concept, each once; not the narrower ones."""
    found = {
        each.ref: each for each, relation in reader.catalogue.origins(entity) if relation.field != "broader"
    }
    return tuple(found.values())


def _by_kind(
    reader: Reader, entity: Entity, tagged: Iterable[Entity], kinds: tuple[str, ...]
) -> tuple[Related, ...]:
    names = _plurals(reader)
    rows: dict[str, list[Linked]] = {}
    reasons = {each.ref: relation.why for each, relation in reader.catalogue.origins(entity) if relation.why}
    for each in tagged:
        above = (reader.title(each.document).text,) if each.owner and each.document.kind in names else ()
        rows.setdefault(each.kind, []).append(reader.link(each, reasons.get(each.ref), above))
    return tuple(Related(names[kind], tuple(rows[kind])) for kind in kinds if kind in rows)


def _plurals(reader: Reader) -> dict[str, str]:
    return {
        "need": reader.word("Needs"),
        "plan": reader.word("Plans"),
        "position": reader.word("Position documents"),
        "section": reader.word("Sections of position documents"),
        "curriculum": reader.word("Curricula"),
        "competency": reader.word("Competencies"),
        "objective": reader.word("Objectives"),
        "area": reader.word("Areas"),
        "card": reader.word("Competency cards"),
        "course": reader.word("Courses"),
        "channel": reader.word("Channels"),
        "activity": reader.word("Activities"),
        "target-group": reader.word("Target groups"),
        "group": reader.word("Working groups"),
        "purpose": reader.word("Purposes"),
        "profession": reader.word("Professions"),
        "topic": reader.word("Topics"),
        "term": reader.word("Terms"),
        "news": reader.word("News"),
    }


def _list(reader: Reader, page: Page, kind: str, lead: str) -> tuple[Shell, ConceptListView]:
    entities = reader.catalogue.of_kind(kind)
    rows = [(_list_row(reader, each), each.ref) for each in entities]
    rows.sort(key=lambda row: sort_key(row[0].title.text, reader.language))
    head = Head(lead=Phrase(lead.format(count=len(entities))), number=str(len(entities)), line=LINES[kind])
    sides = [Linked(href, row.title) for row, ref in rows if (href := sides_of(reader, ref))]
    return list_shell(reader, page, head), ConceptListView(tuple(row for row, _ in rows), tuple(sides))


def _list_row(reader: Reader, entity: Entity) -> Linked:
    count = len(_tagged(reader, entity))
    broader = reader.links(entity, "broader")
    meta = (
        *(reader.word("part of {wider}").format(wider=each.title.text) for each in broader),
        reader.words.ngettext("{count} entry", "{count} entries", count).format(count=count),
    )
    return replace(reader.link(entity, entity.value.definition, meta), number=str(count))
