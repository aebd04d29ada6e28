"""A course with every time it is held, and the rows in which course dates are listed everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from ...announcing import former, standing
from ...catalogue import Entity
from ...locales.dates import (
    day_of,
    format_day,
    format_day_number,
    format_month,
    format_span,
    format_weekday,
    week_number,
)
from ...locales.numbers import format_money
from ...model.course import Former, Instance, Session
from ...routes import Page
from ...routes.feeds import event_path
from ..calendar_links import CalendarLink, calendar_links
from ..parts import Flag, Html, Kept, Linked, Marks, Phrase, Shell
from ..prose import maybe_prose
from ..reader import Reader
from ..shell import Head, entity_shell
from .modes import mode_words
from .withdrawn_dates import WithdrawnDate, withdrawn_dates


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One meeting of a course: when, and what is another than for the course as a whole."""

    iso: str
    when: str
    where: str
    note: Phrase | None


@dataclass(frozen=True, slots=True)
class InstanceRow(Kept):
    """One date of a course, in a list; `file` is the address of the date as a file for calendars."""

    ref: str
    anchor: str
    course: Linked
    day: str
    month: str
    iso: str
    when: str
    week: str
    place: str
    region: Linked | None
    mode: str
    languages: str
    seats: str
    seats_counted: str
    deadline: str
    deadline_day: str
    deadline_iso: str
    opens: str
    price: str
    price_note: Phrase | None
    registration: str
    status: str
    status_changed: str
    reason: Phrase | None
    former: tuple[str, ...]
    sessions: tuple[SessionRow, ...]
    file: str
    note: Phrase | None
    flags: tuple[Flag, ...]
    past: bool
    marks: Marks | None = None


@dataclass(frozen=True, slots=True)
class CourseView:
    """What the course template shows: the next instance in full, then the others."""

    mandatory_in: tuple[Linked, ...]
    recommended_in: tuple[Linked, ...]
    provider: Linked | None
    organisers: tuple[Linked, ...]
    form: Linked
    reach: str
    regions: tuple[Linked, ...]
    months: int | None
    follows: Phrase | None
    code: str
    target_groups: tuple[Linked, ...]
    professions: tuple[Linked, ...]
    topics: tuple[Linked, ...]
    part_of: Linked | None
    url: str
    body: Html | None
    teaches: tuple[Linked, ...]
    meets: tuple[Linked, ...]
    next: InstanceRow | None
    upcoming: tuple[InstanceRow, ...]
    past: tuple[InstanceRow, ...]
    example: bool
    has_examples: bool
    calendars: tuple[CalendarLink, ...]
    withdrawn: tuple[WithdrawnDate, ...]


def course(reader: Reader, page: Page) -> tuple[Shell, CourseView]:
    """Make the page of one course with every instance."""
    entity = reader.catalogue[page.key]
    value = entity.value
    rows = instance_rows(reader, reader.catalogue.parts(entity, "instance"))
    upcoming = tuple(row for row in rows if not row.past)
    following = next((row for row in upcoming if row.status != "cancelled"), None)
    provider = next(iter(reader.links(entity, "provider")), None) or next(
        iter(reader.links(entity.document, "provider")), None
    )
    body = CourseView(
        mandatory_in=reader.links(entity, "mandatory_in"),
        recommended_in=reader.links(entity, "recommended_in"),
        provider=provider,
        organisers=reader.links(entity, "organisers"),
        form=reader.links(entity, "form")[0],
        reach=reach_words(reader)[value.reach],
        regions=reader.links(entity, "regions"),
        months=value.months,
        follows=reader.maybe(value.follows),
        code=value.code or "",
        target_groups=reader.links(entity, "target_groups"),
        professions=reader.links(entity, "professions"),
        topics=reader.links(entity, "topics"),
        part_of=next(iter(reader.links(entity, "part_of")), None),
        url=value.url or "",
        body=maybe_prose(reader, value.body, entity),
        teaches=reader.links(entity, "teaches"),
        meets=reader.links(entity, "meets"),
        next=following,
        upcoming=tuple(row for row in upcoming if row is not following),
        past=tuple(row for row in reversed(rows) if row.past),
        example=value.example,
        has_examples=any(each.example for each in value.instances),
        calendars=calendar_links(reader, page),
        withdrawn=withdrawn_dates(reader, entity),
    )
    head = Head(
        label=_label(reader, body),
        number=following.day if following else "",
        number_small=following.month if following else "",
    )
    return entity_shell(reader, page, entity, head), body


def _label(reader: Reader, body: CourseView) -> str:
    if body.mandatory_in:
        return " · ".join((reader.word("Course"), reader.word("mandatory")))
    if body.recommended_in:
        return " · ".join((reader.word("Course"), reader.word("recommended, not mandatory")))
    return " · ".join((reader.word("Course"), body.form.title.text))


