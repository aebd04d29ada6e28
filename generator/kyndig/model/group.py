"""Working groups: what they are for, who sits in them, and when they report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from .facts import Citation, Id, Keyed, Link, LinksTo, Record, RefTo, Remark, VagueDate
from .words import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """One purpose of the group, by its letter."""

    __short__ = "text"

    id: Id
    """Its letter."""
    text: Text
    """The purpose, in our own words."""
    asks: Text | None = None
    """The same as a short question."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """What answers it."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Seats that one body has in the group (schema.org OrganizationRole)."""

    id: Id
    organisation: Annotated[str, RefTo("organisation")]
    """The body."""
    seats: int | None = None
    """Number of seats, where the source gives one."""
    function: Text | None = None
    """An office in the group, such as chair."""
    each: bool = False
    """True where the seats are one for each body of a class, such as each region."""
    appointers: tuple[Annotated[str, RefTo("organisation")], ...] = ()
    """Bodies that appoint the members."""
    appointment: Text | None = None
    """The rule for appointing."""
    appointer_counts: tuple[int, ...] = ()
    """How many seats each way of appointing fills; they add up to `seats`."""
    perspectives: Annotated[tuple[Remark, ...], Keyed()] = ()
    """Points of view the seats are to cover."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something the group does at a time, or again and again."""

    __short__ = "text"

    id: Id
    text: Text
    """What happens."""
    when: VagueDate
    """When; `ongoing` for what recurs."""
    reports_to: Text | None = None
    """Whom the group tells."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A working group."""

    title: Text
    """Name of the group."""
    lead: Text
    """What it is for."""
    slug: Text | None = None
    """Last part of the address in each language."""
    type: Literal["working-group", "reference-group"]
    """What kind of group it is."""
    organisation: Annotated[str, RefTo("organisation")]
    """The body it belongs to."""
    background: Annotated[tuple[Remark, ...], Keyed()] = ()
    """Why it was set up."""
    purposes: Annotated[tuple[Purpose, ...], Keyed()] = ()
    """What it is to do, by letter."""
    members: Annotated[tuple[Membership, ...], Keyed()] = ()
    """Who sits in it."""
    target_groups: tuple[Annotated[str, RefTo("target-group")], ...] = ()
    """Whom its work is for."""
    levels: tuple[Literal["central", "local"], ...] = ()
    """Levels its proposals are for."""
    forms: tuple[Annotated[str, RefTo("form")], ...] = ()
    """Forms of teaching its proposals may take, from short to long."""
    proposals: Text | None = None
    """What its proposals must fit."""
    inspiration: Annotated[tuple[Link, ...], LinksTo("organisation", "source")] = ()
    """Whose experience it draws on."""
    inspiration_open: bool = False
    """True where the source names examples only."""
    subgroups: Text | None = None
    """Whether it may set up groups of its own."""
    milestones: Annotated[tuple[Milestone, ...], Keyed()] = ()
    """Its time plan."""
    body: Prose | None = None
    """More about the group, in Markdown."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes of its work."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Other things it concerns."""
