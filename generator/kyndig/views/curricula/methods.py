"""Methods of assessment: what they are, and where curricula use them."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import AssessmentUse, Curriculum
from ...model.vocabulary import Method
from ...routes import Page
from ..parts import Cited, Linked, Phrase, Shell
from ..reader import Reader
from .competency import assessments
from .curriculum_parts import capital_link
from .roles import concept_list_shell, concept_shell, concepts


@dataclass(frozen=True, slots=True)
class UseRow:
    """One competency that a method assesses: cards and times as the list says, and as the logbook says."""

    competency: Linked
    in_list: bool
    listed: tuple[str, ...]
    in_logbook: bool
    logbook: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """What a curriculum says of the method for the training as a whole."""

    times: int
    formative: str
    summative: str
    sufficiency: Phrase | None
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class CurriculumUse:
    """How one curriculum uses a method."""

    curriculum: Linked
    schedule: Linked
    common: tuple[Common, ...]
    rows: tuple[UseRow, ...]
    requirements: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """What the template of a method shows."""

    code: Phrase | None
    type: str
    also: tuple[Phrase, ...]
    exact_match: str
    curricula: tuple[CurriculumUse, ...]


@dataclass(frozen=True, slots=True)
class MethodRow:
    """One entry of the list of methods."""

    link: Linked
    definition: Phrase | None
    type: str
    code: Phrase | None
    listed: int
    logbook: int


@dataclass(frozen=True, slots=True)
class MethodsView:
    """What the list of methods shows."""

    rows: tuple[MethodRow, ...]


def method(reader: Reader, page: Page) -> tuple[Shell, MethodView]:
    """Make the page of one method of assessment."""
    entity = reader.catalogue[page.key]
    value: Method = entity.value
    uses = (
        _use(reader, each, value.id) for each in reader.catalogue.of_kind("curriculum") if each.is_current
    )
    body = MethodView(
        code=reader.maybe(value.code),
        type=type_words(reader)[value.type],
        also=reader.all(value.also),
        exact_match=value.exact_match or "",
        curricula=tuple(use for use in uses if use),
    )
    return concept_shell(reader, page), body


def type_words(reader: Reader) -> dict[str, str]:
    """Return what kind of assessment a method is, in words."""
    return {
        "general": reader.word("general assessment of practice"),
        "specific": reader.word("assessment of a single task"),
        "experience": reader.word("registration of experience"),
        "cusum": reader.word("score of how often it succeeds"),
        "written": reader.word("written work"),
        "talk": reader.word("talk with the supervisor"),
        "plan": reader.word("plan and report"),
    }


def _use(reader: Reader, curriculum: Entity, method_id: str) -> CurriculumUse | None:
    value: Curriculum = curriculum.value
    competencies = reader.catalogue.parts(curriculum, "competency")
    rows = tuple(row for each in competencies if (row := _row(reader, each, method_id)))
    common = tuple(
        Common(
            each.times,
            _months(reader, each.formative_months),
            _months(reader, each.summative_months),
            reader.maybe(each.sufficiency),
            reader.cite(each.source),
        )
        for each in value.schedule
        if each.method == method_id
    )
    required = reader.catalogue.parts(curriculum, "requirement")
    requirements = tuple(reader.link(each) for each in required if each.value.method == method_id)
    if not rows and not common and not requirements:
        return None
    schedule = Linked(reader.href(f"{curriculum.ref}#schedule"), Phrase(reader.word("Assessment and months")))
    return CurriculumUse(reader.link(curriculum), schedule, common, rows, requirements)


def _months(reader: Reader, months: tuple[int, ...]) -> str:
    return ", ".join(reader.word("month {number}").format(number=month) for month in months)


def _row(reader: Reader, competency: Entity, method_id: str) -> UseRow | None:
    logbook = competency.value.logbook
    listed = _of(competency.value.assessments, method_id)
    logged = _of(logbook.assessments if logbook else (), method_id)
    if not listed and not logged:
        return None
    return UseRow(
        reader.link(competency),
        bool(listed),
        _words(reader, competency, listed),
        bool(logged),
        _words(reader, competency, logged),
    )


def _of(uses: tuple[AssessmentUse, ...], method_id: str) -> tuple[AssessmentUse, ...]:
    return tuple(use for use in uses if use.method == method_id)


def _words(reader: Reader, competency: Entity, uses: tuple[AssessmentUse, ...]) -> tuple[str, ...]:
    words: list[str] = []
    for each in assessments(reader, competency, uses):
        words += [each.card.title.text] if each.card else []
        words += each.times
    return tuple(words)


def list_methods(reader: Reader, page: Page) -> tuple[Shell, MethodsView]:
    """Make the list of methods, with how many competencies the lists and the logbooks assess by them."""
    rows = tuple(
        MethodRow(
            capital_link(reader, each),
            reader.maybe(each.value.definition),
            type_words(reader)[each.value.type],
            reader.maybe(each.value.code),
            _count(reader, each, "assessments"),
            _count(reader, each, "logbook"),
        )
        for each in concepts(reader, "method")
    )
    lead = reader.word("How competencies are assessed. The methods that a curriculum names are mandatory.")
    return concept_list_shell(reader, page, lead, len(rows)), MethodsView(rows)


def _count(reader: Reader, entity: Entity, field: str) -> int:
    origins = (origin for origin, _ in reader.catalogue.origins(entity, field))
    return len({origin.ref for origin in origins if origin.kind == "competency"})
