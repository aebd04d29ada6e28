"""The rules of RFC 5545 and RFC 7986, for every calendar of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vDuration

from kyndig.calendars.spans import span
from kyndig.calendars.words import sound
from kyndig.calendars.zones import SINCE, ZONES, zone

from .site import calendar, events

CALENDAR = ("VERSION", "PRODID", "CALSCALE", "METHOD")
FOLLOWED = (
    *("UID", "NAME", "DESCRIPTION", "X-WR-CALNAME", "X-WR-CALDESC", "LAST-MODIFIED", "REFRESH-INTERVAL"),
    *("X-PUBLISHED-TTL", "SOURCE", "URL", "COLOR"),
)
"""What only a calendar says that programs fetch again and again."""

EVENT = (
    *("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION"),
    *("URL", "CATEGORIES", "DTSTART", "TRANSP"),
)


def all_calendars(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.endswith(".ics")}


def test_there_are_calendars_for_what_has_dates_and_for_nothing_else(files: Mapping[str, bytes]) -> None:
    found = all_calendars(files)
    feeds = {path[9:-5] for path in files if path.startswith("da/feeds/") and path.endswith(".atom")}
    calendars = {path[13:-4] for path in found if path.startswith("da/calendars/")}
    single = {each for each in calendars if each.startswith(("events/", "deadlines/"))}
    assert calendars - single == {each.removeprefix("deadlines/") for each in single if each[0] == "d"}
    assert {"all", "courses", "topic/ultrasound", "course/cases", "mode/online"} <= calendars
    assert not {"positions", "curricula", "news", "gaps"} & calendars
    assert calendars - single < feeds
    assert {each.replace("da/", "nb/", 1) for each in found if each[:3] == "da/"} == {
        each for each in found if each[:3] == "nb/"
    }


def test_lines_end_and_fold_as_they_must(files: Mapping[str, bytes]) -> None:
    for path, data in all_calendars(files).items():
        lines = data.split(b"\r\n")
        assert lines.pop() == b"", path
        assert max(map(len, lines)) <= 75, path
        assert b"\n" not in b"".join(lines), path
        assert b"\r" not in b"".join(lines), path
        for each in lines:
            each.decode()


def test_a_calendar_says_what_it_must_and_each_thing_once(files: Mapping[str, bytes]) -> None:
    for path, data in all_calendars(files).items():
        found = calendar(data)
        single = "/events/" in path
        assert all(name in found for name in CALENDAR), path
        assert all((name in found) is not single for name in FOLLOWED), path
        unfolded = data.replace(b"\r\n ", b"").decode()
        head = unfolded.partition("BEGIN:VTIMEZONE")[0].partition("BEGIN:VEVENT")[0]
        names = re.findall(r"^([A-Z-]+)[:;]", head, re.MULTILINE)
        assert len(names) == len(set(names)), path
        if not single:
            assert str(found["SOURCE"]) == f"https://example.org/kurser/{path}"
            assert found["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
            assert found["SOURCE"].params["VALUE"] == "URI"
            assert found["NAME"] == found["X-WR-CALNAME"]
            assert vDuration.from_ical(str(found["X-PUBLISHED-TTL"])) == timedelta(hours=12)
            page = str(found["URL"]).removeprefix("https://example.org/kurser/")
            assert (page + "index.html" if page.endswith("/") else page) in files, path


def test_calendars_are_known_by_identifiers_of_their_own(files: Mapping[str, bytes]) -> None:
    found = [str(calendar(data).get("UID", path)) for path, data in all_calendars(files).items()]
    assert len(found) == len(set(found))


def test_an_event_says_what_it_must(files: Mapping[str, bytes]) -> None:
    for path, data in all_calendars(files).items():
        for each in events(data).values():
            assert all(name in each for name in EVENT), path
            assert type(each["DTSTART"].dt) is type(each.get("DTEND", each["DTSTART"]).dt)
            assert "DTEND" not in each or each["DTEND"].dt > each["DTSTART"].dt, path
            assert each["DTSTAMP"].dt == each["LAST-MODIFIED"].dt
            page = str(each["URL"]).removeprefix("https://example.org/kurser/").partition("#")[0]
            assert page in files, each["URL"]


def test_a_calendar_carries_the_zones_it_uses_and_no_others(files: Mapping[str, bytes]) -> None:
    for path, data in all_calendars(files).items():
        used = set(re.findall(rb"^DT(?:START|END);TZID=([^:]+):", data, re.MULTILINE))
        carried = re.findall(rb"^TZID:(.+)\r$", data, re.MULTILINE)
        if b"BEGIN:VEVENT" in data:
            assert used == set(carried), path
        else:
            assert carried == [b"Europe/Copenhagen"], path


def test_an_empty_calendar_has_a_component(files: Mapping[str, bytes]) -> None:
    empty = [data for data in all_calendars(files).values() if b"BEGIN:VEVENT" not in data]
    assert empty
    assert all(calendar(data).subcomponents for data in empty)


def test_who_follows_a_subject_is_not_busy_and_who_takes_one_date_is(files: Mapping[str, bytes]) -> None:
    for path, data in all_calendars(files).items():
        for each in events(data).values():
            assert each["TRANSP"] == ("OPAQUE" if "/events/" in path else "TRANSPARENT"), path


def test_the_library_writes_the_same_events_back(files: Mapping[str, bytes]) -> None:
    """What programs read and write again is what was said: nothing is lost, and nothing is read otherwise."""
    for path, data in all_calendars(files).items():
        again = Calendar.from_ical(calendar(data).to_ical())
        assert [_plain(each) for each in again.walk("VEVENT")] == [
            _plain(each) for each in calendar(data).walk("VEVENT")
        ], path


def _plain(event: Event) -> dict[str, bytes]:
    return {name: value.to_ical() for name, value in event.items()}


# Words --------------------------------------------------------------------------------------------------------

WORDS = st.text(
    st.one_of(st.sampled_from(",;:\\\n\"' æøåÆØÅé👩‍⚕️日nN"), st.characters(exclude_categories=("Cs", "Cc"))),
    max_size=300,
).filter(lambda words: not re.search("[\u2028\u2029]", words))


def written(words: str) -> bytes:
    made = Event()
    made.add("summary", sound(words))
    return bytes(made.to_ical())


@given(WORDS)
def test_words_come_back_as_they_were(words: str) -> None:
    assert str(Event.from_ical(written(words))["SUMMARY"]) == words


@given(WORDS)
def test_no_line_is_too_long_and_no_character_is_torn(words: str) -> None:
    for row in written(words).removesuffix(b"\r\n").split(b"\r\n"):
        assert len(row) <= 75
        row.decode()


@pytest.mark.parametrize(
    ("said", "read"), [("a\r\nb\rc", "a\nb\nc"), ("a\x00b\x1b", "ab"), ("a\u2028b", "a\nb")]
)
def test_what_a_line_cannot_hold_is_made_a_new_line_or_left_out(said: str, read: str) -> None:
    assert str(Event.from_ical(written(said))["SUMMARY"]) == read


# Times --------------------------------------------------------------------------------------------------------


def changes_of_the_clock(name: str, year: int) -> Iterator[tuple[datetime, timedelta | None]]:
    """Yield the hours of a year around which the database says that clocks change, and the distance to UTC."""
    here = ZoneInfo(name)
    at, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while at < end:
        before, after = (
            at.astimezone(here).utcoffset(),
            (at + timedelta(hours=1)).astimezone(here).utcoffset(),
        )
        if before != after:
            yield at, before
            yield at + timedelta(hours=1), after
        at += timedelta(hours=1)


@pytest.mark.parametrize("name", ZONES)
def test_the_rules_of_summer_time_are_those_of_the_database(name: str) -> None:
    """The day on which this fails is the day on which summer time is abolished: write the new rules then."""
    wrapped = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + zone(name) + b"END:VCALENDAR\r\n"
    ours = Calendar.from_ical(wrapped).timezones[0].to_tz(lookup_tzid=False)
    for year in (SINCE, 2007, 2026, 2027, 2028, 2036):
        changes = list(changes_of_the_clock(name, year))
        assert len(changes) == 4
        for at, distance in changes:
            local = (at + distance).replace(tzinfo=None) if distance else at
            assert distance is not None
            fold = int(local.replace(tzinfo=ZoneInfo(name)).utcoffset() != distance)
            if not fold:
                assert local.replace(tzinfo=ours).utcoffset() == distance, at


DAYS = st.dates(date(2026, 1, 1), date(2029, 1, 1))
TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1)).map(lambda at: at.replace(microsecond=0))


@given(st.one_of(DAYS, TIMES), st.one_of(st.none(), DAYS, TIMES))
def test_an_event_lasts_to_its_last_day_and_not_longer(
    start: date | datetime, end: date | datetime | None
) -> None:
    first, last = (each.date() if isinstance(each, datetime) else each for each in (start, end or start))
    if last < first or (isinstance(start, datetime) and isinstance(end, datetime) and end < start):
        return
    found = span(start, end)
    assert type(found.start) is type(found.end) or found.end is None
    assert found.end is None or found.end > found.start  # type: ignore[operator]
    assert (found.start.date() if isinstance(found.start, datetime) else found.start) == first
    assert last - found.last <= timedelta(days=1), "only what ends at midnight ends a day before"
    assert found.last <= last
