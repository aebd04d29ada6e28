"""The lists of courses: the dates to come, every course by its form, and the dates that have been."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ...catalogue import Entity
from ...locales.collation import sort_key
from ...routes import Page
from ..gather import listing, with_figure
from ..parts import Linked, Related, Shell
from ..reader import Reader
from ..shell import list_link
from .course import InstanceRow, instance_rows, reach_words, upcoming_rows
from .time_line import TimeLine, time_line


@dataclass(frozen=True, slots=True)
class CoursesView:
    """What the list of courses shows."""

    upcoming: tuple[InstanceRow, ...]
    line: TimeLine | None
    forms: tuple[Related, ...]
    has_examples: bool
    past: Linked
    feeds: Linked
    regions: Linked


@dataclass(frozen=True, slots=True)
class PastYear:
    """The dates of one year that have been, latest first."""

    year: str
    rows: tuple[InstanceRow, ...]


@dataclass(frozen=True, slots=True)
class PastCoursesView:
    """What the list of past courses shows."""

    years: tuple[PastYear, ...]
    has_examples: bool
    courses: Linked


def list_courses(reader: Reader, page: Page) -> tuple[Shell, CoursesView]:
    """Make the list of courses: dates to come first, then every course."""
    courses = reader.catalogue.of_kind("course")
    upcoming = upcoming_rows(reader, courses)
    body = CoursesView(
        upcoming=upcoming,
        line=time_line(reader, upcoming),
        forms=_by_form(reader, courses),
        has_examples=any(each.value.example for each in reader.catalogue.of_kind("course", "instance")),
        past=list_link(reader, "courses/past"),
        feeds=list_link(reader, "feeds"),
        regions=list_link(reader, "regions"),
    )
    lead = reader.word("Where and when it is taught, with deadline and places, and every course there is.")
    shell = listing(reader, page, lead, "course")
    held = sum(each.status != "cancelled" for each in upcoming)
    return with_figure(shell, held, reader.words.ngettext("date to come", "dates to come", held)), body


def _by_form(reader: Reader, courses: tuple[Entity, ...]) -> tuple[Related, ...]:
    """Return every course under the name of its form, in the order of forms and then of the alphabet."""

    def place(entity: Entity) -> tuple[int, str]:
        form = reader.catalogue[f"form:{entity.value.form}"]
        return (form.value.order or 0, form.id)

    ordered = sorted(courses, key=lambda each: sort_key(reader.title(each).text, reader.language))
    ordered.sort(key=place)
    return tuple(
        Related(reader.title(reader.catalogue[f"form:{form}"]).text, tuple(_row(reader, one) for one in rows))
        for (_, form), rows in groupby(ordered, key=place)
    )


def _row(reader: Reader, entity: Entity) -> Linked:
    value = entity.value
    providers = (*reader.links(entity, "provider"), *reader.links(entity.document, "provider"))
    dates = sum(row.status != "cancelled" for row in upcoming_rows(reader, (entity,)))
    counted = reader.words.ngettext("{count} date to come", "{count} dates to come", dates)
    duty = reader.word("mandatory") if value.mandatory_in else ""
    duty = duty or (reader.word("recommended, not mandatory") if value.recommended_in else "")
    provider = providers[0].title.text if providers else ""
    facts = (duty, reach_words(reader)[value.reach], provider, counted.format(count=dates) if dates else "")
    return reader.link(entity, value.lead, meta=tuple(each for each in facts if each))


def list_courses_past(reader: Reader, page: Page) -> tuple[Shell, PastCoursesView]:
    """Make the list of course dates that have been, latest first."""
    rows = [row for row in reversed(instance_rows(reader, reader.catalogue.of_kind("instance"))) if row.past]
    years = tuple(PastYear(year, tuple(group)) for year, group in groupby(rows, key=lambda row: row.iso[:4]))
    courses = list_link(reader, "courses")
    body = PastCoursesView(years, any(flag.look == "example" for row in rows for flag in row.flags), courses)
    lead = reader.word("Course dates that are over. They stay here so that old links work.")
    return listing(reader, page, lead, "course", (courses,)), body
