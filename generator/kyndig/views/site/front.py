"""The front page: the promise, a way in for each reader, what comes next, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby

from ...catalogue import Entity
from ...locales.dates import format_day_number, format_month
from ...routes import Page
from ..courses.course import InstanceRow, instance_rows, upcoming_rows
from ..gather import listing
from ..kinds import ORDER
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import LIST_TITLES, Head, list_link, list_shell
from .coverage import Coverage, coverage

_NEXT = 4
"""Course dates shown."""
_CHANGES = 8
"""Changes shown."""
_A_DAY = 4
"""Changes shown of one day: a day with many must not hide the days before."""
_LISTS = (
    "a-z",
    "terms",
    "curricula",
    "courses",
    "positions",
    "needs",
    "topics",
    "organisations",
    "sources",
    "news",
)
"""Lists where a reader who is lost may look."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way in for one kind of reader, with what they find there."""

    href: str
    name: str
    text: str
    more: Linked | None = None


@dataclass(frozen=True, slots=True)
class Strand:
    """One of the four kinds, in the order from need to course."""

    line: str
    kind: str
    href: str
    number: int
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something new or changed, with its day."""

    day: str
    month: str
    iso: str
    link: Linked
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """What the front page shows."""

    ways: tuple[Way, ...]
    next: tuple[InstanceRow, ...]
    coverage: Coverage
    thread: tuple[Strand, ...]
    changes: tuple[Change, ...]
    courses: Linked
    feeds: Linked
    news: Linked


@dataclass(frozen=True, slots=True)
class MissingView:
    """What the page for a wrong address shows; `names` is the address of the list of pages it is compared with."""

    front: Linked
    lists: tuple[Linked, ...]
    names: str


def front(reader: Reader, page: Page) -> tuple[Shell, FrontView]:
    """Make the front page."""
    upcoming = upcoming_rows(reader, reader.catalogue.of_kind("course"))
    body = FrontView(
        ways=tuple(_ways(reader, upcoming)),
        next=upcoming[:_NEXT],
        coverage=coverage(reader),
        thread=_thread(reader, upcoming),
        changes=tuple(_changes(reader))[:_CHANGES],
        courses=list_link(reader, "courses"),
        feeds=list_link(reader, "feeds"),
        news=list_link(reader, "news"),
    )
    title = Phrase(reader.word("What you must be able to do, who says so, and where you learn it"))
    lead = reader.word("Competencies, courses, positions and needs for clinicians in Denmark and Norway.")
    return list_shell(reader, page, Head(title=title, lead=Phrase(lead))), body


def missing(reader: Reader, page: Page) -> tuple[Shell, MissingView]:
    """Make the page for an address that leads nowhere."""
    lists = tuple(list_link(reader, each) for each in _LISTS)
    names = reader.site.address(f"{reader.language}/names.json")
    body = MissingView(list_link(reader, "front"), lists, names)
    lead = reader.word("There is no page at this address. It may be mistyped, or the link may be old.")
    return listing(reader, page, lead), body


def _ways(reader: Reader, upcoming: tuple[InstanceRow, ...]) -> Iterator[Way]:
    """Yield a way in for doctor, supervisor, course seeker, policy reader and staff."""
    curricula = [each for each in reader.catalogue.of_kind("curriculum") if each.is_current]
    only = curricula[0] if len(curricula) == 1 else None
    yield Way(
        reader.href(only.ref if only else "curricula"),
        reader.word("I am a doctor in training"),
        _counts(reader, "competency", "card") if only else _counts(reader, "curriculum"),
    )
    approval = Phrase(reader.word("What is needed for approval"))
    yield Way(
        reader.href(f"{only.ref}#schedule" if only else "curricula"),
        reader.word("I am a supervisor"),
        reader.word("What is to be assessed, how, and when"),
        Linked(reader.href(f"{only.ref}#requirements"), approval) if only else None,
    )
    text = _next_course(reader, upcoming)
    yield Way(reader.href("courses"), reader.word("I am looking for a course"), text)
    yield Way(
        reader.href("positions"), reader.word("I follow policy"), _counts(reader, "statement", "position")
    )
    about = next((each for each in reader.catalogue.of_kind("page") if each.id == "about"), None)
    yield Way(
        reader.href("needs"),
        reader.word("I plan training"),
        _counts(reader, "need", "plan"),
        reader.link(about) if about else None,
    )


def _next_course(reader: Reader, upcoming: tuple[InstanceRow, ...]) -> str:
    held = [row for row in upcoming if row.status != "cancelled"]
    if not held:
        return reader.word("No dates are announced.")
    message = reader.words.ngettext(
        "{count} date to come, the next is {when}", "{count} dates to come, the next is {when}", len(held)
    )
    return message.format(count=len(held), when=reader.date(date.fromisoformat(held[0].iso[:10])))


def _counts(reader: Reader, *kinds: str) -> str:
    say = reader.words
    words = {
        "curriculum": lambda n: say.ngettext("{count} curriculum", "{count} curricula", n),
        "competency": lambda n: say.ngettext("{count} competency", "{count} competencies", n),
        "card": lambda n: say.ngettext("{count} card", "{count} cards", n),
        "statement": lambda n: say.ngettext("{count} statement", "{count} statements", n),
        "position": lambda n: say.ngettext("{count} document", "{count} documents", n),
        "need": lambda n: say.ngettext("{count} need", "{count} needs", n),
        "plan": lambda n: say.ngettext("{count} plan", "{count} plans", n),
    }
    numbers = ((kind, sum(each.is_current for each in reader.catalogue.of_kind(kind))) for kind in kinds)
    return " · ".join(words[kind](number).format(count=number) for kind, number in numbers)


def _thread(reader: Reader, upcoming: tuple[InstanceRow, ...]) -> tuple[Strand, ...]:
    """Return the four kinds with how many there are of each."""
    of, say = reader.catalogue.of_kind, reader.words
    needs, said, able = len(of("need")), len(of("statement")), len(of("competency"))
    held = sum(row.status != "cancelled" for row in upcoming)
    strands = (
        (
            "need",
            "needs",
            needs,
            say.ngettext("need", "needs", needs),
            reader.word("What the service lacks, and who has said so."),
        ),
        (
            "position",
            "positions",
            said,
            say.ngettext("statement", "statements", said),
            reader.word("Who argues for it, and who must act."),
        ),
        (
            "competency",
            "curricula",
            able,
            say.ngettext("competency", "competencies", able),
            reader.word("What you must be able to do, and how it is assessed."),
        ),
        (
            "course",
            "courses",
            held,
            say.ngettext("course date", "course dates", held),
            reader.word("Where you learn it, with deadline and places."),
        ),
    )
    return tuple(
        Strand(line, reader.word(LIST_TITLES[key]), reader.href(key), number, unit, text)
        for line, key, number, unit, text in strands
    )


def _changes(reader: Reader) -> Iterator[Change]:
    """Yield what is new or changed, newest first; on one day in the order of kinds, news before all."""
    found = [*_documents(reader), *_dates(reader)]
    order = ("news", *ORDER)
    found.sort(key=lambda each: (-each[0].toordinal(), order.index(each[1].kind), each[1].ref))
    days = (tuple(rows)[:_A_DAY] for _, rows in groupby(found, key=lambda each: each[0]))
    for day, entity, what in chain.from_iterable(days):
        month = format_month(day, reader.language, "abbreviated")
        link = reader.link(entity)
        yield Change(
            format_day_number(day, reader.language),
            f"{month} {day.year}",
            day.isoformat(),
            link,
            (link.label, what),
        )


def _documents(reader: Reader) -> Iterator[tuple[date, Entity, str]]:
    for each in reader.catalogue.of_kind("news", "position", "plan", "curriculum", "course", "group"):
        value = each.value
        day = value.day if each.kind == "news" else value.changed or value.announced
        if day is not None and day <= reader.today:
            is_new = day == value.announced or value.announced is None
            state = reader.word("new") if is_new else reader.word("changed")
            yield day, each, "" if each.kind == "news" else state


def _dates(reader: Reader) -> Iterator[tuple[date, Entity, str]]:
    for each in reader.catalogue.of_kind("instance"):
        changed = each.value.status_changed
        if changed is not None and changed <= reader.today:
            row = instance_rows(reader, (each,))[0]
            yield changed, each, f"{row.when}, {row.place}" if row.place else row.when
