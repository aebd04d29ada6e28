"""Gaps in coverage, and plans: told when they are found or change; what nobody knows is no gap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import pytest

from kyndig.build import check_site
from kyndig.recording import record
from kyndig.render import Press
from kyndig.resources import theme_folder
from site_cases import SETTINGS, TESTS, Case

PLAN = "content/needs/plan.yaml"
FOUND = "degree: none, target_groups: [patients]"
BEGIN = datetime(2026, 12, 1, 8, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    Case.read(TESTS / "cases" / "coverage.txt").lay_out(tmp_path)
    return tmp_path


def told(root: Path, days: int, name: str = "gaps") -> list[tuple[str, str]]:
    """Record, and return what the feed of gaps says: titles and texts, oldest first."""
    now = BEGIN + timedelta(days=days)
    assert not record(root, SETTINGS, now).faults
    checked = check_site(root, SETTINGS, today=now.date())
    press = Press.of(
        checked.catalogue, checked.site, checked.words, SETTINGS, now.date(), theme_folder("kyndig", root)
    )
    (part,) = (each for each in press.following() if each.name == f"feed nb {name}")
    read = feedparser.parse(part.make()[f"nb/feeds/{name}.atom"])
    assert read.bozo == 0
    return [(each.title, each.summary) for each in reversed(read.entries)]


def edit(root: Path, old: str, new: str) -> None:
    path = root / PLAN
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_gap_is_told_when_it_opens_closes_and_opens_again(root: Path) -> None:
    words = told(root, 0)
    assert [title for title, _ in words] == ["MANGLER: Utstyr"]
    assert "pasienter" in words[0][1].lower()
    assert told(root, 1) == words
    edit(root, FOUND, "degree: part, target_groups: [patients]")
    assert [title for title, _ in told(root, 2)] == ["MANGLER: Utstyr", "MANGLER IKKE LENGER: Utstyr"]
    edit(root, "degree: part, target_groups: [patients]", FOUND)
    assert [title for title, _ in told(root, 3)][-1] == "MANGLER: Utstyr"
    assert len(told(root, 4)) == 3


def test_what_is_merely_not_known_is_told_to_nobody(root: Path) -> None:
    edit(root, FOUND, "degree: planned, target_groups: [patients]")
    assert told(root, 0) == []


def test_who_follows_a_group_hears_of_its_gaps(root: Path) -> None:
    assert ("MANGLER: Utstyr") in [title for title, _ in told(root, 0, "target-group/patients")]


def test_a_plan_tells_which_needs_came_and_which_have_another_time(root: Path) -> None:
    """Each is named by its number, and by its name while there is such a need."""
    assert [title for title, _ in told(root, 0, "plans")] == ["NYTT: Plan"]
    edit(
        root, "horizon: [future]}\n", 'horizon: [now]}\n  "5": {title: Tid, text: Ha tid., type: capacity}\n'
    )
    title, text = told(root, 1, "plans")[-1]
    assert title == "ENDRET: Plan"
    assert "Lagt til: Behov 5 (Tid)." in text
    assert "Endret: Behov 4 (Rom)." in text
