"""Calendars from one build to the next: what changes is told, what ends goes, and nothing else is another."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Component

from kyndig.calendars.events import AFTER_CALLED_OFF, AFTER_THE_END

from .cases import SESSIONS
from .site import Small, as_icalendar_sees, events

COURSE = """\
---
lang: da
title: Blokader
lead: Lær det.
form: short-course
reach: national
topics: [ultrasound]
accepted:
  words: {code: translation.none, reason: Prøven er på dansk.}
instances:
  first:
    start: 2027-03-02T09:00
    end: 2027-03-02T15:00
    mode: onsite
    place: Herlev
    region: north
    languages: [da]
    deadline: 2027-02-01
---
Mere.
"""
DAY = date(2026, 12, 1)
ALL, CLOSING, SINGLE = (
    "da/calendars/course/blocks.ics",
    "da/calendars/deadlines/course/blocks.ics",
    "da/calendars/events/blocks/first.ics",
)
CALLED_OFF = "AFLYST: Blokader"


@pytest.fixture
def small(tmp_path: Path) -> Small:
    made = Small.at(tmp_path, blocks=COURSE)
    made.record(DAY)
    return made


def change(small: Small, day: date, *pairs: tuple[str, str], recorded: bool = True) -> None:
    """Change words in the course, and record that on a day."""
    path = small.root / "content/courses/blocks.md"
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    if recorded:
        small.record(day)


def only(small: Small, path: str, today: date = DAY) -> Component:
    """Return the event of a calendar that must have one."""
    (found,) = events(small.calendars(today)[path]).values()
    return found


def is_empty(small: Small, path: str, today: date) -> bool:
    return not events(small.calendars(today)[path])


def stamp(event: Component, name: str = "LAST-MODIFIED") -> str:
    return f"{event[name].dt:%Y-%m-%d}"


def test_two_builds_on_different_days_are_the_same_bytes(small: Small) -> None:
    one, other = small.calendars(DAY), small.calendars(DAY + timedelta(days=60))
    found = [path for path in one if path.endswith(".ics")]
    assert len(found) > 20
    assert {path: one[path] for path in found} == {path: other[path] for path in found}


def test_a_move_keeps_the_uid_and_raises_the_sequence(small: Small) -> None:
    before = only(small, ALL)
    change(small, date(2026, 12, 10), ("2027-03-02T", "2027-03-09T"))
    after = only(small, ALL)
    assert before["UID"] == after["UID"]
    assert (int(before["SEQUENCE"]), int(after["SEQUENCE"])) == (0, 1)
    assert (stamp(before), stamp(after), stamp(after, "CREATED")) == (
        "2026-12-01",
        "2026-12-10",
        "2026-12-01",
    )
    assert after["SUMMARY"] == "FLYTTET: Blokader"
    assert "Før: 2. marts 2027 kl. 9.00–15.00, Herlev" in after["DESCRIPTION"]


def test_a_correction_is_stamped_and_raises_nothing(small: Small) -> None:
    change(small, date(2026, 12, 10), ("lead: Lær det.", "lead: Lær det godt."))
    after = only(small, ALL)
    assert (int(after["SEQUENCE"]), stamp(after)) == (0, "2026-12-10")
    assert "Lær det godt." in after["DESCRIPTION"]


def test_who_follows_the_region_it_left_sees_where_it_went(small: Small) -> None:
    region = "da/calendars/region/{}.ics"
    change(small, date(2026, 12, 10), ("region: north", "region: south"), ("Herlev", "Aalborg"))
    files = small.calendars()
    for each in ("north", "south"):
        (found,) = events(files[region.format(each)]).values()
        assert (found["SUMMARY"], found["LOCATION"]) == ("FLYTTET: Blokader", "Aalborg")


def test_what_was_about_a_topic_by_mistake_leaves_it(small: Small) -> None:
    """A topic is no time and no place: giving a course another one is a correction."""
    change(small, date(2026, 12, 10), ("topics: [ultrasound]", "topics: [pain]"))
    files = small.calendars()
    assert not events(files["da/calendars/topic/ultrasound.ics"])
    assert events(files["da/calendars/topic/pain.ics"])


def test_a_cancelled_date_stays_for_thirty_days_after_it_would_have_ended(small: Small) -> None:
    change(small, date(2026, 12, 10), ("    place: Herlev", "    place: Herlev\n    status: cancelled"))
    last = date(2027, 3, 2) + AFTER_CALLED_OFF
    for path, day in ((ALL, last), (CLOSING, date(2027, 2, 1) + AFTER_CALLED_OFF)):
        kept = only(small, path, day)
        assert (kept["STATUS"], int(kept["SEQUENCE"])) == ("CANCELLED", 1)
        assert is_empty(small, path, day + timedelta(days=1))
    assert only(small, ALL, last)["SUMMARY"] == CALLED_OFF
    assert only(small, CLOSING)["SUMMARY"] == "FRIST, AFLYST: Blokader, 2. marts 2027, Herlev"


def test_a_restored_date_is_confirmed_again(small: Small) -> None:
    change(small, date(2026, 12, 10), ("    place: Herlev", "    place: Herlev\n    status: cancelled"))
    change(small, date(2026, 12, 12), ("\n    status: cancelled", ""))
    after = only(small, ALL)
    assert (after["SUMMARY"], after["STATUS"], int(after["SEQUENCE"])) == ("Blokader", "CONFIRMED", 2)


@pytest.mark.parametrize("whole", [True, False])
def test_a_deleted_date_stays_called_off(small: Small, whole: bool) -> None:
    uid = only(small, ALL)["UID"]
    if whole:
        small.delete("blocks")
    else:
        change(small, DAY, (COURSE[COURSE.index("instances:") : COURSE.rindex("---")], ""), recorded=False)
    small.record(date(2026, 12, 10))
    after = only(small, ALL, date(2026, 12, 11))
    assert (after["UID"], after["STATUS"], int(after["SEQUENCE"])) == (uid, "CANCELLED", 1)
    assert after["SUMMARY"] == "TRUKKET TILBAGE: Blokader"
    assert after["LOCATION"] == "Herlev"
    files = small.files(date(2026, 12, 11))
    assert str(after["URL"]).removeprefix("https://example.org/kurser/").partition("#")[0] in files
    assert [each["UID"] for each in events(files[SINGLE]).values()] == [uid]
    assert is_empty(small, ALL, date(2027, 3, 2) + AFTER_CALLED_OFF + timedelta(days=1))


def test_what_has_been_stays_for_a_year(small: Small) -> None:
    last = date(2027, 3, 2) + AFTER_THE_END
    assert not is_empty(small, ALL, last)
    assert is_empty(small, ALL, last + timedelta(days=1))
    assert only(small, SINGLE, last + timedelta(days=400)), "an address that was published stays"


def test_what_has_been_and_is_deleted_then_simply_goes(small: Small) -> None:
    small.delete("blocks")
    small.record(date(2027, 4, 1))
    assert is_empty(small, ALL, date(2027, 4, 2))
    assert only(small, SINGLE, date(2027, 4, 2)), "an address that was published stays"


def test_what_is_not_recorded_is_shown_as_it_is_and_counted_when_it_is_recorded(small: Small) -> None:
    change(small, DAY, ("2027-03-02T", "2027-03-09T"), recorded=False)
    before = only(small, ALL, date(2026, 12, 9))
    small.record(date(2026, 12, 10))
    after = only(small, ALL, date(2026, 12, 11))
    assert before["DTSTART"] == after["DTSTART"]
    assert before["SUMMARY"] == after["SUMMARY"] == "FLYTTET: Blokader"
    assert (int(before["SEQUENCE"]), int(after["SEQUENCE"])) == (0, 1)
    assert (stamp(before), stamp(after)) == ("2026-12-01", "2026-12-10")


def test_a_date_that_was_never_recorded_has_the_uid_that_it_will_have(tmp_path: Path) -> None:
    made = Small.at(tmp_path, blocks=COURSE)
    before = only(made, ALL)
    made.record(DAY)
    after = only(made, ALL)
    assert before["UID"] == after["UID"]
    assert (stamp(before), stamp(after)) == ("2000-01-01", "2026-12-01")


def test_another_deadline_is_told_in_the_calendar_of_deadlines(small: Small) -> None:
    before = only(small, CLOSING)
    change(small, date(2026, 12, 10), ("deadline: 2027-02-01", "deadline: 2027-02-08"))
    after = only(small, CLOSING)
    assert before["SUMMARY"] == "FRIST: Blokader, 2. marts 2027, Herlev"
    assert after["SUMMARY"] == "NY FRIST: Blokader, 2. marts 2027, Herlev"
    assert before["UID"] == after["UID"] != before["RELATED-TO"]
    assert after["RELATED-TO"] == only(small, ALL)["UID"]
    assert (after["DTSTART"].dt, after["DTEND"].dt) == (date(2027, 2, 8), date(2027, 2, 9))
    assert (int(before["SEQUENCE"]), int(after["SEQUENCE"])) == (0, 1)


def test_a_deadline_that_is_no_more_is_called_off(small: Small) -> None:
    change(small, date(2026, 12, 10), ("\n    deadline: 2027-02-01", ""))
    after = only(small, CLOSING)
    assert (after["STATUS"], after["DTSTART"].dt) == ("CANCELLED", date(2027, 2, 1))
    assert only(small, ALL)["STATUS"] == "CONFIRMED"


def test_a_full_date_says_so(small: Small) -> None:
    change(small, date(2026, 12, 10), ("    place: Herlev", "    place: Herlev\n    status: full"))
    change(small, date(2026, 12, 11), ("2027-03-02T", "2027-03-09T"))
    assert only(small, ALL)["SUMMARY"] == "FLYTTET, FULDT: Blokader"


# Meetings -----------------------------------------------------------------------------------------------------

PARTS = "da/calendars/course/parts.ics"


def test_each_meeting_is_an_event_of_its_own(tmp_path: Path) -> None:
    made = Small.at(tmp_path, parts=SESSIONS)
    seen = sorted(as_icalendar_sees(made.calendars()[PARTS]).values(), key=lambda each: each.start)
    assert [(each.summary, each.start, each.end, each.zone) for each in seen] == [
        ("Kursus i flere dele 1/3", "2027-03-09T09:00:00", "2027-03-09T15:00:00", "Europe/Copenhagen"),
        ("Kursus i flere dele 2/3", "2027-04-06T17:00:00", "2027-04-06T19:00:00", "Europe/Copenhagen"),
        ("Kursus i flere dele 3/3", "2027-05-20", "2027-05-21", ""),
    ]
    places = {
        str(each["SUMMARY"])[-3:]: str(each["LOCATION"]) for each in events(made.calendars()[PARTS]).values()
    }
    assert places == {"1/3": "Herlev", "2/3": "online", "3/3": "Odense"}
    (deadline,) = events(made.calendars()[PARTS.replace("course/", "deadlines/course/")]).values()
    assert deadline["SUMMARY"] == "FRIST: Kursus i flere dele, 9. marts 2027, Herlev"


def test_a_meeting_that_is_moved_keeps_its_uid_and_one_that_is_dropped_is_called_off(tmp_path: Path) -> None:
    made = Small.at(tmp_path, parts=SESSIONS)
    made.record(DAY)
    before = {each.start[:10]: uid for uid, each in as_icalendar_sees(made.calendars()[PARTS]).items()}
    text = SESSIONS.replace("2027-04-06T", "2027-04-13T").replace(
        "      exam: {start: 2027-05-20, place: Odense}\n", ""
    )
    made.write("parts", text)
    made.record(date(2026, 12, 10))
    seen = as_icalendar_sees(made.calendars()[PARTS])
    assert seen.keys() == set(before.values())
    moved, dropped = seen[before["2027-04-06"]], seen[before["2027-05-20"]]
    assert (moved.start, moved.status, moved.sequence) == ("2027-04-13T17:00:00", "CONFIRMED", 1)
    assert (dropped.start, dropped.status, dropped.sequence) == ("2027-05-20", "CANCELLED", 1)
    assert dropped.summary == "AFLYST: Kursus i flere dele"


def test_a_moved_meeting_is_told_in_the_feed(tmp_path: Path) -> None:
    made = Small.at(tmp_path, parts=SESSIONS)
    made.record(DAY)
    made.write("parts", SESSIONS.replace("2027-04-06T", "2027-04-13T"))
    made.record(date(2026, 12, 10))
    feed = made.files()["da/feeds/course/parts.rss"].decode()
    first = feed[feed.index("<item>") : feed.index("</item>")]
    assert re.search("<title>FLYTTET: Kursus i flere dele", first)
    assert "Kursusgang: 13. april 2027 kl. 17.00–19.00, online" in first
    assert "Kursusgang, før: 6. april 2027 kl. 17.00–19.00, online" in first
