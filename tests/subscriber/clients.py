"""Programs of subscribers: a feed reader that knows what it has seen by identifier alone, as real ones do, and a calendar."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import feedparser
from icalendar import Calendar, Component

from .world import Heard

WORDS = {
    "NYT": "new",
    "FLYTTET": "moved",
    "AFLYST": "cancelled",
    "GENNEMFØRES ALLIGEVEL": "restored",
    "FULDT": "full",
    "LEDIGE PLADSER": "places",
    "NY FRIST": "deadline",
    "FRIST OM TO UGER": "soon",
    "ÆNDRET": "changed",
    "TRUKKET TILBAGE": "withdrawn",
    "TILBAGE IGEN": "returned",
}


@dataclass
class FeedReader:
    """Reads one feed now and then; `seen` are the entries by identifier, as they were when they were seen first."""

    path: str
    seen: dict[str, feedparser.FeedParserDict] = field(default_factory=dict)

    def fetch(self, files: Mapping[str, bytes]) -> list[Heard]:
        """Fetch the feed, and return what is new in it, oldest first."""
        found = feedparser.parse(files[self.path])
        assert found.bozo == 0, found.get("bozo_exception")
        fresh = [each for each in reversed(found.entries) if each.id not in self.seen]
        self.seen |= {each.id: each for each in fresh}
        return [heard(each) for each in fresh]


class JsonReader(FeedReader):
    """Reads JSON Feed."""

    def fetch(self, files: Mapping[str, bytes]) -> list[Heard]:
        """Fetch the feed, and return what is new in it, oldest first."""
        items = [feedparser.FeedParserDict(each) for each in json.loads(files[self.path])["items"]]
        fresh = [each for each in reversed(items) if each.id not in self.seen]
        self.seen |= {each.id: each for each in fresh}
        return [heard(each) for each in fresh]


@dataclass
class CalendarReader:
    """Reads one calendar now and then; of an event it believes nothing new that has no higher SEQUENCE (RFC 5546).

    `seen` are the events by UID, as they were when they were last believed.
    """

    path: str
    seen: dict[str, Component] = field(default_factory=dict)

    def fetch(self, files: Mapping[str, bytes]) -> list[str]:
        """Fetch the calendar, and return the UID of what has changed, once for each change there was."""
        changed = []
        events = {str(each["UID"]): each for each in Calendar.from_ical(files[self.path]).walk("VEVENT")}
        assert not self.seen.keys() - events.keys(), "what was called off must not vanish"
        for uid, event in events.items():
            before = self.seen.get(uid)
            steps = int(event["SEQUENCE"]) - (int(before["SEQUENCE"]) if before else -1)
            assert steps >= 0, "a calendar never goes back"
            assert steps > 0 or before is None or _facts(event) == _facts(before), (
                "a change that has no number"
            )
            changed += [uid] * steps
            self.seen[uid] = event
        return changed


def _facts(event: Component) -> list[bytes]:
    return [event[name].to_ical() for name in ("DTSTART", "DTEND", "LOCATION", "STATUS") if name in event]


def uid_of(ref: str) -> str:
    """Return the UID that a date of a course has for ever."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"tag:example.org,2026:{ref}"))


def uids(expected: Iterable[Heard]) -> list[str]:
    """Return the UID of each date that something happened to, once for each time."""
    return sorted(uid_of(each.of) for each in expected if each.of.startswith("instance:"))


def heard(entry: feedparser.FeedParserDict) -> Heard:
    """Return what an entry tells, as its title and its identifier say."""
    word = entry.title.partition(": ")[0]
    of = entry.id.partition(":da:")[2].partition("#")[0]
    return Heard(WORDS[word], of)
