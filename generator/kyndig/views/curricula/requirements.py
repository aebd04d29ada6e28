"""What a curriculum asks to have documented: the requirements, the cards, the procedures and the logbook."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import Competency, Curriculum
from ...routes import Page
from ..noticing import Notice, notices_about
from ..parts import Cited, Linked, Phrase, Shell
from ..reader import Reader
from .assessment import codes
from .competency import Assessment, assessments
from .curriculum_parts import Tab, capital_link, curriculum_of, subpage, tabs
from .due import months_of


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """One thing that must be documented."""

    anchor: str
    number: str
    text: Phrase
    asks: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card, and the competencies that use it."""

    card: Linked
    title: Phrase | None
    url: str
    note: Phrase | None
    used_by: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """A procedure that the learner counts."""

    anchor: str
    label: Phrase
    cusum: bool
    experience: bool
    used_by: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class LogbookRow:
    """A line of the logbook: a competency as the logbook words it, with the methods that stand there."""

    competency: Linked
    text: Phrase
    own_words: bool
    methods: tuple[Assessment, ...]
    codes: tuple[str, ...]
    noticed: tuple[Notice, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class FormRow:
    """A line to fill in: an assessment that is done a number of times, or a course; `planned` is month and purpose."""

    what: Linked
    place: str
    planned: str = ""


@dataclass(frozen=True, slots=True)
class RequirementsView:
    """What the template of the requirements shows."""

    tabs: tuple[Tab, ...]
    requirements: tuple[RequirementRow, ...]
    cards: tuple[CardRow, ...]
    unused: tuple[Linked, ...]
    procedures: tuple[ProcedureRow, ...]
    logbook: tuple[LogbookRow, ...]
    forms: tuple[FormRow, ...]


def curriculum_requirements(reader: Reader, page: Page) -> tuple[Shell, RequirementsView]:
    """Make the page of what must be documented before the training can be approved."""
    body = requirements_of(reader, curriculum_of(reader, page), tabs(reader, page))
    lead = reader.word("What must be documented before the training can be approved, and a logbook to print.")
    title = reader.word("Requirements and logbook")
    return subpage(reader, page, title, lead, str(len(body.requirements))), body


def requirements_of(reader: Reader, entity: Entity, row: tuple[Tab, ...] = ()) -> RequirementsView:
    """Return what a curriculum asks to have documented; `row` are the links to its other pages."""
    of = reader.catalogue.parts
    cards = tuple(_card(reader, each) for each in of(entity, "card"))
    return RequirementsView(
        tabs=row,
        requirements=tuple(_requirement(reader, each) for each in of(entity, "requirement")),
        cards=cards,
        unused=tuple(each.card for each in cards if not each.used_by),
        procedures=tuple(_procedure(reader, each) for each in of(entity, "procedure")),
        logbook=tuple(_logbook(reader, each) for each in of(entity, "competency")),
        forms=_forms(reader, entity),
    )


def _requirement(reader: Reader, entity: Entity) -> RequirementRow:
    value = entity.value
    asks = reader.links(entity, "method", "courses", "cards")
    return RequirementRow(f"r-{value.id}", value.id, reader.say(value.text), asks, reader.cite(value.source))


def _card(reader: Reader, entity: Entity) -> CardRow:
    value = entity.value
    return CardRow(
        reader.link(entity),
        reader.maybe(value.title),
        value.url or "",
        reader.maybe(value.note),
        users(reader, entity, "assessments", "logbook"),
        reader.cite(value.source),
    )


def _procedure(reader: Reader, entity: Entity) -> ProcedureRow:
    value = entity.value
    return ProcedureRow(
        f"p-{value.id}",
        reader.say(value.label),
        value.cusum,
        value.experience,
        users(reader, entity),
        reader.cite(value.source),
    )


def users(reader: Reader, entity: Entity, *fields: str) -> tuple[Linked, ...]:
    """Return what refers to an entity through some fields or any, each once; requirements are not users."""
    origins = {origin.ref: origin for origin, _ in reader.catalogue.origins(entity, *fields)}
    return tuple(reader.link(each) for each in origins.values() if each.kind != "requirement")


_BESIDE = ("assessment.added", "assessment.lost", "wording.differs")
"""Codes of what the logbook has otherwise than the list."""


def _logbook(reader: Reader, entity: Entity) -> LogbookRow:
    value: Competency = entity.value
    entry = value.logbook
    text = entry.text if entry and entry.text else value.statement
    return LogbookRow(
        competency=reader.link(entity),
        text=reader.say(text),
        own_words=bool(entry and entry.text),
        methods=assessments(reader, entity, entry.assessments) if entry else (),
        codes=codes(reader, entry.assessments) if entry else (),
        noticed=notices_about(reader, entity, *_BESIDE),
        cited=reader.cite(entry.source) if entry else None,
    )


def _forms(reader: Reader, entity: Entity) -> tuple[FormRow, ...]:
    """Return the lines to fill in: each assessment as often as it is done, then the required courses."""
    value: Curriculum = entity.value
    planned = {
        (each.method.href, each.times): f"{month.words} ({each.purpose})"
        for month in months_of(reader, entity)
        for each in month.due
    }
    rows = []
    for each in value.schedule:
        method = capital_link(reader, f"method:{each.method}")
        for number in range(1, each.times + 1):
            place = reader.word("{number} of {total}").format(number=number, total=each.times)
            rows.append(FormRow(method, place, planned.get((method.href, place), "")))
    courses = dict.fromkeys(course for requirement in value.requirements for course in requirement.courses)
    return (*rows, *(FormRow(reader.link(f"course:{course}"), "") for course in courses))
