"""The nastiest single cases of what the state machine tries at random."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from site_cases import CASES, Case

from . import hands
from .building import Disturbance
from .site import BASE, PLAN, Site, Stamp

KILLS = (5, 20, 80, 200, 400)
"""Uses of files before which a build is killed: reading, then writing."""


@pytest.fixture
def site(ready: Path) -> Site:
    """Give a site that has been built, and has a cache."""
    for name in ("here", "there", "kept"):
        shutil.rmtree(ready.with_name(name), ignore_errors=True)
    shutil.copytree(ready, ready.with_name("here"))
    site = Site(ready.with_name("here"))
    site.build()
    return site


def _page(site: Site, path: str = "da/kurser/emne-1-udgave-0.html") -> str:
    return (site.root / "output" / path).read_text("utf-8")


@pytest.mark.parametrize("stamp", Stamp)
def test_an_edit_that_leaves_the_size_is_seen_whatever_the_time_of_the_file(site: Site, stamp: Stamp) -> None:
    file = site.root / "content/courses/a.md"
    before = file.stat()
    site.entries["course:a"].body = 7
    site.lay(stamp)
    assert file.stat().st_size == before.st_size
    assert (file.stat().st_mtime_ns == before.st_mtime_ns) == (stamp in (Stamp.KEPT, Stamp.KEPT_AND_REPLACED))
    assert site.build_and_compare().wrote
    assert "Tekst om blokade 7." in _page(site)


def test_two_files_that_change_places_with_their_times_are_seen(site: Site) -> None:
    first, second = (site.root / f"content/courses/{name}.md" for name in "ab")
    os.utime(first, ns=(10**18, 10**18))
    os.utime(second, ns=(10**18, 10**18))
    site.build()
    first.rename(site.root / "aside")
    second.rename(first)
    (site.root / "aside").rename(second)
    entries = site.entries
    entries["course:a"], entries["course:b"] = entries["course:b"], entries["course:a"]
    site.build_and_compare()


def test_a_title_reaches_every_page_that_links_to_it(site: Site) -> None:
    site.entries["course:b"].title = 5
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote
    assert "emne-2-udgave-5.html" in _page(site)


CURRICULUM, COURSES = "content/curricula/introduction/2018-07.yaml", "content/courses/society.yaml"
NOTICED = "da/kilder/maalbeskrivelsen/bemaerket.html"


def test_what_is_found_in_a_source_reaches_its_page_and_leaves_it(site: Site) -> None:
    before = site.others[CURRICULUM]
    site.others[CURRICULUM] = before.replace(b"cards:\n", b'cards:\n  "6": {}\n', 1) + (
        b'requirements:\n  "1": {text: Kort 6 er godkendt., cards: ["6"]}\n'
    )
    site.lay()
    assert site.build_and_compare().wrote
    assert "Ubrugt kort" in _page(site, NOTICED)
    site.others[CURRICULUM] = before
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote
    assert "Ubrugt kort" not in _page(site, NOTICED)


def test_a_gap_in_one_file_is_closed_by_another(site: Site) -> None:
    site.others[COURSES] = b"source: {document: programme}\n" + site.others[COURSES]
    site.lay()
    assert site.build_and_compare().wrote
    assert "Kurser uden m\u00e5l" in _page(site, NOTICED)
    related = b"    relates: [course:seminar]\n    assessments:"
    site.others[CURRICULUM] = site.others[CURRICULUM].replace(b"    assessments:", related, 1)
    site.lay()
    assert site.build_and_compare().wrote
    assert "Kurser uden m\u00e5l" not in _page(site, NOTICED)


def test_what_a_course_meets_and_what_is_said_of_it_reaches_every_count(site: Site) -> None:
    coverage = "da/behov/daekning/index.html"
    linked = "{} har mindst ét tilbud, og 0 er vurderet som fuldt dækket"
    assert linked.format(1) in _page(site, coverage)
    site.entries["course:b"].fact = 1
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote
    assert linked.format(2) in _page(site, coverage)
    site.others[PLAN] = (
        site.others[PLAN].replace(b"degree: part", b"degree: none").replace(b'"1", d', b'"2", d')
    )
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote
    assert "Undersøgt, intet fundet: 1" in _page(site, coverage)
    table = (site.root / "output/da/behov/daekning/daekning.csv").read_text("utf-8")
    assert ",none,asserted,1,hul," in table


def test_a_fault_changes_nothing_and_its_repair_everything(site: Site) -> None:
    right = site.root / "content/courses/a.md"
    site.entries["course:a"].title = 3
    site.faults["content/courses/a.md"] = right.read_bytes() + b"\n[nowhere](course:nothing)\n"
    site.lay()
    assert not site.build_and_compare().wrote
    site.repair()
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote


def test_a_finding_that_stops_nothing_is_told_by_every_build(site: Site) -> None:
    site.entries["course:a"].translated = None
    site.lay()
    first = site.build_and_compare()
    assert first.wrote
    assert site.build_and_compare() == first


@pytest.mark.parametrize("use", KILLS)
def test_a_killed_build_is_made_good_by_the_next(site: Site, use: int) -> None:
    site.settings["SITENAME"] = "Liden"
    site.lay()
    site.build(Disturbance(use=use))
    assert site.build_and_compare().wrote


@pytest.mark.parametrize("use", KILLS)
def test_a_killed_build_leaves_nothing_of_an_edit_that_is_taken_back(site: Site, use: int) -> None:
    site.entries["course:b"].title = 8
    site.lay()
    site.build(Disturbance(use=use))
    site.entries["course:b"].title = 0
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote


@pytest.mark.parametrize("use", KILLS)
@pytest.mark.parametrize("stamp", [Stamp.NOW, Stamp.KEPT])
def test_what_is_saved_while_a_build_runs_is_seen_by_the_next(site: Site, use: int, stamp: Stamp) -> None:
    site.entries["course:a"].title = 4
    site.build(Disturbance(use=use, act=lambda: site.lay(stamp)))
    site.lay(stamp)
    assert site.build_and_compare().wrote


@pytest.mark.parametrize("how", sorted(hands.HARMS))
def test_a_cache_that_came_to_harm_is_thrown_away(site: Site, how: str) -> None:
    files = sum(each.is_file() for each in (site.root / "cache").rglob("*"))
    for which in range(max(files, 1)):
        hands.harm(site.root / "cache", which, how)
    site.entries["course:a"].title = 6
    site.lay()
    assert site.build_and_compare().wrote
    assert site.build_and_compare().wrote


@pytest.mark.parametrize("how", hands.PLAIN_HARMS)
def test_a_page_that_was_altered_by_hand_is_made_good(site: Site, how: str) -> None:
    for which in range(0, 120, 10):
        hands.harm(site.root / "output", which, how)
    assert site.build_and_compare().wrote


def test_a_cache_that_was_made_later_or_earlier_than_the_output_does_not_show(site: Site) -> None:
    hands.keep(site.root / "cache", site.root.with_name("kept"))
    site.entries["course:b"].title = 9
    site.lay()
    site.build()
    hands.put_back(site.root.with_name("kept"), site.root / "cache")
    assert site.build_and_compare().wrote
    shutil.rmtree(site.root / "output")
    assert site.build_and_compare().wrote


@pytest.mark.parametrize("way", ["moved", "copied", "copied with new times"])
def test_a_site_goes_on_in_another_folder(site: Site, way: str) -> None:
    site.move(way)
    assert site.build_and_compare().wrote
    site.entries["course:b"].title = 2
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote


def test_a_course_is_past_on_another_day(site: Site) -> None:
    site.today = date(2027, 2, 1)
    assert site.build_and_compare().wrote
    site.today = date(2026, 11, 22)
    assert site.build_and_compare().wrote


def test_versions_of_a_curriculum_that_come_change_and_take_over_are_seen(site: Site) -> None:
    folder = "content/curricula/introduction"
    case = Case.read(next(each for each in CASES if each.stem == "editions"))
    old = f"{folder}/2018-07.yaml"
    site.others[old] = (BASE / old).read_bytes()
    site.others |= {each.name: each.text.encode() for each in case.sections if each.name.startswith(folder)}
    site.lay()
    assert site.build_and_compare().wrote
    changes = "da/uddannelser/introduktion/udgaver/2018-07/2026.html"
    assert "Formentlig" in _page(site, changes)
    row = b'lang: da\nmatches:\n  - {version: "2026", kind: competency, was: "32", now: "2", same: yes}\n'
    site.others[f"{folder}/mapping.yaml"] = row
    site.lay()
    site.build_and_compare()
    assert "Formentlig" not in _page(site, changes)
    site.others[old] = site.others[old].replace(b"en perifer blokade.", b"en perifer nerveblokade.")
    site.lay(Stamp.KEPT)
    site.build_and_compare()
    assert "nerveblokade" in _page(site, changes)
    site.today = date(2027, 3, 1)
    site.build_and_compare()
    assert "v2026" in _page(site, "da/uddannelser/introduktion/2-perifer-blokade.html")


def test_what_is_recorded_reaches_pages_and_feeds(site: Site) -> None:
    """The ledger is read like any other file: a page that stays and one that leads on follow from it."""
    assert site.record()
    site.lay()
    assert site.build_and_compare().wrote
    old = "da/kurser/emne-2-udgave-0.html"
    assert (site.root / "output" / old).exists()
    site.entries["course:b"].title = 7
    site.lay()
    assert site.record()
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote
    assert (site.root / "output" / old).exists()


def test_a_moved_date_reaches_its_calendars_before_it_is_recorded_and_after(site: Site) -> None:
    path, calendar = "content/courses/b.md", "da/calendars/all.ics"
    site.lay()
    assert site.record()
    site.lay()
    assert site.build_and_compare().wrote
    moved = site.wanted()[path].replace(b"start: 2027-01-14", b"start: 2027-02-18")
    site.faults[path] = moved
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote
    assert "SUMMARY;LANGUAGE=da:FLYTTET: " in _page(site, calendar)
    assert "SEQUENCE:1" not in _page(site, calendar)
    assert site.record()
    site.lay()
    assert site.build_and_compare().wrote
    assert "SEQUENCE:1" in _page(site, calendar)
    site.today = date(2028, 2, 18)
    site.build_and_compare()
    assert "DTSTART;VALUE=DATE:20270218" in _page(site, calendar)
    site.today = date(2028, 2, 19)
    site.build_and_compare()
    assert "DTSTART;VALUE=DATE:20270218" not in _page(site, calendar)
    assert "DTSTART;VALUE=DATE:20270218" in _page(site, "da/calendars/events/b/2027-01-herlev.ics")
