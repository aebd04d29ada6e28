"""What has changed, line by line: each fact with what it is now and what it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...announcing import Announcement, entity_of
from ...catalogue import Entity
from ...ledger import Facts, moment
from ...locales.dates import format_day, format_span
from ...model.words import Text
from ...routes.segments import N_
from ..courses.modes import mode_words
from ..parts import Phrase
from ..reader import Reader


@dataclass(frozen=True, slots=True)
class Line:
    """One fact, with its name; `label` is empty where the words need none."""

    label: str
    value: Phrase

    def __str__(self) -> str:
        return f"{self.label}: {self.value}" if self.label else str(self.value)


def when(reader: Reader, facts: Facts) -> str:
    """Return when a date of a course is."""
    start = moment(facts["start"])
    return format_span(start, moment(facts.get("end") or facts["start"]), reader.language)


def where(reader: Reader, facts: Facts) -> str:
    """Return where people meet; nothing where no place is named yet."""
    if facts.get("mode") == "online":
        return reader.word("online")
    return str(facts.get("place", ""))


def when_and_where(reader: Reader, facts: Facts) -> str:
    """Return time and place in one line."""
    return ", ".join(filter(None, (when(reader, facts), where(reader, facts))))


def in_order(sessions: Mapping[str, Facts]) -> list[tuple[str, Facts]]:
    """Return the meetings of a date of a course, each with its id, in the order of time."""
    return sorted(sessions.items(), key=lambda each: (each[1]["start"], each[0]))


def title_of(reader: Reader, facts: Facts) -> Phrase:
    """Return what a thing was called when it was recorded."""
    words: Mapping[str, str] = facts["title"]
    original = str(facts.get("lang", ""))
    ordered = sorted(words.items(), key=lambda each: each[0] != original)
    return reader.say(Text(tuple(ordered)))


def lines(reader: Reader, told: Announcement) -> tuple[Line, ...]:
    """Return what is told, line by line."""
    return tuple(_LINES.get(told.kind, _of_other)(reader, told))


def _of_instance(reader: Reader, told: Announcement) -> Iterator[Line]:
    now, was = told.after, told.before
    yield Line(reader.word("When"), Phrase(when(reader, now)))
    if place := where(reader, now):
        yield Line(reader.word("Where"), Phrase(place))
    if told.what == "moved" and when_and_where(reader, was) != when_and_where(reader, now):
        yield Line(reader.word("Before"), Phrase(when_and_where(reader, was)))
    yield from _sessions(reader, now, was)
    if now.get("mode") and (told.what == "new" or now.get("mode") != was.get("mode")):
        yield Line(reader.word("Attendance"), Phrase(mode_words(reader)[now["mode"]]))
    if told.what not in ("cancelled", "withdrawn"):
        yield from _deadline(reader, now, was, anew=told.what == "new")


def _sessions(reader: Reader, now: Facts, was: Facts) -> Iterator[Line]:
    """Yield each meeting that is new or has another time or place, and those that will not be held."""
    new, old = now.get("sessions", {}), was.get("sessions", {})
    for id_, each in in_order(new):
        if each != old.get(id_):
            yield Line(reader.word("Meeting"), Phrase(_session(reader, now, each)))
        if id_ in old and each != old[id_]:
            yield Line(reader.word("Meeting, before"), Phrase(_session(reader, was, old[id_])))
    for id_, each in in_order(old):
        if id_ not in new and new:
            yield Line(reader.word("Meeting, cancelled"), Phrase(_session(reader, was, each)))


def _session(reader: Reader, whole: Facts, session: Facts) -> str:
    return when_and_where(reader, {**whole, "end": None, **session})


def _deadline(reader: Reader, now: Facts, was: Facts, *, anew: bool) -> Iterator[Line]:
    if now.get("deadline"):
        yield Line(reader.word("Last day to sign up"), Phrase(_day(reader, now["deadline"])))
    if not anew and was.get("deadline") not in (None, now.get("deadline")):
        yield Line(reader.word("Last day to sign up before"), Phrase(_day(reader, was["deadline"])))
    if now.get("opens") and now.get("opens") != was.get("opens"):
        yield Line(reader.word("Sign up from"), Phrase(_day(reader, now["opens"])))


def _day(reader: Reader, text: str) -> str:
    return format_day(date.fromisoformat(text), reader.language)


def _of_gap(reader: Reader, told: Announcement) -> Iterator[Line]:
    audience = told.after.get("audience", {})
    if audience:
        yield Line(reader.word("For"), reader.say(Text(tuple(audience.items()))))
    said = "Nobody offers this now." if told.what == "opened" else "It is no longer said to be missing."
    yield Line("", Phrase(reader.word(said)))


_NOBODY = (N_("Nobody offers this now."), N_("It is no longer said to be missing."))


def _of_other(reader: Reader, told: Announcement) -> Iterator[Line]:
    """Yield what has changed in a thing that has no time and place."""
    if told.what != "changed":
        return
    now, was = told.after, told.before
    if now["title"] != was.get("title", now["title"]):
        yield Line(reader.word("Called before"), title_of(reader, was))
    if now.get("follows") != was.get("follows"):
        follows = now.get("follows")
        words = reader.say(Text(tuple(follows.items()))) if follows else Phrase(reader.word("nothing"))
        yield Line(reader.word("To be done before"), words)
    for name, label in _NAMED.items():
        if now.get(name) != was.get(name):
            yield Line(reader.word(label), Phrase(_value(reader, now.get(name))))
    yield from _parts(reader, told)


_NAMED = {
    "mandatory_in": N_("Mandatory in"),
    "recommended_in": N_("Recommended in"),
    "posted_from": N_("For posts to be filled from"),
    "months": N_("Months"),
    "year": N_("Year"),
    "organisation": N_("Organisation"),
    "issued": N_("Issued"),
    "valid_from": N_("Applies from"),
    "valid_to": N_("Applies until"),
}
"""Name of a fact in the ledger → its name for readers."""


def _value(reader: Reader, value: Any) -> str:
    if value is None:
        return reader.word("nothing")
    if isinstance(value, list):
        return ", ".join(_named(reader, "curriculum", each) for each in value) or reader.word("nothing")
    if isinstance(value, str) and f"organisation:{value}" in reader.catalogue.entities:
        return _named(reader, "organisation", value)
    try:
        return reader.date(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _named(reader: Reader, kind: str, id_: str) -> str:
    entity = reader.catalogue.entities.get(f"{kind}:{id_}")
    return reader.title(entity).text if entity else id_


_PARTS = {"added": N_("Added"), "removed": N_("Removed"), "changed": N_("Changed")}
"""How a part of a thing may differ → its name for readers."""


def _parts(reader: Reader, told: Announcement) -> Iterator[Line]:
    """Yield which parts came, went or have other requirements."""
    now, was = told.after.get("parts", {}), told.before.get("parts", {})
    entity = entity_of(reader.catalogue, told.of)
    found = {
        "added": [each for each in now if each not in was],
        "removed": [each for each in was if each not in now],
        "changed": [each for each in now if each in was and now[each] != was[each]],
    }
    for name, parts in found.items():
        if parts:
            words = "; ".join(_part(reader, entity, each) for each in parts)
            yield Line(reader.word(_PARTS[name]), Phrase(words))


def _part(reader: Reader, entity: Entity | None, part: str) -> str:
    """Return what a part is called: its kind, its number, and its name while it has one."""
    kind, _, number = part.partition(" ")
    label = {
        "competency": reader.word("Competency"),
        "requirement": reader.word("Requirement"),
        "statement": reader.word("Statement"),
        "need": reader.word("Need"),
        "purpose": reader.word("Purpose"),
    }[kind]
    known = reader.catalogue.parts(entity, kind) if entity else ()
    title = next((reader.title(each).text for each in known if str(each.value.id) == number), "")
    return f"{label} {number}" + (f" ({title})" if title and kind in ("competency", "need") else "")


_LINES = {"instance": _of_instance, "gap": _of_gap}
