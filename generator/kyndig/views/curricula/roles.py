"""Roles of a doctor and ways of learning: what they are, and the competencies they belong to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...catalogue import Entity
from ...locales.collation import sort_key
from ...model.vocabulary import Concept
from ...routes import Page
from ..parts import Linked, Phrase, Related, Shell
from ..reader import Reader
from ..shell import Head, entity_shell, list_shell
from .curriculum_parts import capital_link, competency_rows

Parts = Callable[[tuple[Entity, ...]], tuple[tuple[str, tuple[Entity, ...]], ...]]
"""Divide competencies into parts with a heading each."""


@dataclass(frozen=True, slots=True)
class CompetencyGroup:
    """Competencies of one curriculum under a heading; `curriculum` leads to it."""

    curriculum: Linked
    parts: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class ConceptView:
    """What the templates of roles and learning strategies show."""

    also: tuple[Phrase, ...]
    exact_match: str
    groups: tuple[CompetencyGroup, ...]
    areas: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """One entry of a list of concepts, with its definition and how much it is used."""

    link: Linked
    definition: Phrase | None
    count: int


@dataclass(frozen=True, slots=True)
class ConceptsView:
    """What the lists of roles and learning strategies show."""

    rows: tuple[ConceptRow, ...]


def role(reader: Reader, page: Page) -> tuple[Shell, ConceptView]:
    """Make the page of one role, with the competencies that stand under it and those that touch it."""
    entity = reader.catalogue[page.key]

    def parts(found: tuple[Entity, ...]) -> tuple[tuple[str, tuple[Entity, ...]], ...]:
        first = tuple(each for each in found if each.value.roles[0] == entity.value.id)
        rest = tuple(each for each in found if each not in first)
        return (reader.word("Stand under this role"), first), (reader.word("Develop it as well"), rest)

    areas = tuple(reader.link(origin) for origin, relation in reader.catalogue.origins(entity, "role"))
    groups = _grouped(reader, _competencies(reader, entity, "roles"), parts)
    return _concept(reader, page, groups, areas)


def strategy(reader: Reader, page: Page) -> tuple[Shell, ConceptView]:
    """Make the page of one way of learning, with the competencies that it is recommended for."""
    entity = reader.catalogue[page.key]
    label = reader.word("Recommended for")
    groups = _grouped(reader, _competencies(reader, entity, "strategies"), lambda found: ((label, found),))
    return _concept(reader, page, groups, ())


def _concept(
    reader: Reader, page: Page, groups: tuple[CompetencyGroup, ...], areas: tuple[Linked, ...]
) -> tuple[Shell, ConceptView]:
    entity = reader.catalogue[page.key]
    value: Concept = entity.value
    return concept_shell(reader, page), ConceptView(
        reader.all(value.also), value.exact_match or "", groups, areas
    )


def concept_shell(reader: Reader, page: Page) -> Shell:
    """Frame the page of a concept, with its definition under the heading."""
    entity = reader.catalogue[page.key]
    return entity_shell(reader, page, entity, Head(lead=reader.maybe(entity.value.definition)))


def _competencies(reader: Reader, entity: Entity, *fields: str) -> tuple[Entity, ...]:
    origins = (each for each, _ in reader.catalogue.origins(entity, *fields))
    return tuple({each.ref: each for each in origins if each.kind == "competency"}.values())


def _grouped(reader: Reader, competencies: tuple[Entity, ...], parts: Parts) -> tuple[CompetencyGroup, ...]:
    curricula: dict[str, list[Entity]] = {}
    for each in competencies:
        curricula.setdefault(each.document.ref, []).append(each)
    return tuple(
        CompetencyGroup(
            reader.link(ref),
            tuple(
                Related(label, competency_rows(reader, members))
                for label, members in parts(tuple(found))
                if members
            ),
        )
        for ref, found in curricula.items()
    )


def list_roles(reader: Reader, page: Page) -> tuple[Shell, ConceptsView]:
    """Make the list of roles."""
    lead = reader.word("The seven roles of a doctor, and the competencies that develop them.")
    return _list(reader, page, "role", "roles", lead)


def list_strategies(reader: Reader, page: Page) -> tuple[Shell, ConceptsView]:
    """Make the list of ways of learning."""
    lead = reader.word("Ways of learning that curricula recommend. The department may choose between them.")
    return _list(reader, page, "strategy", "strategies", lead)


def _list(reader: Reader, page: Page, kind: str, field: str, lead: str) -> tuple[Shell, ConceptsView]:
    rows = tuple(
        ConceptRow(
            capital_link(reader, each),
            reader.maybe(each.value.definition),
            len(_competencies(reader, each, field)),
        )
        for each in concepts(reader, kind)
    )
    return concept_list_shell(reader, page, lead, len(rows)), ConceptsView(rows)


def concepts(reader: Reader, kind: str) -> tuple[Entity, ...]:
    """Return the concepts of a kind: those with a place of their own first, the others by name."""

    def key(entity: Entity) -> tuple[bool, int, object]:
        order = entity.value.order
        return order is None, order or 0, sort_key(reader.title(entity).text, reader.language)

    return tuple(sorted(reader.catalogue.of_kind(kind), key=key))


def concept_list_shell(reader: Reader, page: Page, lead: str, count: int) -> Shell:
    """Frame a list of concepts; its figure is how many there are."""
    head = Head(lead=Phrase(lead), number=str(count), line="competency")
    return list_shell(reader, page, head)
