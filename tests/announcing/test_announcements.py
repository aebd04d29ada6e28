"""What subscribers are told: in which feeds, and of which deadlines they are reminded."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kyndig.announcing import Announcement, Parts, announcements
from kyndig.announcing.names import feeds
from kyndig.catalogue import Catalogue
from kyndig.ledger import Ledger, Line

ZONE = "Europe/Copenhagen"
FACTS: dict[str, Any] = {
    "title": {"da": "Kursus"},
    "start": "2027-03-01",
    "status": "scheduled",
    "deadline": "2027-02-01",
    "feeds": ["profession/nurse", "region/mid"],
}


def at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time().replace(hour=12), UTC)


def told(*lines: tuple[str, str, dict[str, Any]], today: str = "2028-01-01") -> list[Announcement]:
    made = [Line.now("instance:a/1", at(day), what, says) for day, what, says in lines]
    found = announcements(Ledger.of(made), date.fromisoformat(today), ZONE, [("profession", "region")])
    return list(reversed(found))


def test_each_event_is_told_but_for_what_concerns_nobody() -> None:
    found = told(
        ("2026-12-01", "new", FACTS), ("2026-12-02", "corrected", {"digest": "x"}), today="2026-12-03"
    )
    assert [(each.what, each.key) for each in found] == [("new", "instance:a/1")]


def test_later_announcements_have_identifiers_of_their_own() -> None:
    found = told(("2026-12-01", "new", FACTS), ("2026-12-02", "full", {"status": "full"}), today="2026-12-03")
    assert found[1].key.startswith("instance:a/1#")
    assert len({each.key for each in found}) == 2


def test_who_followed_what_it_was_is_told_that_it_moves_away() -> None:
    new = ("2026-12-01", "new", FACTS)
    moved = ("2026-12-02", "moved", {"region": "north", "feeds": ["profession/nurse", "region/north"]})
    later = ("2026-12-03", "full", {"status": "full"})
    found = told(new, moved, later, today="2026-12-04")
    assert {"region/mid", "region/north", "profession/nurse/region/mid", "all", "courses"} <= found[1].feeds
    assert "region/mid" in found[1].feeds
    assert "region/mid" not in found[2].feeds


@pytest.mark.parametrize(
    ("lines", "reminded"),
    [
        ([("2026-12-01", "new", FACTS)], ["2027-01-18"]),
        ([("2027-01-20", "new", FACTS)], []),
        ([("2026-12-01", "new", FACTS), ("2027-01-10", "cancelled", {"status": "cancelled"})], []),
        ([("2026-12-01", "new", FACTS), ("2027-01-10", "full", {"status": "full"})], []),
        ([("2026-12-01", "new", FACTS), ("2027-01-10", "withdrawn", {})], []),
        (
            [("2026-12-01", "new", FACTS), ("2027-01-25", "cancelled", {"status": "cancelled"})],
            ["2027-01-18"],
        ),
        (
            [("2026-12-01", "new", FACTS), ("2027-01-25", "deadline", {"deadline": "2027-02-20"})],
            ["2027-01-18", "2027-02-06"],
        ),
        (
            [("2026-12-01", "new", FACTS), ("2027-01-05", "deadline", {"deadline": "2027-02-20"})],
            ["2027-02-06"],
        ),
        ([("2026-12-01", "new", FACTS), ("2027-01-02", "moved", {"start": "2027-03-03"})], ["2027-01-18"]),
    ],
)
def test_a_deadline_is_told_of_two_weeks_before(lines: list[Any], reminded: list[str]) -> None:
    """Once for each deadline that held then, and only to those who can still sign up."""
    found = [each for each in told(*lines) if each.what == "soon"]
    assert [each.at.date().isoformat() for each in found] == reminded
    assert len({each.key for each in found}) == len(found)


def test_nobody_is_reminded_before_the_day() -> None:
    words = [
        [each.what for each in told(("2026-12-01", "new", FACTS), today=day)]
        for day in ("2027-01-17", "2027-01-18")
    ]
    assert words == [["new"], ["new", "soon"]]


def test_pairs_beyond_the_limit_are_named_and_the_published_ones_stay() -> None:
    used = [
        ["topic/a/mode/online"],
        ["topic/b/mode/online"],
        ["topic/b/mode/online"],
        ["topic/c/mode/online"],
    ]
    published = Line.now("feed:topic/z/mode/online", at("2026-12-01"), "new", {})
    catalogue = Catalogue(("da",), {}, {}, {})
    found = feeds(catalogue, used, Ledger.of([published]), most=2)
    assert [name for name in found.names if name.count("/") == 3] == [
        "topic/b/mode/online",
        "topic/z/mode/online",
    ]
    assert found.cut == ("topic/a/mode/online", "topic/c/mode/online")


@pytest.mark.parametrize(
    ("name", "list_", "refs"),
    [
        ("all", "all", ()),
        ("topic/pain", "", ("topic:pain",)),
        ("organiser/usigt", "", ("organisation:usigt",)),
        ("courses/provider/usigt", "courses", ("organisation:usigt",)),
        ("profession/nurse/region/north", "", ("profession:nurse", "region:north")),
    ],
)
def test_a_name_says_what_a_feed_is_about(name: str, list_: str, refs: tuple[str, ...]) -> None:
    assert (Parts.of(name).list, Parts.of(name).refs) == (list_, refs)
