"""Sources: the documents that facts come from, each with every fact that is cited from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ...catalogue import Entity
from ...catalogue.kinds import PARTS
from ...locales.collation import sort_key
from ...model.facts import Citation
from ...model.vocabulary import Source
from ...model.words import Text
from ...routes import Page
from ..kinds import LABELS, LINES, ORDER
from ..noticing import noticed_link
from ..parts import Flag, Linked, Phrase, Shell
from ..pieces import vague
from ..reader import Reader
from ..shell import Head, entity_shell, list_shell

_ORDER = (*ORDER, "section")


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A fact cited from a source.

    `words` are those of a fact that has no address of its own; `where` then leads to what it is a part of.
    `within` names the document around it.
    """

    words: Phrase | None
    where: Linked
    within: Phrase | None


@dataclass(frozen=True, slots=True)
class FactPlace:
    """A place in a source, and the heading there."""

    place: str
    heading: Phrase | None


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts of one kind, each with its places."""

    anchor: str
    label: str
    facts: tuple[tuple[CitedFact, tuple[FactPlace, ...]], ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the source template shows."""

    type: str
    publisher: Linked | None
    language: str
    original_title: Phrase
    also: tuple[Phrase, ...]
    issued: str
    retrieved: str
    url: str
    accessible_version: str
    superseded_by: Linked | None
    supersedes: tuple[Linked, ...]
    changes_in_place: bool
    digest: str
    exact_match: str
    noticed: Linked | None
    count: int
    facts: tuple[FactGroup, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """What the list of sources shows."""

    rows: tuple[Linked, ...]


def source(reader: Reader, page: Page) -> tuple[Shell, SourceView]:
    """Make the page of one source with every fact cited from it."""
    entity = reader.catalogue[page.key]
    value: Source = entity.value
    facts = _facts(reader, entity)
    label = f"{reader.kind(entity)} · {_type_words(reader)[value.type]}"
    body = SourceView(
        type=_type_words(reader)[value.type],
        publisher=next(iter(reader.links(entity, "publisher")), None),
        language=reader.word(f"language/{value.language}"),
        original_title=_original(reader, value),
        also=reader.all(value.also),
        issued=vague(reader, value.issued),
        retrieved=vague(reader, value.retrieved),
        url=value.url or "",
        accessible_version=value.accessible_version or "",
        superseded_by=next(iter(reader.links(entity, "superseded_by")), None),
        supersedes=tuple(reader.link(each) for each, _ in reader.catalogue.origins(entity, "superseded_by")),
        changes_in_place=value.changes_in_place,
        digest=value.digest or "",
        exact_match=value.exact_match or "",
        noticed=noticed_link(reader, entity.id),
        count=sum(len(group.facts) for group in facts),
        facts=facts,
    )
    return entity_shell(reader, page, entity, Head(lead=reader.maybe(value.definition), label=label)), body


def list_sources(reader: Reader, page: Page) -> tuple[Shell, SourcesView]:
    """Make the list of sources."""
    entities = reader.catalogue.of_kind("source")
    rows = [_row(reader, each) for each in entities]
    rows.sort(key=lambda row: sort_key(row.title.text, reader.language))
    lead = reader.words.ngettext(
        "{count} document that facts on this site are drawn from or point to.",
        "{count} documents that facts on this site are drawn from or point to.",
        len(entities),
    )
    head = Head(
        lead=Phrase(lead.format(count=len(entities))), number=str(len(entities)), line=LINES["source"]
    )
    return list_shell(reader, page, head), SourcesView(tuple(rows))


def _row(reader: Reader, entity: Entity) -> Linked:
    value: Source = entity.value
    publisher = next(iter(reader.links(entity, "publisher")), None)
    count = sum(len(group.facts) for group in _facts(reader, entity))
    meta = (
        _type_words(reader)[value.type],
        publisher.title.text if publisher else "",
        vague(reader, value.issued) or reader.word("Without a date"),
        reader.word(f"language/{value.language}"),
        reader.words.ngettext("{count} fact", "{count} facts", count).format(count=count),
    )
    link = reader.link(entity, value.definition, tuple(filter(None, meta)))
    flags = (Flag(reader.word("Replaced")),) if value.superseded_by else ()
    return replace(link, number=str(count), flags=(*flags, *link.flags))


def _original(reader: Reader, value: Source) -> Phrase:
    return Phrase(value.original_title, None if value.language == reader.language else value.language)


def _type_words(reader: Reader) -> dict[str, str]:
    return {
        "curriculum": reader.word("Curriculum"),
        "terms-of-reference": reader.word("Terms of reference"),
        "plan": reader.word("Plan"),
        "consultation-input": reader.word("Input to a consultation"),
        "policy-page": reader.word("Policy page"),
        "policy-booklet": reader.word("Policy booklet"),
        "law": reader.word("Law or order"),
        "website": reader.word("Website"),
        "strategy": reader.word("Strategy"),
        "study": reader.word("Study"),
    }


def _facts(reader: Reader, source: Entity) -> tuple[FactGroup, ...]:
    """Return every fact cited from a source, kind by kind, in the order of the files."""
    groups: dict[str, dict[CitedFact, list[FactPlace]]] = {}
    for entity, part, citation in _cited(reader, source):
        places = groups.setdefault(entity.kind, {}).setdefault(_fact(reader, entity, part), [])
        places.append(_place(reader, citation))
    return tuple(
        FactGroup(f"k-{kind}", reader.word(LABELS[kind]), _with_places(groups[kind]))
        for kind in _ORDER
        if kind in groups
    )


def _fact(reader: Reader, entity: Entity, part: Any) -> CitedFact:
    words = _words(reader, part) if part is not entity.value else None
    return CitedFact(words, reader.link(entity), _above(reader, entity))


def _place(reader: Reader, citation: Citation) -> FactPlace:
    cited = reader.cite(citation)
    return FactPlace(cited.place, cited.heading) if cited else FactPlace("", None)


def _with_places(
    facts: dict[CitedFact, list[FactPlace]],
) -> tuple[tuple[CitedFact, tuple[FactPlace, ...]], ...]:
    return tuple((fact, tuple(dict.fromkeys(places))) for fact, places in facts.items())


def _above(reader: Reader, entity: Entity) -> Phrase | None:
    """Return the document an entity is part of; a catalogue of courses has no name."""
    return reader.title(entity.document) if entity.owner and entity.document.kind in LABELS else None


def _words(reader: Reader, part: Any) -> Phrase | None:
    """Return what a fact without an address of its own is called: its words, or whom or what it is about."""
    for field in ("label", "title", "text", "transition"):
        text = getattr(part, field, None)
        if isinstance(text, Text):
            return reader.say(text)
    for kind in ("organisation", "method"):
        if name := getattr(part, kind, None):
            return reader.title(reader.catalogue[f"{kind}:{name}"])
    return None


def _cited(reader: Reader, source: Entity) -> Iterator[tuple[Entity, Any, Citation]]:
    """Yield every citation of a source: the entity it stands in, the part of its record, and the place."""
    citing = {entity.ref: entity for entity, _ in reader.catalogue.origins(source)}
    for entity in citing.values():
        for part, citation in _citations(entity.value, tuple(PARTS.get(entity.kind, ()))):
            if citation.document != source.id:
                continue
            if entity.kind == "catalogue":
                courses = reader.catalogue.parts(entity, "course")
                yield from ((each, each.value, citation) for each in courses if each.value.source is None)
            else:
                yield entity, part, citation


def _citations(value: Any, without: tuple[str, ...] = ()) -> Iterator[tuple[Any, Citation]]:
    """Yield the citations in a record, each with the part it stands in, but for the fields in `without`."""
    for field in dataclasses.fields(value):
        child = getattr(value, field.name)
        if field.name in without:
            continue
        for each in child if isinstance(child, tuple) else (child,):
            if isinstance(each, Citation):
                yield value, each
            elif dataclasses.is_dataclass(each) and not isinstance(each, Text):
                yield from _citations(each)
