"""Announcements: what subscribers are told, each once. Feeds, newsletters and texts for sharing are made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..ledger import Event, Facts, History, Ledger
from .following import KIND_FEEDS, expanded

SOON = timedelta(days=14)
"""How long before the last day to sign up subscribers are reminded of it."""

REMINDER = "soon"
"""What a reminder of a deadline is called; it stands in no ledger, for it follows from what does."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One thing that subscribers are told.

    `of` is the reference of what it is about; with `mark` it makes an identifier that is never used again: the first
    announcement of a thing has none. `what` is a word of the ledger, or `soon`; `at` a moment in UTC. `before` and
    `after` are the facts on either side, `feeds` the names of the feeds it belongs to.
    """

    of: str
    mark: str
    what: str
    at: datetime
    before: Facts
    after: Facts
    feeds: frozenset[str]

    @property
    def kind(self) -> str:
        """The kind of what it is about."""
        return self.of.partition(":")[0]

    @property
    def key(self) -> str:
        """What its identifiers end with."""
        return f"{self.of}#{self.mark}" if self.mark else self.of


def announcements(
    ledger: Ledger, today: date, timezone: str, pairs: Iterable[tuple[str, str]] = ()
) -> tuple[Announcement, ...]:
    """Return all that has been announced up to a day, newest first.

    `timezone` is that of the site, in which days are counted; `pairs` as for `expanded`.
    """
    joined = tuple(pairs)
    found = [each for history in ledger.histories.values() for each in _of(history, today, timezone, joined)]
    return tuple(sorted(found, key=lambda each: (each.at, each.key), reverse=True))


def _of(
    history: History, today: date, timezone: str, pairs: tuple[tuple[str, str], ...]
) -> Iterator[Announcement]:
    kind = history.of.partition(":")[0]
    if kind not in KIND_FEEDS:
        return
    for event in history.events:
        if not event.is_minor:
            mark = "" if event is history.events[0] else event.line.mark
            yield _announcement(event, mark, event.line.what, event.line.at, _feeds(kind, event, pairs))
    for event, at in _reminders(history, today, ZoneInfo(timezone)):
        mark = f"{REMINDER}-{event.after['deadline']}"
        yield _announcement(event, mark, REMINDER, at, expanded(kind, event.after.get("feeds", ()), pairs))


def _announcement(event: Event, mark: str, what: str, at: datetime, feeds: frozenset[str]) -> Announcement:
    return Announcement(event.line.of, mark, what, at, event.before, event.after, feeds)


def _feeds(kind: str, event: Event, pairs: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Return the feeds of an event; who followed what a thing concerned before it is told too.

    What is said of a curriculum, but for its first announcement, is in the feed of changes.
    """
    sides = [expanded(kind, each.get("feeds", ()), pairs) for each in (event.before, event.after) if each]
    if kind == "curriculum" and (event.before or event.after.get("after")):
        sides.append(frozenset({"curriculum-changes"}))
    return frozenset().union(*sides)


def _reminders(history: History, today: date, zone: ZoneInfo) -> Iterator[tuple[Event, datetime]]:
    """Yield each event whose deadline held two weeks before it and was known before that, and that moment.

    It follows from what is recorded, so that every build says the same; what is cancelled, full or gone needs no reminder.
    """
    ends = (*(each.line.at for each in history.events[1:]), datetime.max.replace(tzinfo=UTC))
    told = set()
    for event, until in zip(history.events, ends, strict=True):
        deadline = event.after.get("deadline")
        if not deadline or deadline in told or event.after.get("status") in ("cancelled", "full"):
            continue
        day = date.fromisoformat(deadline) - SOON
        at = datetime.combine(day, time(6), zone).astimezone(UTC)
        if day <= today and event.line.what not in ("withdrawn", "ended") and event.line.at < at < until:
            told.add(deadline)
            yield event, at
