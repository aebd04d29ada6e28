"""Competence needs and the dissemination plan that answers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from .facts import Citation, Id, Keyed, Link, LinksTo, Record, RefTo, Remark, VagueDate, WebAddress, WebLink
from .words import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that people or the service must get better at, or must have."""

    id: Id
    """Its number in the plan."""
    title: Text
    """A short name."""
    text: Text
    """The need in full, in our own words."""
    slug: Text | None = None
    """Last part of the address."""
    type: Literal["competence", "capacity", "infrastructure", "funding", "recruitment"]
    """What is needed."""
    general: bool = True
    """True for an overall need that more specific ones may stand under."""
    broader: Annotated[str, RefTo("need")] | None = None
    """The overall need it belongs to."""
    horizon: tuple[Literal["now", "future"], ...] = ("now",)
    """Whether it is felt now or expected."""
    facets: Annotated[tuple[Remark, ...], Keyed()] = ()
    """Sides of the need that the source tells apart."""
    tasks: Annotated[tuple[Remark, ...], Keyed()] = ()
    """Tasks it comprises."""
    regions: tuple[Annotated[str, RefTo("region")], ...] = ()
    """Regions that have it."""
    target_groups: tuple[Annotated[str, RefTo("target-group")], ...] = ()
    """Groups that have it."""
    professions: tuple[Annotated[str, RefTo("profession")], ...] = ()
    """Professions that have it."""
    care_levels: tuple[Annotated[str, RefTo("care-level")], ...] = ()
    """Levels of the service that have it."""
    works_with: tuple[Annotated[str, RefTo("profession")], ...] = ()
    """Professions that those who have the need work with."""
    supply: Text | None = None
    """What the source says of today's supply."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes it is tagged with."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Competencies and others that concern it."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingMethod:
    """A way in which needs were found (prov:Activity)."""

    __short__ = "label"

    id: Id
    label: Text
    """The way."""
    text: Text | None = None
    """How it works."""
    organisations: tuple[Annotated[str, RefTo("organisation")], ...] = ()
    """Who takes part."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way in which competence is spread."""

    id: Id
    """Its number in the plan."""
    label: Text
    """The channel."""
    slug: Text | None = None
    """Last part of the address."""
    type: Literal[
        "lectures",
        "meetings",
        "courses",
        "papers",
        "books",
        "popular",
        "apps",
        "studies",
        "website",
        "social",
    ]
    """What kind of channel it is."""
    reach: tuple[Literal["national", "international", "multiregional", "other-regions"], ...] = ()
    """How far it reaches."""
    platforms: tuple[str, ...] = ()
    """Names of media and platforms the source gives."""
    media: tuple[Text, ...] = ()
    """Kinds of media the source gives."""
    platforms_open: bool = False
    """True where the source names examples only."""
    levels: Text | None = None
    """Levels it is made for."""
    target_groups: tuple[Annotated[str, RefTo("target-group")], ...] = ()
    """Groups it is made for."""
    meets: Annotated[tuple[Link, ...], LinksTo("need")] = ()
    """Needs it helps to meet."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Courses and others that belong to it."""
    note: Text | None = None
    """What else the reader should know."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something done through a channel."""

    id: Id
    title: Text
    """What it is."""
    channel: Annotated[str, RefTo("channel")]
    """The channel it belongs to."""
    type: Literal[
        "lecture",
        "meeting",
        "seminar",
        "course",
        "paper",
        "book",
        "chapter",
        "article",
        "app",
        "study",
        "website",
        "post",
    ]
    """What kind of activity or output it is."""
    when: VagueDate = "unknown"
    """When."""
    region: Annotated[str, RefTo("region")] | None = None
    """Where."""
    target_groups: tuple[Annotated[str, RefTo("target-group")], ...] = ()
    """For whom."""
    partners: tuple[Annotated[str, RefTo("organisation")], ...] = ()
    """With whom."""
    publication: Text | None = None
    """Reference of a publication."""
    meets: Annotated[tuple[Link, ...], LinksTo("need")] = ()
    """Needs it helps to meet."""
    done: bool = False
    """True when it has taken place."""
    example: bool = False
    """True for an invented activity that shows how the site works."""
    url: WebAddress | None = None
    """Where to read more."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What somebody has found out about how well a need is covered, and for whom."""

    __short__ = "text"

    id: Id
    text: Text
    """What was found, in our own words."""
    need: Annotated[str, RefTo("need")]
    """The need; one of this file by its number alone."""
    degree: Literal["full", "part", "planned", "none"]
    """How well it is covered: fully, partly, by something planned, or by nothing; leave out what nobody has looked at."""
    by: Annotated[str, RefTo("course", "competency", "channel", "activity")] | None = None
    """What covers it, as `kind:id`; left out where all there is was looked at together."""
    horizon: Literal["now", "future"] = "now"
    """Whether this is so now, or is expected."""
    target_groups: tuple[Annotated[str, RefTo("target-group")], ...] = ()
    """Groups this holds for; all that have the need where nobody is named."""
    professions: tuple[Annotated[str, RefTo("profession")], ...] = ()
    """Professions this holds for."""
    regions: tuple[Annotated[str, RefTo("region")], ...] = ()
    """Regions this holds in; all where left out."""
    seats_per_year: int | None = None
    """How many can take part in a year."""
    as_of: VagueDate = "unknown"
    """When it was so."""
    assessor: Annotated[str, RefTo("organisation")] | None = None
    """Who says so."""
    example: bool = False
    """True for an invented assessment that shows how the site works; it is marked wherever it is shown."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """A set of needs, and what a service does about them."""

    title: Text
    """Name of the plan."""
    lead: Text
    """What it is about."""
    slug: Text | None = None
    """Address of the plan in each language."""
    type: Literal["dissemination-plan", "needs"]
    """A dissemination plan with channels, or a list of needs drawn from another document."""
    owner: Annotated[str, RefTo("organisation")] | None = None
    """Whose plan it is."""
    mission: Text | None = None
    """The task the owner has been given."""
    year: int | None = None
    """Year of the latest update."""
    field: Annotated[str, RefTo("topic")] | None = None
    """The field it is about."""
    home_region: Annotated[str, RefTo("region")] | None = None
    """The owner's own region, where known."""
    regions: tuple[Annotated[str, RefTo("region")], ...] = ()
    """Regions the needs are felt in."""
    regions_note: Text | None = None
    """How the source delimits the regions."""
    table_title: Text | None = None
    """Caption of the table of needs."""
    table_number: str | None = None
    """The number by which the source calls the table."""
    background: Annotated[tuple[Remark, ...], Keyed()] = ()
    """What the source says about why."""
    identified_by: Annotated[tuple[MappingMethod, ...], Keyed()] = ()
    """How the needs were found."""
    needs: Annotated[tuple[Need, ...], Keyed()]
    """The needs, by number."""
    channels: Annotated[tuple[Channel, ...], Keyed()] = ()
    """The channels, by number."""
    activities: Annotated[tuple[Activity, ...], Keyed()] = ()
    """What is done, by id."""
    coverage: Annotated[tuple[Coverage, ...], Keyed()] = ()
    """What somebody has found out about how well needs are covered, of this plan or of others."""
    links: Annotated[tuple[WebLink, ...], Keyed()] = ()
    """Attachments and addresses."""
    body: Prose | None = None
    """More about the plan, in Markdown."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes of the whole plan."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Other things it concerns."""
