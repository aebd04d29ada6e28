"""The lists of courses: the dates to come, every course by its form, and the dates that have been."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from ...catalogue import Entity
from ...locales.collation import sort_key
from ...routes import Page
from ..calendar_links import CalendarLink, calendar_links
from ..facets import Bar, Sieve, count, has_value, listed, marked, marks, past_months, sieve, sifted_shell
from ..gather import listing, with_figure
from ..parts import Linked, Marks, Phrase, Related, Shell
from ..reader import Reader
from ..shell import Head, list_link
from .course import InstanceRow, instance_rows, reach_words
from .time_line import TimeLine, time_line


@dataclass(frozen=True, slots=True)
class CoursesView:
    """What the list of courses shows; dates that have been only where none of a value's dates is still to come."""

    sieve: Sieve
    upcoming: tuple[InstanceRow, ...]
    past_dates: tuple[InstanceRow, ...]
    line: TimeLine | None
    forms: tuple[Related, ...]
    has_examples: bool
    past: Linked
    regions: Linked
    calendars: tuple[CalendarLink, ...]


@dataclass(frozen=True, slots=True)
class PastYear:
    """The dates of one year that have been, latest first."""

    year: str
    rows: tuple[InstanceRow, ...]


@dataclass(frozen=True, slots=True)
class PastCoursesView:
    """What the list of past courses shows, with the months that have been."""

    months: Bar | None
    years: tuple[PastYear, ...]
    has_examples: bool
    courses: Linked


def list_courses(reader: Reader, page: Page) -> tuple[Shell, CoursesView]:
    """Make the list of courses, or of those that have one value: dates to come first, then every course."""
    courses = listed(reader, page, reader.catalogue.of_kind("course"))
    rows, forms = _dates(reader, page, courses), _by_form(reader, page, courses)
    upcoming = tuple(row for row in rows if not row.past)
    held = sum(each.status != "cancelled" for each in upcoming)
    counts = (
        count(reader, len(courses), "{count} course", "{count} courses"),
        count(reader, held, "{count} date to come", "{count} dates to come"),
    )
    body = CoursesView(
        sieve=sieve(reader, page, counts),
        upcoming=upcoming,
        past_dates=tuple(reversed(rows)) if page.key != "courses" and not upcoming else (),
        line=time_line(reader, upcoming),
        forms=forms,
        has_examples=_has_examples((*rows, *(link for form in forms for link in form.links))),
        past=list_link(reader, "courses/past"),
        regions=list_link(reader, "regions"),
        calendars=calendar_links(reader, page),
    )
    lead = reader.word("Where and when it is taught, with deadline and places, and every course there is.")
    shell = sifted_shell(reader, page, Head(lead=Phrase(lead), line="course"))
    return with_figure(shell, held, reader.words.ngettext("date to come", "dates to come", held)), body


def _has_examples(rows: Iterable[InstanceRow | Linked]) -> bool:
    return any(flag.look == "example" for row in rows for flag in row.flags)


def _dates(reader: Reader, page: Page, courses: Iterable[Entity]) -> tuple[InstanceRow, ...]:
    """Return the dates of some courses that belong on a page of the list, earliest first, with their marks."""
    belongs = has_value(reader, page)
    parts = {
        part.ref: part
        for course in courses
        for part in reader.catalogue.parts(course, "instance")
        if belongs(part)
    }
    rows = instance_rows(reader, parts.values())
    return tuple(marked(reader, page, parts[row.ref], partial(_marked, row, parts[row.ref])) for row in rows)


def _marked(row: InstanceRow, part: Entity, its: Marks) -> InstanceRow:
    assert part.owner is not None
    return replace(row, marks=replace(its, group=part.owner.id, part=True))


def _by_form(reader: Reader, page: Page, courses: tuple[Entity, ...]) -> tuple[Related, ...]:
    """Return every course under the name of its form, in the order of forms and then of the alphabet."""

    def place(entity: Entity) -> tuple[int, str]:
        form = reader.catalogue[f"form:{entity.value.form}"]
        return (form.value.order or 0, form.id)

    ordered = sorted(courses, key=lambda each: sort_key(reader.title(each).text, reader.language))
    ordered.sort(key=place)
    return tuple(
        Related(
            reader.title(reader.catalogue[f"form:{form}"]).text,
            tuple(reader.once(f"row of {one.ref}", partial(_row, reader, page, one)) for one in rows),
        )
        for (_, form), rows in groupby(ordered, key=place)
    )


def _row(reader: Reader, page: Page, entity: Entity) -> Linked:
    """Return the row of a course; dates that have no row of their own, because they have been, lend it their marks."""
    value = entity.value
    providers = (*reader.links(entity, "provider"), *reader.links(entity.document, "provider"))
    dates = instance_rows(reader, reader.catalogue.parts(entity, "instance"))
    held = sum(row.status != "cancelled" for row in dates if not row.past)
    counted = reader.words.ngettext("{count} date to come", "{count} dates to come", held)
    duty = reader.word("mandatory") if value.mandatory_in else ""
    duty = duty or (reader.word("recommended, not mandatory") if value.recommended_in else "")
    provider = providers[0].title.text if providers else ""
    facts = (duty, reach_words(reader)[value.reach], provider, counted.format(count=held) if held else "")
    link = reader.link(entity, value.lead, meta=tuple(each for each in facts if each))
    lent = [reader.catalogue[row.ref] for row in dates if row.past]
    values = (value for each in (entity, *lent) for value in marks(reader, page, each).values)
    return replace(link, marks=Marks(tuple(dict.fromkeys(values)), entity.id))


def list_courses_past(reader: Reader, page: Page) -> tuple[Shell, PastCoursesView]:
    """Make the list of course dates that have been, latest first."""
    rows = [row for row in reversed(instance_rows(reader, reader.catalogue.of_kind("instance"))) if row.past]
    years = tuple(PastYear(year, tuple(group)) for year, group in groupby(rows, key=lambda row: row.iso[:4]))
    courses = list_link(reader, "courses")
    body = PastCoursesView(past_months(reader), years, _has_examples(rows), courses)
    lead = reader.word("Course dates that are over. They stay here so that old links work.")
    return listing(reader, page, lead, "course", (courses,)), body
