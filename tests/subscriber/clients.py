"""Programs of subscribers: a feed reader that knows what it has seen, as real ones do, by identifier alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import feedparser

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


def heard(entry: feedparser.FeedParserDict) -> Heard:
    """Return what an entry tells, as its title and its identifier say."""
    word = entry.title.partition(": ")[0]
    of = entry.id.partition(":da:")[2].partition("#")[0]
    return Heard(WORDS[word], of)
