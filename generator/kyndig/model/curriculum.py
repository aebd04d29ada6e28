"""A curriculum: what must be learnt, how it is assessed, and what must be documented (after CASE 1.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from .facts import (
    Citation,
    Id,
    Keyed,
    Link,
    LinksTo,
    Measure,
    Record,
    RefTo,
    Remark,
    VagueDate,
    WebAddress,
    WebLink,
)
from .words import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A passage of the curriculum in prose, under a heading of its own."""

    id: Id
    title: Text
    """The heading."""
    text: Prose
    """The passage, in Markdown."""
    links: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """What the passage is about."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionalArea:
    """One of the functional areas of a specialty."""

    id: Id
    label: Text
    """Its name."""
    definition: Text
    """What it comprises."""
    subtypes: Annotated[tuple[Remark, ...], Keyed()] = ()
    """The kinds the source tells apart."""
    subtypes_label: Text | None = None
    """What the kinds are kinds of."""
    note: Text | None = None
    """A reservation on the scope."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A group of competencies in the list (CASE: an item that competencies are children of)."""

    id: Id
    label: Text
    """Its name."""
    role: Annotated[str, RefTo("role")]
    """The role it stands under."""
    functional_area: Annotated[str, RefTo("functional-area")] | None = None
    """The functional area it matches, by id."""
    slug: Text | None = None
    """Last part of the address."""
    replaces: tuple[str, ...] = ()
    """The area or areas of the version before that have become this one, by id."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentUse:
    """Say that a competency is assessed by a method, and when."""

    method: Annotated[str, RefTo("method")]
    """The method, by its id in `vocabularies/methods.yaml`."""
    purpose: Literal["formative", "summative"] | None = None
    """Formative tells where the learner stands; summative decides."""
    month: int | None = None
    """Month of the training, counted from its start."""
    card: Annotated[str, RefTo("card")] | None = None
    """Number of the competency card, when there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogbookEntry:
    """What the logbook table says of a competency, kept beside the list because the two may differ."""

    text: Text | None = None
    """The wording, where it differs from the list in more than form."""
    quotes: tuple[str, str] | None = None
    """The words that differ, as they stand in the list and in the logbook, in the source's own language: `[Foretage,
    Foretager]`. For a difference of form that `text` cannot show."""
    differs: Text | None = None
    """How the wording differs, in one sentence; which methods differ is found by itself."""
    assessments: tuple[AssessmentUse, ...] = ()
    """The methods that stand in the logbook."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Limit what a competency covers, in facets that can be filtered."""

    older_than: int | None = None
    """Patients older than this, in years."""
    asa: tuple[int, ...] = ()
    """ASA physical status classes covered."""
    asa_supervised: tuple[int, ...] = ()
    """ASA classes covered under supervision only."""
    urgency: tuple[Literal["elective", "acute"], ...] = ()
    """Planned or acute."""
    operations: tuple[Literal["minor", "medium", "major"], ...] = ()
    """Size of operation."""
    uncomplicated: bool = False
    """Uncomplicated patients only."""
    supervised: bool = False
    """Under supervision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """One learning objective of a competency."""

    __short__ = "text"

    id: Id
    text: Text
    """What the learner can do."""
    level: Literal["explain", "perform", "know", "recognise", "show"]
    """How far it goes: explain (kan redegøre for), perform (kan udføre), know (har kendskab til), recognise
    (erkender), show (udviser)."""
    supervised: bool = False
    """Under supervision."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes it is tagged with."""
    terms: tuple[Annotated[str, RefTo("term")], ...] = ()
    """Terms that readers may look up."""
    replaces: tuple[str, ...] = ()
    """The objectives of the version before that have become this one, as competency/number: `9/2`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """One numbered competency (schema.org DefinedTerm, CASE CFItem)."""

    id: Id
    """The number people say aloud."""
    title: Text
    """A short name, without "can"."""
    statement: Text
    """What the learner must be able to do, in full."""
    lead: Text
    """The same in one sentence to the learner."""
    slug: Text | None = None
    """Last part of the address; made from number and title where left out."""
    area: Annotated[str, RefTo("area")] | None = None
    """The area it stands under, by id."""
    roles: tuple[Annotated[str, RefTo("role")], ...]
    """Roles it develops; the first is the one it stands under."""
    scope: Scope | None = None
    """What it is limited to."""
    objectives: Annotated[tuple[Objective, ...], Keyed()]
    """Its objectives, numbered in order."""
    strategies: tuple[Annotated[str, RefTo("strategy")], ...]
    """Recommended ways of learning."""
    assessments: tuple[AssessmentUse, ...]
    """How it is assessed, as the list says; mandatory."""
    logbook: LogbookEntry | None = None
    """What the logbook says."""
    procedures: tuple[Annotated[str, RefTo("procedure")], ...] = ()
    """Procedures it registers, by their id in `procedures`."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes it is tagged with."""
    replaces: tuple[str, ...] = ()
    """The competencies of the version before that have become this one, by number."""
    meets: Annotated[tuple[Link, ...], LinksTo("need")] = ()
    """Needs it helps to meet."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Needs, statements and others it concerns."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A numbered competency card (CASE CFRubric); its contents may live elsewhere."""

    id: Id
    """Its number."""
    title: Text | None = None
    """What it is about."""
    url: WebAddress | None = None
    """Where it is published."""
    note: Text | None = None
    """What the reader should know."""
    replaces: tuple[str, ...] = ()
    """The cards of the version before that have become this one, by number."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """An assessment that the whole training has in common."""

    id: Id
    method: Annotated[str, RefTo("method")]
    """The method."""
    times: int
    """How many times."""
    formative_months: tuple[int, ...] = ()
    """Months in which it is formative."""
    summative_months: tuple[int, ...] = ()
    """Months in which it decides."""
    sufficiency: Text | None = None
    """When the last one is good enough."""
    replaces: tuple[str, ...] = ()
    """What it was in the version before, by id."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CusumRule:
    """Say how the CUSUM score of a procedure is made: rates of failure and risks of error, as shares between 0 and 1."""

    acceptable: Decimal
    """The rate of failure that is acceptable (p0), such as 0.1."""
    unacceptable: Decimal
    """The rate of failure that is not (p1); higher than the other."""
    alpha: Decimal
    """The risk of reaching the upper limit at the acceptable rate; less than a half."""
    beta: Decimal
    """The risk of reaching the lower limit at the unacceptable rate; less than a half."""
    source: Citation
    """Where the four numbers stand: they are a choice that somebody has made, and never left to the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """A procedure the learner counts."""

    id: Id
    label: Text
    """Its name."""
    cusum: bool = False
    """True where a CUSUM score is compulsory."""
    cusum_rule: CusumRule | None = None
    """How the score is made, where a source says so; else readers enter what their department has agreed on."""
    experience: bool = False
    """True where experience is registered."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that must be documented before the training can be approved."""

    __short__ = "text"

    id: Id
    text: Text
    """What must be documented."""
    cards: tuple[Annotated[str, RefTo("card")], ...] = ()
    """Cards it asks for, by number."""
    courses: tuple[Annotated[str, RefTo("course")], ...] = ()
    """Courses it asks for."""
    method: Annotated[str, RefTo("method")] | None = None
    """Assessment it asks for."""
    replaces: tuple[str, ...] = ()
    """The requirements of the version before that have become this one, by id."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """The law or order a curriculum rests on."""

    id: Id
    label: Text
    """What it is called."""
    number: str
    """Its number."""
    dated: date
    """Its date."""
    section: str | None = None
    """The section, such as 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applies:
    """Say whom a version applies to."""

    posted_from: date
    """Posts advertised to be filled on this date or later. From this day on the version is the current one."""
    transition: Text
    """What those who started before may do."""
    may_choose: tuple[Literal["advertised", "started"], ...] = ()
    """Who may finish under the version before, or by agreement go over to this one: those whose post was advertised, or
    whose training had begun, by that date."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curriculum(Record):
    """One version of a curriculum (schema.org EducationalOccupationalProgram, CASE CFDocument)."""

    version: Id
    """The version, taken from the file name."""
    title: Text
    """The name of the curriculum."""
    lead: Text
    """What it leads to, in one or two sentences."""
    slug: Text | None = None
    """Address of the curriculum in each language."""
    specialty: Annotated[str, RefTo("specialty")]
    """The specialty."""
    stage: Literal["introduction", "main", "advanced"]
    """The stage of specialist training."""
    months: int
    """Length of the training in months."""
    minimum: bool = True
    """True where it lists the least that must be reached."""
    issued: VagueDate
    """When it was issued."""
    approved_by: Annotated[str, RefTo("organisation")]
    """Who approved it."""
    unit: Text | None = None
    """The unit that signed for the approver."""
    prepared_by: Annotated[str, RefTo("organisation")]
    """Who wrote it."""
    preparation: Text | None = None
    """How it was written."""
    legal_basis: Annotated[tuple[LegalBasis, ...], Keyed()] = ()
    """What it rests on."""
    applies: Applies
    """Whom it applies to."""
    outcome: Text
    """What the doctor can do at the end."""
    qualifies_for: Text | None = None
    """What it gives access to."""
    functional_areas: Annotated[tuple[FunctionalArea, ...], Keyed()] = ()
    """Functional areas of the specialty."""
    sections: Annotated[tuple[Section, ...], Keyed()] = ()
    """Passages in prose, in order."""
    history: Annotated[tuple[Remark, ...], Keyed()] = ()
    """The specialty's time line."""
    registries: Annotated[tuple[Remark, ...], Keyed()] = ()
    """Clinical databases."""
    bodies: Annotated[tuple[Link, ...], LinksTo("organisation")] = ()
    """Bodies the curriculum names, and why."""
    theory: Annotated[tuple[Remark, ...], Keyed()] = ()
    """The theoretical basis, subject by subject."""
    exposure: Annotated[tuple[Remark, ...], Keyed()] = ()
    """What the doctor meets, whatever the department."""
    figures: Annotated[tuple[Measure, ...], Keyed()] = ()
    """Numbers of posts and the like."""
    areas: Annotated[tuple[Area, ...], Keyed()] = ()
    """Areas that group competencies."""
    competencies: Annotated[tuple[Competency, ...], Keyed()]
    """The competencies, by number."""
    cards: Annotated[tuple[Card, ...], Keyed()] = ()
    """Competency cards, by number."""
    schedule: Annotated[tuple[Scheduled, ...], Keyed()] = ()
    """Assessments that the training has in common."""
    procedures: Annotated[tuple[Procedure, ...], Keyed()] = ()
    """Procedures that are counted."""
    assessment: Annotated[tuple[Section, ...], Keyed()] = ()
    """How assessment works, passage by passage."""
    requirements: Annotated[tuple[Requirement, ...], Keyed()] = ()
    """What must be documented."""
    courses: Annotated[tuple[Link, ...], LinksTo("course")] = ()
    """Courses it makes compulsory or recommends, and which."""
    links: Annotated[tuple[WebLink, ...], Keyed()] = ()
    """Useful addresses."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Other things it concerns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two items that may be one and the same, in a version and in the one before it."""

    version: str
    """The newer version."""
    kind: Literal["competency", "objective", "area", "card", "requirement", "schedule"]
    """What they are."""
    was: str
    """The item in the version before, by id; an objective as competency/number."""
    now: str
    """The item in the newer version."""
    same: Literal["yes", "no", "ask"] = "ask"
    """Whether they are the same; nobody has said as long as it is `ask`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping(Record):
    """What a person has decided on items that `kyndig match` found alike in two versions of a curriculum.

    The file has no words, so it needs no translation.
    """

    matches: tuple[Match, ...] = ()
    """The pairs, decided or not."""
