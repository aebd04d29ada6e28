"""Dates of courses as calendars have them: what was recorded of each, and which calendars it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from ..ledger import Facts, History, Ledger, Line, joined
from .following import expanded

NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""The stamp of what is not recorded yet: never the time of the build, or every build would say that all had changed."""

_KIND = "instance"


@dataclass(frozen=True, slots=True)
class CourseDate:
    """A date of a course, now or formerly.

    `gone` is `withdrawn` or `ended` where the site has it no more, else empty. `first` is when it was announced, `touched`
    when anything of it or its course was changed last, both `NEVER` where it is not recorded; `sequence` counts
    significant changes (RFC 5545, section 3.8.7.4). `was` has the times and places that held before, oldest first,
    `dropped` the meetings that were called off while others stayed, by id, `before` the last day to sign up that held
    before, or nothing.
    """

    of: str
    uid: str
    facts: Facts
    gone: str
    first: datetime
    touched: datetime
    sequence: int
    was: tuple[Facts, ...]
    dropped: Mapping[str, Facts]
    before: str

    @property
    def is_off(self) -> bool:
        """Whether it will not be held."""
        return self.gone == "withdrawn" or self.facts.get("status") == "cancelled"


def course_date(ledger: Ledger, ref: str) -> CourseDate:
    """Return a date of a course: what was recorded of it, and with that what is not recorded yet.

    The facts are those of the content where the site has it, for nobody may be led to the wrong place because a line is
    missing; stamps and numbers are those of the ledger, which rise when the change is recorded.
    """
    history, unsaid = ledger.get(ref), ledger.not_yet(ref)
    recorded = history.now if history else {}
    facts = joined(recorded, unsaid.says) if unsaid else recorded
    former = [*(history.was if history else ()), *([recorded] if unsaid and unsaid.what == "moved" else ())]
    return CourseDate(
        ref,
        str(facts.get("uid", "")),
        facts,
        _gone(history, unsaid),
        history.first if history else NEVER,
        _touched(ledger, history, facts),
        history.sequence if history else 0,
        tuple(former),
        _dropped(history, facts),
        _deadline_before(history, facts),
    )


def _touched(ledger: Ledger, history: History | None, facts: Facts) -> datetime:
    """Return when a date, or the course it is a date of, was changed last: its description tells of both."""
    course = ledger.get(str(facts.get("course", "")))
    return max(each.touched for each in (history, course) if each) if history else NEVER


def _gone(history: History | None, unsaid: Line | None) -> str:
    if unsaid is not None and unsaid.what in ("withdrawn", "ended", "returned"):
        return "" if unsaid.what == "returned" else unsaid.what
    return history.gone.line.what if history and history.gone else ""


def _dropped(history: History | None, facts: Facts) -> Mapping[str, Facts]:
    """Return the meetings that subscribers know and that are no more; where none is left, the date has another form."""
    found: dict[str, Facts] = {}
    for before in _before(history) if facts.get("sessions") else ():
        found |= before.get("sessions", {})
    return {name: each for name, each in found.items() if name not in facts["sessions"]}


def _deadline_before(history: History | None, facts: Facts) -> str:
    known = [str(each.get("deadline", "")) for each in _before(history)]
    return next((each for each in reversed(known) if each not in ("", facts.get("deadline"))), "")


def _before(history: History | None) -> Iterator[Facts]:
    """Yield what subscribers were told before each change that they were told of; a mended slip is none."""
    yield from (each.before for each in (history.events if history else ()) if not each.is_minor)


def dates_by_feed(
    ledger: Ledger, names: Iterable[str], pairs: Iterable[tuple[str, str]] = (), since: date = date.min
) -> dict[str, tuple[str, ...]]:
    """Return for each name of a feed the references of the dates of courses that its calendar has, sorted.

    `pairs` as for `expanded`; what ended before `since` is in none. A calendar has what its feed is about now, and what
    was about it before a change that subscribers are told of: who follows a region must see that the course has moved
    to another. What is past and was then taken away is in none.
    """
    found: dict[str, list[str]] = {name: [] for name in names}
    joint = tuple(pairs)
    of = cache(lambda feeds: expanded(_KIND, feeds, joint))
    for ref in sorted(all_dates(ledger)):
        history, unsaid = ledger.histories.get(ref), ledger.unsaid.get(ref)
        now = joined(history.now if history else {}, unsaid.says if unsaid else {})
        if (
            _gone(history, unsaid) != "ended"
            and str(now.get("end") or now["start"])[:10] >= since.isoformat()
        ):
            for name in _feeds(history, now, of) & found.keys():
                found[name].append(ref)
    return {name: tuple(refs) for name, refs in found.items()}


def all_dates(ledger: Ledger) -> set[str]:
    """Return the references of all dates of courses that there are or were."""
    return {ref for ref in (*ledger.histories, *ledger.unsaid) if ref.startswith(f"{_KIND}:")}


def _feeds(
    history: History | None, now: Facts, of: Callable[[tuple[str, ...]], frozenset[str]]
) -> frozenset[str]:
    found = set(of(tuple(now.get("feeds", ()))))
    for event in history.events if history else ():
        before, after = (tuple(each.get("feeds", ())) for each in (event.before, event.after))
        if before != after and event.before and not event.is_minor:
            found |= of(before) - of(after)
    return frozenset(found)
