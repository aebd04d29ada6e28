"""One competency: what it demands, how and when it is assessed, where it is learnt, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...coverage import taught_by
from ...model.curriculum import AssessmentUse, Competency, Scope
from ...routes import Page
from ...versions import Use
from ..courses.course import InstanceRow, upcoming_rows
from ..noticing import Notice, notices_about
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, entity_shell
from .year import Year, year_of_competency


@dataclass(frozen=True, slots=True)
class Assessment:
    """One way in which the competency is assessed, with the times in words."""

    method: Linked
    card: Linked | None
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """One objective that can be pointed at."""

    anchor: str
    number: str
    text: Phrase
    level: str
    supervised: bool
    topics: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class CompetencyView:
    """What the competency template shows."""

    curriculum: Linked
    statement: Phrase
    area: Linked | None
    roles: tuple[Linked, ...]
    scope: tuple[str, ...]
    assessments: tuple[Assessment, ...]
    year: Year | None
    logbook: tuple[Assessment, ...]
    logbook_text: Phrase | None
    noticed: tuple[Notice, ...]
    strategies: tuple[Linked, ...]
    procedures: tuple[Linked, ...]
    objectives: tuple[ObjectiveRow, ...]
    topics: tuple[Linked, ...]
    courses: tuple[InstanceRow, ...]
    taught_by: tuple[Linked, ...]
    approved_by: Linked
    prepared_by: Linked
    previous: Linked | None
    next: Linked | None


def competency(reader: Reader, page: Page) -> tuple[Shell, CompetencyView]:
    """Make the page of one competency."""
    entity = reader.catalogue[page.key]
    value: Competency = entity.value
    siblings = reader.catalogue.parts(entity.document, "competency")
    place = siblings.index(entity)
    curriculum = entity.document.value
    body = CompetencyView(
        curriculum=reader.link(entity.document),
        statement=reader.say(value.statement),
        area=reader.link(reader.catalogue.near(entity, "area", value.area)) if value.area else None,
        roles=reader.links(entity, "roles"),
        scope=scope_words(reader, value.scope),
        assessments=assessments(reader, entity, value.assessments),
        year=year_of_competency(reader, entity),
        logbook=assessments(reader, entity, value.logbook.assessments) if value.logbook else (),
        logbook_text=reader.maybe(value.logbook.text) if value.logbook else None,
        noticed=notices_about(reader, entity),
        strategies=reader.links(entity, "strategies"),
        procedures=reader.links(entity, "procedures"),
        objectives=objectives(reader, entity),
        topics=reader.links(entity, "topics"),
        courses=upcoming_rows(reader, taught_by(reader.catalogue, entity)),
        taught_by=tuple(reader.link(each) for each in taught_by(reader.catalogue, entity)),
        approved_by=reader.link(f"organisation:{curriculum.approved_by}"),
        prepared_by=reader.link(f"organisation:{curriculum.prepared_by}"),
        previous=reader.link(siblings[place - 1]) if place else None,
        next=reader.link(siblings[place + 1]) if place + 1 < len(siblings) else None,
    )
    label = reader.word("Competency {number} of {total}").format(number=value.id, total=len(siblings))
    group = body.area or body.roles[0]
    return entity_shell(reader, page, entity, Head(label=f"{label} · {group.title}")), body


def assessments(reader: Reader, entity: Entity, uses: tuple[AssessmentUse, ...]) -> tuple[Assessment, ...]:
    """Return how a competency is assessed, one row a method and card, with its times in words; cards come first."""
    rows: dict[tuple[str, str | None], list[str]] = {}
    for use in uses:
        rows.setdefault((use.method, use.card), []).extend(
            [time_words(reader, use)] if use.month or use.purpose else []
        )
    return tuple(
        Assessment(
            reader.link(f"method:{method}"),
            reader.link(reader.catalogue.near(entity, "card", card)) if card else None,
            tuple(times),
        )
        for (method, card), times in sorted(rows.items(), key=lambda row: row[0][1] is None)
    )


def time_words(reader: Reader, use: AssessmentUse | Use) -> str:
    """Return the month and the purpose of an assessment in words, as far as they are set."""
    purpose = {"formative": reader.word("formative"), "summative": reader.word("summative")}.get(
        use.purpose or "", ""
    )
    month = reader.word("month {number}").format(number=use.month) if use.month else ""
    return f"{month} ({purpose})" if month and purpose else month or purpose


def objectives(reader: Reader, entity: Entity) -> tuple[ObjectiveRow, ...]:
    """Return the objectives of a competency, numbered."""
    names = levels(reader)
    return tuple(
        ObjectiveRow(
            f"m{each.value.id}",
            reader.number(each),
            reader.say(each.value.text),
            names[each.value.level],
            each.value.supervised,
            reader.links(each, "topics"),
        )
        for each in reader.catalogue.parts(entity, "objective")
    )


def levels(reader: Reader) -> dict[str, str]:
    """Return how far an objective goes, in words."""
    return {
        "explain": reader.word("can explain"),
        "perform": reader.word("can perform"),
        "know": reader.word("knows of"),
        "recognise": reader.word("recognises"),
        "show": reader.word("shows"),
    }


def scope_words(reader: Reader, scope: Scope | None) -> tuple[str, ...]:
    """Return the limits of a competency in words."""
    if scope is None:
        return ()
    sizes = {"minor": reader.word("minor"), "medium": reader.word("medium"), "major": reader.word("major")}
    urgencies = {"elective": reader.word("elective"), "acute": reader.word("acute")}
    facets = (
        reader.word("patients over {age} years").format(age=scope.older_than) if scope.older_than else "",
        reader.word("ASA class {classes}").format(classes=_classes(scope.asa)) if scope.asa else "",
        reader.word("ASA class {classes} under supervision").format(classes=_classes(scope.asa_supervised))
        if scope.asa_supervised
        else "",
        ", ".join(urgencies[each] for each in scope.urgency),
        reader.word("size of operation: {sizes}").format(
            sizes=", ".join(sizes[each] for each in scope.operations)
        )
        if scope.operations
        else "",
        reader.word("uncomplicated patients") if scope.uncomplicated else "",
        reader.word("under supervision") if scope.supervised else "",
    )
    return tuple(facet for facet in facets if facet)


def _classes(classes: tuple[int, ...]) -> str:
    return str(classes[0]) if len(classes) == 1 else f"{classes[0]}–{classes[-1]}"
