"""A curriculum: all its competencies at a glance, whom it applies to, who says so, and what it names."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...locales.dates import format_vague
from ...model.curriculum import Curriculum, LegalBasis
from ...routes import Page
from ..editions import all_versions
from ..parts import Cited, Linked, Phrase, Related, Shell
from ..reader import Reader
from ..shell import Head, entity_shell, list_link, list_shell
from .curriculum_map import Map, curriculum_map
from .curriculum_parts import Group, Tab, capital_link, curriculum_of, groups, length, tabs
from .papers import Paper, papers


@dataclass(frozen=True, slots=True)
class MethodUse:
    """A method, and the competencies that the list and the logbook assess with it."""

    method: Linked
    listed: tuple[Linked, ...]
    logbook: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Legal:
    """A law or order in words, with its page where it is one of the sources."""

    label: Phrase
    link: Linked | None
    detail: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom a curriculum applies to, what it rests on, and who stands behind it."""

    specialty: Phrase
    stage: str
    length: str
    minimum: bool
    issued: str
    approved_by: Linked
    unit: Phrase | None
    prepared_by: Linked
    preparation: Phrase | None
    legal: tuple[Legal, ...]
    posted_from: str
    transition: Phrase
    applies_cited: Cited | None
    outcome: Phrase
    qualifies_for: Phrase | None


@dataclass(frozen=True, slots=True)
class CurriculumView:
    """What the curriculum template shows."""

    tabs: tuple[Tab, ...]
    find: Linked
    map: Map
    groups: tuple[Group, ...]
    methods: tuple[MethodUse, ...]
    cards: tuple[Linked, ...]
    requirements: tuple[Linked, ...]
    standing: Standing
    courses: tuple[Related, ...]
    versions: tuple[Linked, ...]
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class CurriculaView:
    """What the list of curricula shows."""

    curricula: tuple[Linked, ...]
    leads: tuple[Phrase, ...]
    ways: tuple[Linked, ...]


def list_curricula(reader: Reader, page: Page) -> tuple[Shell, CurriculaView]:
    """Make the list of curricula; older versions stand with the newest one, not here."""
    found = tuple(each for each in reader.catalogue.of_kind("curriculum") if each.is_current)
    rows = tuple(reader.link(each, meta=_summary(reader, each)) for each in found)
    ways = tuple(list_link(reader, key) for key in ("competencies", "roles", "methods", "strategies"))
    leads = tuple(reader.say(each.value.lead) for each in found)
    lead = Phrase(reader.word("What must be learnt, how it is assessed, and what must be documented."))
    head = Head(lead=lead, number=str(len(found)), line="competency")
    return list_shell(reader, page, head), CurriculaView(rows, leads, ways)


def _summary(reader: Reader, entity: Entity) -> tuple[str, ...]:
    value: Curriculum = entity.value
    count = len(value.competencies)
    return (
        reader.title(reader.catalogue[f"specialty:{value.specialty}"]).text,
        length(reader, value),
        reader.words.ngettext("{count} competency", "{count} competencies", count).format(count=count),
        reader.edition(entity),
    )


def curriculum(reader: Reader, page: Page) -> tuple[Shell, CurriculumView]:
    """Make the overview of one curriculum."""
    entity = curriculum_of(reader, page)
    value: Curriculum = entity.value
    grouped = groups(reader, entity)
    body = CurriculumView(
        tabs=tabs(reader, page),
        find=list_link(reader, "competencies"),
        map=curriculum_map(reader, grouped),
        groups=grouped,
        methods=_methods(reader, entity),
        cards=tuple(map(reader.link, reader.catalogue.parts(entity, "card"))),
        requirements=tuple(map(reader.link, reader.catalogue.parts(entity, "requirement"))),
        standing=standing(reader, value),
        courses=courses_of(reader, entity),
        versions=_versions(reader, entity),
        papers=papers(reader, page),
    )
    label = f"{reader.kind(entity)} · {length(reader, value)} · {reader.edition(entity)}"
    return entity_shell(reader, page, entity, Head(number=str(len(value.competencies)), label=label)), body


def _methods(reader: Reader, entity: Entity) -> tuple[MethodUse, ...]:
    listed: dict[str, dict[str, Linked]] = {}
    logbook: dict[str, dict[str, Linked]] = {}
    for each in reader.catalogue.parts(entity, "competency"):
        link = reader.link(each)
        for use in each.value.assessments:
            listed.setdefault(use.method, {})[each.ref] = link
        for use in each.value.logbook.assessments if each.value.logbook else ():
            logbook.setdefault(use.method, {})[each.ref] = link
    return tuple(
        MethodUse(
            capital_link(reader, f"method:{method}"),
            tuple(listed.get(method, {}).values()),
            tuple(logbook.get(method, {}).values()),
        )
        for method in dict.fromkeys((*listed, *logbook))
    )


def standing(reader: Reader, value: Curriculum) -> Standing:
    """Return whom a curriculum applies to, what it rests on, and who stands behind it."""
    stages = {
        "introduction": reader.word("introductory training"),
        "main": reader.word("main training"),
        "advanced": reader.word("advanced training"),
    }
    return Standing(
        specialty=reader.title(reader.catalogue[f"specialty:{value.specialty}"]),
        stage=stages[value.stage],
        length=length(reader, value),
        minimum=value.minimum,
        issued=format_vague(value.issued, reader.language),
        approved_by=reader.link(f"organisation:{value.approved_by}"),
        unit=reader.maybe(value.unit),
        prepared_by=reader.link(f"organisation:{value.prepared_by}"),
        preparation=reader.maybe(value.preparation),
        legal=tuple(_legal(reader, each) for each in value.legal_basis),
        posted_from=reader.date(value.applies.posted_from),
        transition=reader.say(value.applies.transition),
        applies_cited=reader.cite(value.applies.source),
        outcome=reader.say(value.outcome),
        qualifies_for=reader.maybe(value.qualifies_for),
    )


def _legal(reader: Reader, legal: LegalBasis) -> Legal:
    source = f"source:{legal.id}"
    link = reader.link(source) if source in reader.catalogue.entities else None
    detail = reader.word("no. {number} of {date}").format(number=legal.number, date=reader.date(legal.dated))
    if legal.section:
        detail += ", " + reader.word("§ {section}").format(section=legal.section)
    return Legal(reader.say(legal.label), link, detail)


def courses_of(reader: Reader, entity: Entity) -> tuple[Related, ...]:
    """Return the courses a curriculum names; the courses themselves tell whether they are compulsory."""
    named = {each.to: each.why for each in entity.value.courses}
    claimed: dict[str, list[str]] = {"mandatory_in": [], "recommended_in": []}
    for origin, relation in reader.catalogue.origins(entity, *claimed):
        claimed[relation.field].append(origin.ref)
    rest = [ref for ref in named if not any(ref in refs for refs in claimed.values())]
    rows = (
        (reader.word("Compulsory"), claimed["mandatory_in"]),
        (reader.word("Recommended"), claimed["recommended_in"]),
        (reader.word("Also named"), rest),
    )
    return tuple(
        Related(label, tuple(reader.link(ref, named.get(ref)) for ref in refs))
        for label, refs in rows
        if refs
    )


def _versions(reader: Reader, entity: Entity) -> tuple[Linked, ...]:
    return tuple(
        reader.link(each, meta=(reader.edition(each),) if each.is_current else ())
        for each in all_versions(reader, entity)
        if each.ref != entity.ref
    )
