"""Working groups: why they were set up, what they are to do, who sits in them, and when they report."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.group import Group, Membership, Milestone
from ...routes import Page
from ..gather import listing, with_figure
from ..parts import Cited, Html, Linked, Phrase, Shell
from ..pieces import RemarkRow, remark_rows, vague
from ..prose import maybe_prose
from ..reader import Reader
from ..shell import Head, entity_shell
from .seats import Seats, seats


@dataclass(frozen=True, slots=True)
class PurposeRow:
    """One purpose that can be pointed at by its letter."""

    anchor: str
    letter: str
    asks: Phrase | None
    text: Phrase
    relates: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """The seats of one body; `appointers` say how many seats each fills, where the source does."""

    organisation: Linked
    seats: int | None
    each: bool
    function: Phrase | None
    appointers: tuple[tuple[Linked, str], ...]
    appointment: Phrase | None
    perspectives: tuple[RemarkRow, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """Something the group does at a time, or again and again."""

    text: Phrase
    when: str
    recurs: bool
    reports_to: Phrase | None
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class GroupView:
    """What the group template shows.

    `seats` is the sum of the seats the source gives; `members_cited` the one place where all members stand.
    """

    type: str
    organisation: Linked
    background: tuple[RemarkRow, ...]
    purposes: tuple[PurposeRow, ...]
    members: tuple[MembershipRow, ...]
    members_cited: Cited | None
    picture: Seats | None
    seats: int
    uncounted: int
    target_groups: tuple[Linked, ...]
    levels: tuple[str, ...]
    forms: tuple[Linked, ...]
    proposals: Phrase | None
    inspiration: tuple[Linked, ...]
    inspiration_open: bool
    subgroups: Phrase | None
    milestones: tuple[MilestoneRow, ...]
    topics: tuple[Linked, ...]
    body: Html | None


@dataclass(frozen=True, slots=True)
class GroupsView:
    """What the list of groups shows."""

    groups: tuple[Linked, ...]


def group(reader: Reader, page: Page) -> tuple[Shell, GroupView]:
    """Make the page of one group."""
    entity = reader.catalogue[page.key]
    value: Group = entity.value
    purposes = reader.catalogue.parts(entity, "purpose")
    members = tuple(_membership(reader, each) for each in value.members)
    places = {each.cited for each in members}
    body = GroupView(
        type=_types(reader)[value.type],
        organisation=reader.links(entity, "organisation")[0],
        background=remark_rows(reader, value.background),
        purposes=tuple(
            PurposeRow(
                f"p-{each.value.id}",
                each.value.id,
                reader.maybe(each.value.asks),
                reader.say(each.value.text),
                reader.links(each, "relates"),
                reader.cite(each.value.source),
            )
            for each in purposes
        ),
        members=members,
        members_cited=places.pop() if len(places) == 1 else None,
        picture=seats(reader, value),
        seats=_seats(value),
        uncounted=sum(each.seats is None for each in value.members),
        target_groups=reader.links(entity, "target_groups"),
        levels=tuple(_levels(reader)[each] for each in value.levels),
        forms=reader.links(entity, "forms"),
        proposals=reader.maybe(value.proposals),
        inspiration=reader.links(entity, "inspiration"),
        inspiration_open=value.inspiration_open,
        subgroups=reader.maybe(value.subgroups),
        milestones=tuple(_milestone(reader, each) for each in value.milestones),
        topics=reader.links(entity, "topics"),
        body=maybe_prose(reader, value.body, entity),
    )
    shell = entity_shell(reader, page, entity, Head(label=body.type))
    return with_figure(shell, body.seats, reader.words.ngettext("seat", "seats", body.seats)), body


def _seats(value: Group) -> int:
    return sum(each.seats or 0 for each in value.members)


def _types(reader: Reader) -> dict[str, str]:
    return {"working-group": reader.word("Working group"), "reference-group": reader.word("Reference group")}


def _levels(reader: Reader) -> dict[str, str]:
    return {"central": reader.word("central"), "local": reader.word("local")}


def _membership(reader: Reader, member: Membership) -> MembershipRow:
    counts = [str(each) for each in member.appointer_counts]
    counts += [""] * (len(member.appointers) - len(counts))
    return MembershipRow(
        organisation=reader.link(f"organisation:{member.organisation}"),
        seats=member.seats,
        each=member.each,
        function=reader.maybe(member.function),
        appointers=tuple(
            (reader.link(f"organisation:{each}"), count)
            for each, count in zip(member.appointers, counts, strict=False)
        ),
        appointment=reader.maybe(member.appointment),
        perspectives=remark_rows(reader, member.perspectives),
        cited=reader.cite(member.source),
    )


def _milestone(reader: Reader, milestone: Milestone) -> MilestoneRow:
    return MilestoneRow(
        reader.say(milestone.text),
        vague(reader, milestone.when),
        milestone.when == "ongoing",
        reader.maybe(milestone.reports_to),
        reader.cite(milestone.source),
    )


def list_groups(reader: Reader, page: Page) -> tuple[Shell, GroupsView]:
    """Make the list of groups."""
    rows = []
    for each in reader.catalogue.of_kind("group"):
        total = _seats(each.value)
        counted = reader.words.ngettext("{count} seat", "{count} seats", total).format(count=total)
        under = reader.links(each, "organisation")[0].title.text
        meta = (_types(reader)[each.value.type], under, *([counted] if total else []))
        rows.append(reader.link(each, each.value.lead, meta=meta))
    lead = reader.word("Groups that find out what is needed, or propose what to do about it.")
    shell = listing(reader, page, lead, "need")
    shell = with_figure(shell, len(rows), reader.words.ngettext("group", "groups", len(rows)))
    return shell, GroupsView(tuple(rows))
