"""Courses and their instances (schema.org Course and CourseInstance)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from .facts import Accepted, Citation, Id, Keyed, LanguageTag, Link, LinksTo, Record, RefTo, WebAddress
from .words import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What taking part costs."""

    amount: Decimal
    """The amount; 0 for free."""
    currency: Literal["DKK", "NOK", "EUR"] = "DKK"
    """ISO 4217 code."""
    note: Text | None = None
    """Who pays what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A time or place that no longer holds."""

    start: datetime | date | None = None
    """The former start."""
    end: datetime | date | None = None
    """The former end."""
    place: str | None = None
    """The former place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting of a course that is held in several."""

    id: Id
    start: datetime | date
    """First day, or day and time, as for the course."""
    end: datetime | date | None = None
    """Last day or time; the start where left out."""
    place: str | None = None
    """Town and venue, where it is another than that of the course."""
    mode: Literal["onsite", "online"] | None = None
    """Where people meet, where it is another way than for the course as a whole."""
    note: Text | None = None
    """What this meeting is about, or what to bring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One time a course is held."""

    id: Id
    start: datetime | date
    """First day, or day and time: 2027-01-14 or 2027-01-14T08:30, in local time."""
    end: datetime | date | None = None
    """Last day or time; the start where left out."""
    timezone: Literal["Europe/Copenhagen", "Europe/Oslo"] = "Europe/Copenhagen"
    """Whose local time that is."""
    sessions: Annotated[tuple[Session, ...], Keyed()] = ()
    """Each meeting, by an id such as "1" that stays when the meeting is moved, where people do not meet from the start
    straight through to the end; each is then an event of its own in calendars."""
    mode: Literal["onsite", "online", "blended"]
    """Where people meet."""
    place: str | None = None
    """Town and venue, for a course where people meet."""
    region: Annotated[str, RefTo("region")] | None = None
    """The region it is held in."""
    languages: tuple[LanguageTag, ...]
    """Languages of teaching."""
    seats: int | None = None
    """Seats in all."""
    seats_left: int | None = None
    """Seats left."""
    seats_counted: date | None = None
    """When the seats were counted."""
    deadline: date | None = None
    """Last day to sign up."""
    opens: date | None = None
    """First day to sign up."""
    price: Price | None = None
    """What it costs."""
    registration: WebAddress | None = None
    """Where to sign up."""
    status: Literal["scheduled", "moved", "cancelled", "full"] = "scheduled"
    """Scheduled, moved to another time or place, cancelled, or full (schema.org eventStatus)."""
    status_changed: date | None = None
    """When the status changed."""
    reason: Text | None = None
    """Why it was moved or cancelled, and what to do."""
    former: tuple[Former, ...] = ()
    """Times and places that held before."""
    announced: date | None = None
    """When it was made public."""
    example: bool = False
    """True for an invented instance that shows how the site works; it is marked wherever it is shown."""
    note: Text | None = None
    """What else people should know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueCourse:
    """A course in a provider's catalogue."""

    id: Id
    title: Text
    """Name of the course."""
    lead: Text
    """What people learn, in one or two sentences."""
    slug: Text | None = None
    """Last part of the address in each language."""
    code: str | None = None
    """Course code."""
    provider: Annotated[str, RefTo("organisation")] | None = None
    """Who answers for the course."""
    organisers: tuple[Annotated[str, RefTo("organisation")], ...] = ()
    """Who holds it."""
    form: Annotated[str, RefTo("form")]
    """Course, e-learning, seminar, programme and so on."""
    reach: Literal["local", "regional", "multiregional", "national", "nordic", "international"]
    """How far it reaches."""
    mandatory_in: tuple[Annotated[str, RefTo("curriculum")], ...] = ()
    """Curricula that require it."""
    recommended_in: tuple[Annotated[str, RefTo("curriculum")], ...] = ()
    """Curricula that recommend it."""
    regions: tuple[Annotated[str, RefTo("region")], ...] = ()
    """Regions that offer it."""
    months: int | None = None
    """Length in months, for a programme."""
    follows: Text | None = None
    """What people must have done before."""
    teaches: Annotated[tuple[Link, ...], LinksTo("competency", "objective")] = ()
    """Competencies it teaches (schema.org teaches)."""
    meets: Annotated[tuple[Link, ...], LinksTo("need")] = ()
    """Needs it helps to meet."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Other things it concerns."""
    target_groups: tuple[Annotated[str, RefTo("target-group")], ...] = ()
    """Whom it is for."""
    professions: tuple[Annotated[str, RefTo("profession")], ...] = ()
    """Professions it is for."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes it is tagged with."""
    part_of: Annotated[str, RefTo("course")] | None = None
    """The programme it is part of."""
    url: WebAddress | None = None
    """The provider's own page."""
    example: bool = False
    """True where the course itself is invented to show how the site works."""
    instances: Annotated[tuple[Instance, ...], Keyed()] = ()
    """Each time it is held, by an id such as 2027-01-herlev."""
    body: Prose | None = None
    """More about the course, in Markdown."""
    announced: date | None = None
    """When it was first made public here."""
    changed: date | None = None
    """When it was last changed."""
    source: Citation | None = None
    """Where it stands."""
    accepted: Annotated[tuple[Accepted, ...], Keyed()] = ()
    """Findings of `kyndig check` that are known and stay, each with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(CatalogueCourse):
    """A course with a file of its own."""

    lang: LanguageTag
    """The language of the words in this file."""
    status: Literal["published", "draft"] = "published"
    """A draft is checked but not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseCatalogue(Record):
    """A provider's courses in one file."""

    provider: Annotated[str, RefTo("organisation")]
    """Who answers for all of them."""
    courses: Annotated[tuple[CatalogueCourse, ...], Keyed()]
    """The courses, by id."""
