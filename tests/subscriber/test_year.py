"""The year, step by step: thirty things that staff do, and after each a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kyndig.build import build
from kyndig.resources import theme_folder

from .clients import CalendarReader, FeedReader, JsonReader, uid_of, uids
from .world import SETTINGS, Heard, World

pytestmark = pytest.mark.xdist_group("year")
THEME = theme_folder("kyndig", Path())
KEPT: dict[str, dict] = {}

STEPS: tuple[tuple[str, Callable[[World], object]], ...] = (
    ("a second date", lambda it: it.add_date("clinic", "2027-09", date(2027, 9, 6))),
    ("moved", lambda it: it.move("clinic", "2027-05")),
    ("moved again", lambda it: it.move("clinic", "2027-05", 7, "Odense")),
    ("a spelling mistake", lambda it: it.correct("clinic")),
    ("cancelled", lambda it: it.set_status("clinic", "2027-05", "cancelled")),
    ("restored", lambda it: it.set_status("clinic", "2027-05", "scheduled")),
    ("translated", lambda it: it.translate("clinic")),
    ("renamed", lambda it: it.rename("clinic", "klinikken")),
    ("full", lambda it: it.set_status("clinic", "2027-05", "full")),
    ("places again", lambda it: it.set_status("clinic", "2027-05", "scheduled")),
    ("another course", lambda it: it.add_course("block")),
    ("its first date", lambda it: it.add_date("block", "2027-10", date(2027, 10, 4))),
    ("another deadline", lambda it: it.set_deadline("block", "2027-10", date(2027, 9, 1))),
    ("another title", lambda it: it.retitle("block", "Blokader for begyndere")),
    ("its translation", lambda it: it.translate("block")),
    ("the translation mended", lambda it: it.translate("block")),
    ("something required before", lambda it: it.require("block", "Kurset i klinikken.")),
    ("moved to another place", lambda it: it.move("block", "2027-10", 0, "Aarhus")),
    ("moved back", lambda it: it.move("block", "2027-10", 0, "Herlev")),
    ("deleted", lambda it: KEPT.update(it=it.delete_date("block", "2027-10"))),
    ("put back", lambda it: it.put_back("block", "2027-10", KEPT["it"])),
    ("renamed", lambda it: it.rename("block", "blokader")),
    ("renamed again", lambda it: it.rename("block", "blokader-2027")),
    ("moved while full", lambda it: it.set_status("clinic", "2027-09", "full")),
    ("moved after that", lambda it: it.move("clinic", "2027-09")),
    ("cancelled while full", lambda it: it.set_status("clinic", "2027-09", "cancelled")),
    ("a third course", lambda it: it.add_course("ward")),
    ("a date of it", lambda it: it.add_date("ward", "2027-11", date(2027, 11, 1))),
    ("nothing", lambda it: None),
    ("the third course deleted", lambda it: it.delete_course("ward", "Kurset holdes ikke mere.")),
)


def files_of(world: World) -> Mapping[str, bytes]:
    built = build(world.root, SETTINGS, world.today, THEME)
    assert not built.failed, [str(each) for each in built.diagnostics if each.severity == "error"]
    return built.files


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, list[Heard], Mapping[str, bytes]]]:
    """Return for each step its name, what must be heard of it, and the site after it."""
    world, found = World(tmp_path_factory.mktemp("year") / "site"), []
    world.begin()
    for name, step in (("the beginning", lambda it: None), *STEPS):
        before = len(world.expected) if found else 0
        step(world)
        world.settle()
        found.append((name, world.expected[before:], files_of(world)))
    for course in world.courses:
        world.rename(course, f"slut-{course}")
    world.settle()
    found.append(("every address is another", [], files_of(world)))
    return found


def test_there_are_thirty_steps() -> None:
    assert len(STEPS) == 30


@pytest.mark.parametrize("suffix", ["rss", "atom", "json"])
def test_each_change_is_heard_of_once(year, suffix: str) -> None:  # type: ignore[no-untyped-def]
    reader = (JsonReader if suffix == "json" else FeedReader)(f"da/feeds/courses.{suffix}")
    for name, expected, files in year:
        fresh = [each for each in reader.fetch(files) if each.of.partition(":")[2].startswith("year-")]
        assert sorted(fresh) == sorted(expected), name


def ours(found: list[str], expected: list[Heard]) -> list[str]:
    """Return what is about dates of this world; the base has a date of its own."""
    known = {uid_of(each.of) for each in expected}
    return sorted(each for each in found if each in known)


@pytest.mark.parametrize("pause", [1, 2, 3, 7, 31])
def test_a_calendar_learns_of_each_change_of_a_date_once(year, pause: int) -> None:  # type: ignore[no-untyped-def]
    reader, everything = (
        CalendarReader("da/calendars/all.ics"),
        [each for _, step, _ in year for each in step],
    )
    due: list[Heard] = []
    for number, (name, step, files) in enumerate(year):
        due += step
        if number % pause == 0 or number == len(year) - 1:
            assert ours(reader.fetch(files), everything) == uids(due), name
            due = []
    called_off = {str(each["SUMMARY"]).partition(":")[0] for each in reader.seen.values()}
    assert {"AFLYST", "TRUKKET TILBAGE"} < called_off


def test_a_calendar_never_loses_its_address(year) -> None:  # type: ignore[no-untyped-def]
    _, _, last = year[-1]
    for _, _, files in year:
        assert {path for path in files if path.endswith(".ics")} <= last.keys()


def test_every_calendar_has_the_same_event_for_the_same_date(year) -> None:  # type: ignore[no-untyped-def]
    _, _, last = year[-1]
    whole = CalendarReader("da/calendars/all.ics")
    whole.fetch(last)
    for path in (each for each in last if each.startswith("da/calendars/") and "/deadlines/" not in each):
        reader = CalendarReader(path)
        reader.fetch(last)
        for uid, event in reader.seen.items():
            assert event["SEQUENCE"] == whole.seen[uid]["SEQUENCE"], path
            assert event["DTSTART"] == whole.seen[uid]["DTSTART"], path


@pytest.mark.parametrize("pause", [2, 3, 7, 31])
def test_nothing_is_lost_when_builds_are_skipped(year, pause: int) -> None:  # type: ignore[no-untyped-def]
    reader, expected, got = FeedReader("da/feeds/all.atom"), [], []
    for number, (_, step, files) in enumerate(year):
        expected += step
        if number % pause == 0 or number == len(year) - 1:
            got += [each for each in reader.fetch(files) if ":year-" in each.of]
    assert sorted(got) == sorted(expected)


def test_nobody_is_told_because_addresses_changed(year) -> None:  # type: ignore[no-untyped-def]
    _, _, before = year[-2]
    _, _, after = year[-1]
    for path in (path for path in before if path.startswith("da/") and path.endswith(".atom")):
        reader = FeedReader(path)
        reader.fetch(before)
        assert set(reader.seen) >= {each.id for each in reader_entries(path, after)}


def test_old_addresses_lead_on(year) -> None:  # type: ignore[no-untyped-def]
    """A page that was published once answers for ever: it leads to where the same is now, or tells that it is gone."""
    pages = {
        path
        for _, _, files in year
        for path in files
        if path.startswith("da/kurser/") and path.endswith(".html")
    }
    _, _, last = year[-1]
    lost = {path for path in pages if path not in last and "/maaned/" not in path}
    assert lost == set()
    gone = last["da/kurser/kursus-ward.html"].decode()
    assert "Kurset holdes ikke mere." in gone
    assert 'name="robots" content="noindex"' in gone


def test_a_feed_never_loses_its_address(year) -> None:  # type: ignore[no-untyped-def]
    _, _, last = year[-1]
    for _, _, files in year:
        feeds = {path for path in files if "/feeds/" in path and not path.endswith(".html")}
        assert feeds <= last.keys()


def reader_entries(path: str, files: Mapping[str, bytes]) -> list:  # type: ignore[type-arg]
    reader = FeedReader(path)
    reader.fetch(files)
    return list(reader.seen.values())
