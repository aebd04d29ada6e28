"""Pages that come and go with what others say: years of a plan, organisations side by side, what a need is traced to."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from .site import Site, Stamp

PLAN = """lang: nb
title: Plan
lead: Hva som gjøres.
type: dissemination-plan
needs:
  "1": {title: Kurs, text: Flere trenger kurs., type: competence}
  "9": {title: Utstyr, text: Flere trenger utstyr., type: infrastructure}
channels:
  "1": {label: Kurs, type: courses}
activities:
  first: {title: Det første, channel: "1", type: course, when: 2026}
"""
POSITION = """---
lang: nb
title: Teknikk
lead: Hva selskapet mener.
organisation: society
type: policy-page
valid_to: 2026
sections:
  "1":
    title: Kurs
    parts:
      a:
        rationale: Teknikken endrer seg.
        statements:
          "1.1": {text: Flere kurs er bra., stance: supports, topics: [TOPIC], argues_for: [need:plan/9]}
---
"""
PLAN_FILE, POSITION_FILE = "content/needs/plan.yaml", "content/positions/society/technique.md"
YEAR = "nb/behov/plan/aar/{}.html"
TABLE = "nb/behov/plan/aar/{}.csv"
SIDES = "nb/emner/pain-0/standpunkter.html"
TRACED = "nb/standpunkter/fra-utsagn-til-behov/index.html"


@pytest.fixture
def site(ready: Path) -> Site:
    """Give a site with a plan and a second organisation, built once."""
    for name in ("here", "there", "kept"):
        shutil.rmtree(ready.with_name(name), ignore_errors=True)
    shutil.copytree(ready, ready.with_name("here"))
    site = Site(ready.with_name("here"))
    site.others |= {PLAN_FILE: PLAN.encode(), POSITION_FILE: POSITION.replace("TOPIC", "ultrasound").encode()}
    site.lay()
    site.build()
    return site


def _edit(site: Site, file: str, old: str, new: str) -> None:
    text = site.others[file].decode()
    assert old in text
    site.others[file] = text.replace(old, new).encode()
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote


def _page(site: Site, path: str) -> str:
    return (site.root / "output" / path).read_text("utf-8")


def _is_there(site: Site, path: str) -> bool:
    return (site.root / "output" / path).exists()


def test_a_year_comes_and_goes_with_its_activities(site: Site) -> None:
    assert _is_there(site, YEAR.format(2026))
    assert _is_there(site, TABLE.format(2026))
    _edit(site, PLAN_FILE, "when: 2026", "when: 2024")
    assert [year for year in (2024, 2026) if _is_there(site, YEAR.format(year))] == [2024]
    assert [year for year in (2024, 2026) if _is_there(site, TABLE.format(year))] == [2024]
    _edit(site, PLAN_FILE, "when: 2024}", "when: 2024, done: true}")
    assert "1 aktivitet ble gjennomført i 2024." in _page(site, YEAR.format(2024))
    assert "gjennomført" in _page(site, TABLE.format(2024))


def test_a_second_organisation_on_a_topic_brings_the_page_side_by_side(site: Site) -> None:
    assert not _is_there(site, SIDES)
    _edit(site, POSITION_FILE, "topics: [ultrasound]", "topics: [pain]")
    assert "Flere kurs er bra." in _page(site, SIDES)
    assert "standpunkter.html" in _page(site, "nb/emner/pain-0.html")
    site.entries["position:union/p"].body = 3
    site.lay(Stamp.KEPT)
    assert site.build_and_compare().wrote
    assert "mangler 3." in _page(site, SIDES)
    _edit(site, POSITION_FILE, "topics: [pain]", "topics: []")
    assert not _is_there(site, SIDES)
    assert "standpunkter.html" not in _page(site, "nb/emner/pain-0.html")


def test_what_meets_a_need_reaches_the_trace_and_the_statement(site: Site) -> None:
    statement = "nb/standpunkter/teknikk/1-1.html"
    for path in (TRACED, statement):
        assert "Ingenting på dette nettstedet dekker det" in _page(site, path)
    _edit(site, PLAN_FILE, "type: courses}", "type: courses, meets: [need:plan/9]}")
    for path in (TRACED, statement):
        assert "Noe dekker det" in _page(site, path)


def test_a_new_year_tells_that_a_document_is_expired(site: Site) -> None:
    assert "Utløpt" not in _page(site, TRACED)
    site.today = date(2027, 1, 1)
    assert site.build_and_compare().wrote
    assert "Utløpt, gjaldt til og med 2026" in _page(site, TRACED)
