"""A date of a course in the words of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from ...announcing import CourseDate, course_date
from ...catalogue import Entity
from ...ledger import Facts, moment
from ...locales.dates import day_of, format_day
from ...routes.segments import N_
from ..courses.modes import mode_words
from ..kinds import LABELS
from ..reader import Reader
from .facts import in_order, title_of, when, when_and_where, where
from .said import address_of
from .words import event_word

DEADLINE = N_("announced/last day")
"""The word that the title of a last day to sign up begins with."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What takes place at one time: a whole date of a course, or one of its meetings.

    `id` is that of the meeting, or nothing. `start` and `end` are as the ledger has them.
    """

    id: str
    start: str
    end: str
    title: str
    place: str
    is_off: bool


@dataclass(frozen=True, slots=True)
class DateSaid:
    """What calendars say to one reader about a date of a course.

    `it` is the date; `lang` the language of its name, which stands in the titles. `description` is plain text, line by
    line, `closing` the title of the last day to sign up, `url` full.
    """

    it: CourseDate
    lang: str
    meetings: tuple[Meeting, ...]
    closing: str
    description: str
    url: str
    categories: tuple[str, ...]


def say_date(reader: Reader, ref: str) -> DateSaid:
    """Say a date of a course to a reader; it is made once, however many calendars it stands in."""
    return reader.once(f"date {ref}", partial(_say, reader, ref))


def _say(reader: Reader, ref: str) -> DateSaid:
    it = course_date(reader.catalogue.ledger, ref)
    entity = reader.catalogue.entities.get(ref)
    name = reader.title(entity) if entity else title_of(reader, it.facts)
    word = reader.word("Example").lower()
    example = f" ({word})" if it.facts.get("example") else ""
    url = address_of(reader, ref, it.facts, entity)
    return DateSaid(
        it,
        name.lang or reader.language,
        tuple(_meetings(reader, it, name.text, example)),
        _closing(reader, it, name.text) + example,
        "\n".join((*_description(reader, it, entity), url)),
        url,
        tuple(_categories(reader, it, entity)),
    )


def _closing(reader: Reader, it: CourseDate, name: str) -> str:
    """Return the title of the last day to sign up, with the first day of what it is for.

    That the course was moved is not in it: it would be read as said of the deadline.
    """
    word = event_word(reader, "deadline") if it.before else reader.word(DEADLINE)
    day = reader.date(day_of(moment(it.facts["start"])))
    said = ", ".join(filter(None, (name, day, where(reader, it.facts))))
    moved = event_word(reader, "moved")
    words = (each for each in _words(reader, it) if each != moved)
    return f"{', '.join((word, *words))}: {said}"


def _words(reader: Reader, it: CourseDate) -> Iterator[str]:
    """Yield the words for what a subscriber must know first."""
    if it.is_off:
        yield event_word(reader, "withdrawn" if it.gone else "cancelled")
        return
    if it.was or it.facts.get("status") == "moved":
        yield event_word(reader, "moved")
    if it.facts.get("status") == "full":
        yield event_word(reader, "full")


def _meetings(reader: Reader, it: CourseDate, name: str, example: str) -> Iterator[Meeting]:
    """Yield the meetings of a date, those that were called off with them; else the whole of it."""
    facts, words = it.facts, tuple(_words(reader, it))
    if not facts.get("sessions"):
        yield _meeting("", facts, _titled(words, name + example), where(reader, facts), is_off=it.is_off)
        return
    held = in_order(facts["sessions"])
    for number, (id_, each) in enumerate(held, 1):
        title = _titled(words, f"{name} {number}/{len(held)}{example}")
        yield _meeting(id_, each, title, where(reader, {**facts, **each}), is_off=it.is_off)
    off = (event_word(reader, "cancelled"),)
    for id_, each in in_order(it.dropped):
        yield _meeting(id_, each, _titled(off, name + example), where(reader, {**facts, **each}), is_off=True)


def _meeting(id_: str, facts: Facts, title: str, place: str, *, is_off: bool) -> Meeting:
    return Meeting(id_, facts["start"], str(facts.get("end", "")), title, place, is_off)


def _titled(words: tuple[str, ...], name: str) -> str:
    return f"{', '.join(words)}: {name}" if words else name


def _description(reader: Reader, it: CourseDate, entity: Entity | None) -> Iterator[str]:
    """Yield what a calendar tells of a date, a line each."""
    facts = it.facts
    yield from _named(reader, "When", when(reader, facts))
    for _, each in in_order(facts.get("sessions", {})):
        yield f"– {when_and_where(reader, {**facts, 'end': None, **each})}"
    yield from _named(reader, "Where", where(reader, facts))
    was = (when_and_where(reader, {**facts, **each}) for each in (*_former(entity), *it.was))
    for words in dict.fromkeys(was):
        yield from _named(reader, "Before", words)
    yield from _named(reader, "Attendance", mode_words(reader).get(facts.get("mode", ""), ""))
    if not it.is_off:
        yield from _named(reader, "Last day to sign up", _day(reader, facts.get("deadline")))
        yield from _named(reader, "Last day to sign up before", _day(reader, it.before))
        yield from _named(reader, "Sign up from", _day(reader, facts.get("opens")))
    yield from _of_entity(reader, it, entity)
    if facts.get("example"):
        yield reader.word("This is an example: the date is invented to show how the site works.")


_LABELS = (N_("When"), N_("Where"), N_("Before"), N_("Attendance"), N_("Last day to sign up"))


def _named(reader: Reader, label: str, value: str) -> Iterator[str]:
    if value:
        yield f"{reader.word(label)}: {value}"


def _day(reader: Reader, text: str | None) -> str:
    return format_day(date.fromisoformat(text), reader.language) if text else ""


def _former(entity: Entity | None) -> Iterator[Facts]:
    """Yield the times and places that held before as their author tells them; the ledger may know none of them."""
    for each in entity.value.former if entity else ():
        times = {"start": each.start, "end": each.end} if each.start else {}
        found = {name: value.isoformat() if value else None for name, value in times.items()}
        yield found | ({"place": each.place} if each.place else {})


def _of_entity(reader: Reader, it: CourseDate, entity: Entity | None) -> Iterator[str]:
    if entity is None or entity.owner is None:
        yield reader.word("It has been withdrawn from the site.")
        return
    value = entity.value
    if value.registration and not it.is_off and value.status != "full":
        yield from _named(reader, "Sign up", value.registration)
    for each in (value.reason, entity.owner.value.lead, value.note):
        if each is not None:
            yield reader.say(each).text
    for session in value.sessions:
        if session.note is not None:
            yield reader.say(session.note).text


def _categories(reader: Reader, it: CourseDate, entity: Entity | None) -> list[str]:
    found = [reader.word(LABELS["course"])]
    if entity is not None:
        owner = entity.owner or entity
        fields = ("topics", "professions", "target_groups", "region")
        found += [link.title.text for each in (owner, entity) for link in reader.links(each, *fields)]
    if it.facts.get("example"):
        found.append(reader.word("Example"))
    return list(dict.fromkeys(found))
