"""What three programs that others wrote make of the cases: icalendar, ical.js (Thunderbird) and khal."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from ..browser import tools
from .cases import CASES, TWICE, Case
from .site import as_ical_js_sees, as_icalendar_sees, as_khal_sees, events

PATH = "da/calendars/course/cases.ics"
TITLE = "Ultralyd, blokader; og mere: æøå 👩‍⚕️"


@pytest.fixture(scope="module")
def by_name(files: Mapping[str, bytes]) -> dict[str, str]:
    """The UID of each case, by its name, which stands in the address of its page."""
    return {str(each["URL"]).partition("#i-")[2]: uid for uid, each in events(files[PATH]).items()}


@pytest.fixture(scope="module")
def in_ical_js(
    files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, str]]:
    if shutil.which("node") is None:
        tools.missing("node", "apt-get install nodejs")
    module = tools.module("ical.js/dist/ical.js")
    return as_ical_js_sees(module, files[PATH], tmp_path_factory.mktemp("ical-js"))


@pytest.fixture(scope="module")
def in_khal(
    files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, str]]:
    if shutil.which("khal") is None:
        tools.missing("khal", "apt-get install khal")
    rows = as_khal_sees(files[PATH], tmp_path_factory.mktemp("khal"))
    assert len(rows) == len(CASES) + 1
    return {row["uid"]: row for row in rows}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_icalendar_reads_it(files: Mapping[str, bytes], by_name: dict[str, str], case: Case) -> None:
    seen = as_icalendar_sees(files[PATH])[by_name[case.name]]
    assert (seen.start, seen.end) == (case.start, case.end)
    assert seen.zone == ("" if case.is_days else case.zone)
    assert (seen.summary, seen.status, seen.sequence) == (TITLE, "CONFIRMED", 0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_ical_js_reads_it(in_ical_js: dict[str, dict[str, str]], by_name: dict[str, str], case: Case) -> None:
    seen = in_ical_js[by_name[case.name]]
    assert (seen["start"], seen["end"]) == (case.start, case.end)
    assert seen["zone"] == ("" if case.is_days else case.zone)
    assert seen["utc"] == case.starts_at
    assert (seen["summary"], seen["status"], seen["location"]) == (TITLE, "CONFIRMED", "online")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_khal_reads_it(in_khal: dict[str, dict[str, str]], by_name: dict[str, str], case: Case) -> None:
    seen = in_khal[by_name[case.name]]
    if case.is_days:
        last = date.fromisoformat(case.end) - timedelta(days=1)
        assert (seen["start-long-full"][:10], seen["end-long-full"][:10]) == (case.start, last.isoformat())
    else:
        assert seen["start-long-full"] == case.start[:16]
        if case.end:
            assert seen["end-long-full"] == case.end[:16]
    assert seen["title"] == TITLE
    assert seen["status"] == "CONFIRMED "
    assert seen["location"] == "online"


def test_an_hour_that_comes_twice_is_written_so_that_all_take_the_first(
    files: Mapping[str, bytes],
    by_name: dict[str, str],
    in_ical_js: dict[str, dict[str, str]],
    in_khal: dict[str, dict[str, str]],
) -> None:
    """By the zone the first would be meant (RFC 5545, section 3.3.5), but ical.js takes the second."""
    uid = by_name[TWICE]
    assert events(files[PATH])[uid]["DTSTART"].to_ical() == b"20271031T003000Z"
    assert events(files[PATH])[uid]["DTEND"].to_ical() == b"20271031T040000"
    assert in_ical_js[uid]["start"] == "2027-10-31T00:30:00Z"
    assert in_khal[uid]["start-long-full"] == "2027-10-31T02:30"


def test_ical_js_and_icalendar_read_the_same_words(
    files: Mapping[str, bytes], in_ical_js: dict[str, dict[str, str]]
) -> None:
    ours = {uid: str(each["DESCRIPTION"]) for uid, each in events(files[PATH]).items()}
    assert ours == {uid: each["description"] for uid, each in in_ical_js.items()}
    assert all("Først, dernæst; \\ til sidst." in each for each in ours.values())


def test_every_calendar_is_read_by_ical_js(files: Mapping[str, bytes], tmp_path: Path) -> None:
    if shutil.which("node") is None:
        tools.missing("node", "apt-get install nodejs")
    module = tools.module("ical.js/dist/ical.js")
    for path in (
        "da/calendars/all.ics",
        "nb/calendars/deadlines/courses.ics",
        "da/calendars/mode/onsite.ics",
    ):
        found = as_ical_js_sees(module, files[path], tmp_path)
        assert found.keys() == events(files[path]).keys(), path
