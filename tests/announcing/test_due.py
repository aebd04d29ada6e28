"""What is due to be recorded: the right word, once, and nothing for what concerns nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kyndig.announcing import Due, Recorder, State
from kyndig.ledger import Ledger

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
FACTS: dict[str, Any] = {
    "title": {"da": "Kursus", "nb": "Kurs"},
    "lang": "da",
    "start": "2027-03-01T09:00:00",
    "end": "2027-03-02T15:00:00",
    "place": "Ry",
    "region": "mid",
    "mode": "onsite",
    "status": "scheduled",
    "deadline": "2027-02-01",
    "feeds": ["region/mid"],
}
STATE = State("instance:a/1", "instance", FACTS)


def due(
    *states: State, ledger: Ledger | None = None, hours: int = 0, minor: tuple[str, ...] = ()
) -> list[Due]:
    recorder = Recorder(ledger or Ledger(), NOW + timedelta(hours=hours), "example.org,2026", minor)
    return list(recorder.due(states))


def known(*states: State) -> Ledger:
    """Return a ledger to which states were recorded one after the other."""
    ledger = Ledger()
    for hours, state in enumerate(states):
        ledger = Ledger.of((*ledger.lines, *(each.line for each in due(state, ledger=ledger, hours=hours))))
    return ledger


def changed(**facts: Any) -> State:
    return replace(STATE, facts={name: each for name, each in {**FACTS, **facts}.items() if each is not None})


def test_something_new_is_announced_with_a_uid_that_stays() -> None:
    ledger = known(STATE, changed(place="Ribe"))
    history = ledger.histories["instance:a/1"]
    assert [each.line.what for each in history.events] == ["new", "moved"]
    assert len(history.uid) == 36
    elsewhere = Recorder(ledger, NOW, "another.example,2030").due([changed(place="Aarhus")])
    assert all("uid" not in each.line.says for each in elsewhere)


def test_what_is_the_same_is_not_due() -> None:
    assert due(STATE, ledger=known(STATE)) == []


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({"start": "2027-03-08T09:00:00"}, "moved"),
        ({"place": "Ribe"}, "moved"),
        ({"mode": "online"}, "moved"),
        ({"status": "moved", "place": "Ribe"}, "moved"),
        ({"status": "cancelled"}, "cancelled"),
        ({"status": "cancelled", "start": "2027-03-08"}, "cancelled"),
        ({"status": "full"}, "full"),
        ({"deadline": "2027-02-10"}, "deadline"),
        ({"deadline": None}, "deadline"),
        ({"opens": "2027-01-01"}, "deadline"),
        ({"place": "Ribe", "deadline": "2027-02-10"}, "moved"),
        ({"title": {"da": "Andet", "nb": "Annet"}}, "corrected"),
        ({"digest": "abc"}, "corrected"),
        ({"feeds": ["region/mid", "topic/pain"]}, "corrected"),
        ({"path": {"da": "da/x.html"}}, "corrected"),
    ],
)
def test_the_word_says_what_to_do(facts: dict[str, Any], word: str) -> None:
    """The name of a date is that of its course, which is announced by itself."""
    (found,) = due(changed(**facts), ledger=known(STATE))
    assert found.line.what == word


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("cancelled", "scheduled", "restored"),
        ("full", "scheduled", "places"),
        ("cancelled", "full", "restored"),
    ],
)
def test_what_is_taken_back_is_told(before: str, after: str, word: str) -> None:
    (found,) = due(changed(status=after), ledger=known(STATE, changed(status=before)))
    assert found.line.what == word


def test_a_place_that_is_named_at_last_is_no_move() -> None:
    (found,) = due(STATE, ledger=known(changed(place=None)))
    assert found.line.what == "changed"


def test_a_translation_of_a_title_concerns_nobody_and_a_new_title_does() -> None:
    course = State("course:a", "course", {"title": {"da": "Kursus"}, "lang": "da", "feeds": []})
    translated = replace(course, facts={**course.facts, "title": {"da": "Kursus", "nb": "Kurs"}})
    renamed = replace(course, facts={**course.facts, "title": {"da": "Hjælp"}})
    assert [each.line.what for each in due(translated, ledger=known(course))] == ["corrected"]
    assert [each.line.what for each in due(renamed, ledger=known(course))] == ["changed"]
    assert [each.line.what for each in due(renamed, ledger=known(course), minor=("course:a",))] == [
        "corrected"
    ]


def test_corrections_do_not_pile_up() -> None:
    """The ledger has one line for any number of corrections after each other, but keeps every former address."""
    ledger = known(STATE, changed(digest="a"))
    (found,) = due(changed(digest="b"), ledger=ledger, hours=5)
    assert found.instead == ledger.histories["instance:a/1"].events[-1].line
    moved = known(STATE, changed(path={"da": "da/x.html"}))
    (kept,) = due(changed(path={"da": "da/y.html"}), ledger=moved, hours=5)
    assert kept.instead is None


def test_what_is_gone_is_withdrawn_once_and_may_come_back() -> None:
    (gone,) = due(ledger=known(STATE))
    assert gone.line.what == "withdrawn"
    ledger = Ledger.of((*known(STATE).lines, gone.line))
    assert due(ledger=ledger, hours=1) == []
    (back,) = due(STATE, ledger=ledger, hours=1)
    assert (back.line.what, dict(back.line.says)) == ("returned", {})
    again = Ledger.of((*ledger.lines, back.line))
    assert again.histories["instance:a/1"].uid == ledger.histories["instance:a/1"].uid
    assert again.histories["instance:a/1"].sequence == 2


def test_what_is_past_ends_in_silence() -> None:
    (gone,) = due(ledger=known(STATE), hours=24 * 200)
    assert gone.line.what == "ended"


def test_what_an_author_has_dated_is_so_dated() -> None:
    announced, altered = NOW - timedelta(days=9), NOW - timedelta(days=2)
    state = replace(changed(status="cancelled"), announced=announced, altered=altered, earlier=FACTS)
    first, second = due(state)
    assert (first.line.what, first.line.at, first.dated) == ("new", announced, True)
    assert (second.line.what, second.line.at, second.dated) == ("cancelled", altered, True)
    assert dict(second.line.says) == {"status": "cancelled"}


def test_what_is_dated_in_the_future_is_announced_now() -> None:
    (found,) = due(replace(STATE, announced=NOW + timedelta(days=9)))
    assert (found.line.at, found.dated) == (NOW, False)


def test_gaps_open_close_and_open_again() -> None:
    gap = State(
        "gap:plan/1/profession/nurse", "gap", {"title": {"da": "Behov"}, "lang": "da", "degree": "none"}
    )
    ledger, words = Ledger(), []
    for hours, states in enumerate(((gap,), (gap,), (), (), (gap,))):
        found = due(*states, ledger=ledger, hours=hours)
        words += [each.line.what for each in found]
        ledger = Ledger.of((*ledger.lines, *(each.line for each in found)))
    assert words == ["opened", "closed", "opened"]
