"""Target groups: who they are, what they have to do, and the needs and courses that concern them."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity, Relation
from ...locales.collation import sort_key
from ...model.vocabulary import TargetGroup
from ...routes import Page
from ..courses.course import InstanceRow, upcoming_rows
from ..coverage.slices import Slice, slice_of
from ..gather import gather, listing, with_figure
from ..parts import Linked, Phrase, Related, Shell
from ..reader import Reader
from ..shell import Head, entity_shell


@dataclass(frozen=True, slots=True)
class TargetGroupView:
    """What the target group template shows."""

    also: tuple[Phrase, ...]
    tasks: tuple[Phrase, ...]
    professions: tuple[Linked, ...]
    open: bool
    by_law: str
    outside_care: bool
    broader: Linked | None
    narrower: tuple[Linked, ...]
    exact_match: str
    needs: tuple[Linked, ...]
    coverage: Slice | None
    courses: tuple[Linked, ...]
    dates: tuple[InstanceRow, ...]
    more: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class TargetGroupsView:
    """What the list of target groups shows: those in the health service, and those outside it."""

    inside: tuple[Linked, ...]
    outside: tuple[Linked, ...]


def target_group(reader: Reader, page: Page) -> tuple[Shell, TargetGroupView]:
    """Make the page of one target group."""
    entity = reader.catalogue[page.key]
    value: TargetGroup = entity.value
    pairs = reader.catalogue.origins(entity, "target_groups", "addressees")
    courses = tuple({each.ref: each for each, _ in pairs if each.kind == "course"}.values())
    body = TargetGroupView(
        also=reader.all(value.also),
        tasks=reader.all(value.tasks),
        professions=reader.links(entity, "professions"),
        open=value.open,
        by_law=_by_law(reader, value.health_personnel_by_law),
        outside_care=value.outside_care,
        broader=next(iter(reader.links(entity, "broader")), None),
        narrower=tuple(reader.link(each) for each, _ in reader.catalogue.origins(entity, "broader")),
        exact_match=value.exact_match or "",
        needs=_of_kind(reader, pairs, "need"),
        coverage=slice_of(reader, entity),
        courses=_of_kind(reader, pairs, "course"),
        dates=upcoming_rows(reader, courses),
        more=gather(reader, pairs, "channel", "activity", "group", "statement"),
    )
    return entity_shell(reader, page, entity, Head(lead=reader.maybe(value.definition))), body


def _of_kind(reader: Reader, pairs: tuple[tuple[Entity, Relation], ...], kind: str) -> tuple[Linked, ...]:
    return next((each.links for each in gather(reader, pairs, kind)), ())


def _by_law(reader: Reader, counted: bool | None) -> str:
    words = {
        True: reader.word("The law counts them as health personnel."),
        False: reader.word("The law seldom or never counts them as health personnel."),
    }
    return "" if counted is None else words[counted]


def list_target_groups(reader: Reader, page: Page) -> tuple[Shell, TargetGroupsView]:
    """Make the list of target groups, in alphabetical order."""
    groups = reader.catalogue.of_kind("target-group")
    ordered = sorted(groups, key=lambda each: sort_key(reader.title(each).text, reader.language))
    body = TargetGroupsView(
        tuple(_row(reader, each) for each in ordered if not each.value.outside_care),
        tuple(_row(reader, each) for each in ordered if each.value.outside_care),
    )
    lead = reader.word("The people whom needs, courses and plans are about.")
    shell = listing(reader, page, lead, "need")
    return with_figure(shell, len(groups), reader.words.ngettext("group", "groups", len(groups))), body


def _row(reader: Reader, entity: Entity) -> Linked:
    kinds = [each.kind for each, _ in reader.catalogue.origins(entity, "target_groups")]
    needs, courses = kinds.count("need"), kinds.count("course")
    named = reader.words.ngettext("{count} need", "{count} needs", needs).format(count=needs)
    taught = reader.words.ngettext("{count} course", "{count} courses", courses).format(count=courses)
    meta = (named if needs else "", taught if courses else "")
    return reader.link(entity, entity.value.definition, meta=tuple(filter(None, meta)))