def reach_words(reader: Reader) -> dict[str, str]:
    """Return how far a course reaches, in words."""
    return {
        "local": reader.word("local"),
        "regional": reader.word("regional"),
        "multiregional": reader.word("multi-regional"),
        "national": reader.word("national"),
        "nordic": reader.word("Nordic"),
        "international": reader.word("international"),
    }


def instance_rows(reader: Reader, instances: Iterable[Entity]) -> tuple[InstanceRow, ...]:
    """Return the rows for course dates, earliest first."""
    ordered = sorted(instances, key=lambda each: (day_of(each.value.start), each.ref))
    return tuple(reader.once(f"row of {each.ref}", partial(_row, reader, each)) for each in ordered)


def upcoming_rows(reader: Reader, courses: Iterable[Entity]) -> tuple[InstanceRow, ...]:
    """Return the dates of some courses that are still to come, earliest first."""
    instances = (each for course in courses for each in reader.catalogue.parts(course, "instance"))
    return tuple(row for row in instance_rows(reader, instances) if not row.past)


def _row(reader: Reader, entity: Entity) -> InstanceRow:
    value: Instance = entity.value
    assert entity.owner is not None
    day = day_of(value.start)
    status, since = standing(reader.catalogue, entity)
    return InstanceRow(
        ref=entity.ref,
        anchor=f"i-{value.id}",
        course=reader.link(entity.owner),
        day=format_day_number(day, reader.language),
        month=_short_month(day, reader.language),
        iso=value.start.isoformat(),
        when=format_span(value.start, value.end or value.start, reader.language),
        week=_week(reader, day),
        place=value.place or "",
        region=next(iter(reader.links(entity, "region")), None),
        mode=mode_words(reader)[value.mode],
        languages=", ".join(reader.word(f"language/{each}") for each in value.languages),
        seats=_seats(reader, value),
        seats_counted=reader.date(value.seats_counted) if value.seats_counted else "",
        deadline=format_day(value.deadline, reader.language) if value.deadline else "",
        deadline_day=reader.date(value.deadline) if value.deadline else "",
        deadline_iso=value.deadline.isoformat() if value.deadline else "",
        opens=reader.date(value.opens) if value.opens else "",
        price=_price(reader, value),
        price_note=reader.maybe(value.price.note) if value.price else None,
        registration=value.registration or "",
        status=status,
        status_changed=reader.date(since) if since else "",
        reason=reader.maybe(value.reason),
        former=tuple(_former(reader, each) for each in former(reader.catalogue, entity)),
        sessions=tuple(_session(reader, each) for each in sorted(value.sessions, key=_order)),
        file=reader.site.address(event_path(reader.language, entity.id)),
        note=reader.maybe(value.note),
        flags=_flags(reader, entity),
        past=day_of(value.end or value.start) < reader.today,
    )


def _order(session: Session) -> tuple[str, str]:
    return session.start.isoformat(), session.id


def _session(reader: Reader, session: Session) -> SessionRow:
    mode = mode_words(reader)[session.mode] if session.mode else ""
    return SessionRow(
        session.start.isoformat(),
        format_span(session.start, session.end or session.start, reader.language),
        ", ".join(filter(None, (session.place, mode))),
        reader.maybe(session.note),
    )


def _week(reader: Reader, day: date) -> str:
    week = reader.word("week {number}").format(number=week_number(day))
    return f"{format_weekday(day, reader.language)} · {week}"


def _short_month(day: date, language: str) -> str:
    return f"{format_month(day, language, 'abbreviated')} {day.year}"


def _flags(reader: Reader, entity: Entity) -> tuple[Flag, ...]:
    flags = reader.flags(entity)
    left = entity.value.seats_left
    if entity.value.status == "scheduled" and left:
        flags = (Flag(reader.word("Places left")), *flags)
    return flags


def _seats(reader: Reader, value: Instance) -> str:
    if value.seats is None:
        return ""
    if value.seats_left is None:
        return reader.words.ngettext("{count} place", "{count} places", value.seats).format(count=value.seats)
    message = reader.words.ngettext(
        "{left} of {count} places left", "{left} of {count} places left", value.seats_left
    )
    return message.format(left=value.seats_left, count=value.seats)


def _price(reader: Reader, value: Instance) -> str:
    if value.price is None:
        return ""
    if value.price.amount == 0:
        return reader.word("Free")
    return format_money(value.price.amount, value.price.currency, reader.language)


def _former(reader: Reader, was: Former) -> str:
    parts = []
    if was.start:
        parts.append(format_span(was.start, was.end or was.start, reader.language))
    if was.place:
        parts.append(was.place)
    return ", ".join(parts)
