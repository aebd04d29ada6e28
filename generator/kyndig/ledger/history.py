"""Histories: what has happened to each thing, put together from the lines of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ..reads import note
from .lines import Line
from .words import MINOR, TIMES

Facts = Mapping[str, Any]
"""What is known of a thing at one time: texts, numbers, lists and mappings of them, as JSON has them."""


def moment(text: str) -> date | datetime:
    """Return a day, or a day and time, from how the facts have it (ISO 8601)."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Event:
    """One line, with the facts before and after it; before the first there are none.

    `sequence` counts what was significant so far, from 0 (RFC 5545, section 3.8.7.4).
    """

    line: Line
    before: Facts
    after: Facts
    sequence: int

    @property
    def is_minor(self) -> bool:
        """Whether it concerns nobody but those who keep the site."""
        return self.line.what in MINOR


@dataclass(frozen=True, slots=True)
class History:
    """All that has happened to one thing, in order; there is one event at least."""

    of: str
    events: tuple[Event, ...]

    @property
    def now(self) -> Facts:
        """The facts as they were recorded last."""
        return self.events[-1].after

    @property
    def marks(self) -> tuple[str, ...]:
        """What tells whether anything was added or taken away."""
        return tuple(each.line.mark for each in self.events)

    @property
    def first(self) -> datetime:
        """When it was announced first."""
        return self.events[0].line.at

    @property
    def touched(self) -> datetime:
        """When anything happened last, were it a correction."""
        return max(each.line.at for each in self.events)

    @property
    def sequence(self) -> int:
        """How many significant changes there were since it was announced."""
        return self.events[-1].sequence

    @property
    def uid(self) -> str:
        """The UID in calendars (RFC 7986, section 5.3), or nothing for what has none."""
        return str(self.now.get("uid", ""))

    @property
    def gone(self) -> Event | None:
        """The event that took it away, or None where it is there."""
        ends = [each for each in self.events if each.line.what in ("withdrawn", "ended", "returned")]
        return ends[-1] if ends and ends[-1].line.what != "returned" else None

    @property
    def was(self) -> tuple[Facts, ...]:
        """Times and places that held before and hold no more, oldest first."""
        now, found = _times(self.now), []
        for each in self.events:
            times = _times(each.before)
            if each.line.what == "moved" and times != now and times not in found:
                found.append(times)
        return tuple(found)

    def paths(self, language: str) -> tuple[str, ...]:
        """Return the paths that its page has had in one language, the last one last."""
        found = [each.after.get("path", {}).get(language) for each in self.events]
        return tuple(dict.fromkeys(each for each in reversed(found) if each))[::-1]


def _times(facts: Facts) -> dict[str, Any]:
    return {name: facts[name] for name in TIMES if facts.get(name) is not None}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The histories of a site by reference; what is read of one is noted.

    `unsaid` has for dates of courses what is not recorded yet, one line each: calendars must not say another time than
    the page does.
    """

    histories: Mapping[str, History] = field(default_factory=dict)
    unsaid: Mapping[str, Line] = field(default_factory=dict)
    withdrawn: Mapping[str, tuple[History, ...]] = field(init=False, repr=False, compare=False)
    """What was withdrawn, by the reference of what it was part of: `instance:ID` for the dates of a course."""

    def __post_init__(self) -> None:
        """Index what was withdrawn."""
        found: dict[str, list[History]] = {}
        for of, each in self.histories.items():
            if "/" in of and each.gone is not None and each.gone.line.what == "withdrawn":
                found.setdefault(of.rpartition("/")[0], []).append(each)
        object.__setattr__(self, "withdrawn", {of: tuple(each) for of, each in found.items()})

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Ledger:
        """Put the histories together; what happened at once comes in the order of the lines."""
        grouped: dict[str, list[Line]] = {}
        for line in sorted(lines, key=lambda each: each.at):
            grouped.setdefault(line.of, []).append(line)
        return cls({of: History(of, tuple(_events(group))) for of, group in sorted(grouped.items())})

    def get(self, ref: str) -> History | None:
        """Return the history of a thing, or None where nothing was said of it."""
        note(f"~{ref}")
        return self.histories.get(ref)

    def not_yet(self, ref: str) -> Line | None:
        """Return what is not recorded yet of a date of a course, or None where all is."""
        note(f"~{ref}")
        return self.unsaid.get(ref)

    def withdrawn_of(self, owner: str) -> tuple[History, ...]:
        """Return what was withdrawn that was part of something: of `instance:ID` the dates of a course."""
        note(f"~{owner}/")
        return self.withdrawn.get(owner, ())

    def __iter__(self) -> Iterator[History]:
        note("~")
        for of in self.histories:
            note(f"~{of}")
        return iter(self.histories.values())

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, thing by thing."""
        return tuple(event.line for each in self.histories.values() for event in each.events)

    @property
    def authority(self) -> str:
        """Domain and year of the identifiers in feeds (RFC 4151), as they were first recorded; else nothing."""
        site = self.histories.get(SITE)
        return str(site.events[0].after.get("authority", "")) if site else ""


SITE = "site"
"""What the ledger says of the whole site stands under this name."""


def joined(before: Facts, says: Facts) -> Facts:
    """Return facts with what a line says: None takes one away."""
    return {name: each for name, each in {**before, **says}.items() if each is not None}


def _events(lines: Iterable[Line]) -> Iterator[Event]:
    before: Facts = {}
    sequence = -1
    for line in lines:
        after = joined(before, line.says)
        sequence += line.what not in MINOR
        yield Event(line, before, after, max(sequence, 0))
        before = after
