"""One need: who has it, what meets it, and who argues for it."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...coverage import offers
from ...model.plan import Need
from ...routes import Page
from ..courses.course import InstanceRow, upcoming_rows
from ..coverage.evidence import Evidence, evidence
from ..gather import gather
from ..parts import Linked, Phrase, Related, Shell
from ..pieces import RemarkRow, remark_rows
from ..reader import Reader
from ..shell import Head, entity_shell


@dataclass(frozen=True, slots=True)
class NeedView:
    """What the need template shows."""

    type: str
    horizon: str
    facets: tuple[RemarkRow, ...]
    tasks: tuple[RemarkRow, ...]
    target_groups: tuple[Linked, ...]
    professions: tuple[Linked, ...]
    works_with: tuple[Linked, ...]
    care_levels: tuple[Linked, ...]
    regions: tuple[Linked, ...]
    regions_note: Phrase | None
    supply: Phrase | None
    topics: tuple[Linked, ...]
    general: bool
    broader: Linked | None
    narrower: tuple[Linked, ...]
    coverage: Evidence
    dates: tuple[InstanceRow, ...]
    argued: tuple[Related, ...]
    previous: Linked | None
    next: Linked | None


def need(reader: Reader, page: Page) -> tuple[Shell, NeedView]:
    """Make the page of one need."""
    entity = reader.catalogue[page.key]
    value: Need = entity.value
    plan = entity.document
    siblings = reader.catalogue.parts(plan, "need")
    place = siblings.index(entity)
    body = NeedView(
        type=type_words(reader)[value.type],
        horizon=horizon_words(reader, value),
        facets=remark_rows(reader, value.facets),
        tasks=remark_rows(reader, value.tasks),
        target_groups=reader.links(entity, "target_groups"),
        professions=reader.links(entity, "professions"),
        works_with=reader.links(entity, "works_with"),
        care_levels=reader.links(entity, "care_levels"),
        regions=reader.links(entity, "regions") or reader.links(plan, "regions"),
        regions_note=None if value.regions else reader.maybe(plan.value.regions_note),
        supply=reader.maybe(value.supply),
        topics=reader.links(entity, "topics"),
        general=value.general,
        broader=next(iter(reader.links(entity, "broader")), None),
        narrower=tuple(reader.link(each) for each, _ in reader.catalogue.origins(entity, "broader")),
        coverage=evidence(reader, entity),
        dates=upcoming_rows(reader, _courses(reader, entity)),
        argued=gather(reader, reader.catalogue.origins(entity, "argues_for"), "statement", "position"),
        previous=reader.link(siblings[place - 1]) if place else None,
        next=reader.link(siblings[place + 1]) if place + 1 < len(siblings) else None,
    )
    label = reader.word("Need {number} of {total}").format(number=value.id, total=len(siblings))
    shell = entity_shell(reader, page, entity, Head(label=label, lead=reader.say(value.text)))
    return shell, body


def _courses(reader: Reader, need: Entity) -> tuple[Entity, ...]:
    return tuple(each.entity for each in offers(reader.catalogue, need) if each.entity.kind == "course")


def type_words(reader: Reader) -> dict[str, str]:
    """Return what is needed, in words."""
    return {
        "competence": reader.word("Competence"),
        "capacity": reader.word("Capacity"),
        "infrastructure": reader.word("Infrastructure"),
        "funding": reader.word("Funding"),
        "recruitment": reader.word("Recruitment"),
    }


def horizon_words(reader: Reader, need: Need) -> str:
    """Return when a need is felt, in words."""
    words = horizons(reader)
    return ", ".join(words[each] for each in need.horizon)


def horizons(reader: Reader) -> dict[str, str]:
    """Return the times at which a need may be felt, in words."""
    return {"now": reader.word("now"), "future": reader.word("in the future")}
