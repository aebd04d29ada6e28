"""A notice names the places of both sides, in every form of the report."""

from __future__ import annotations

import json
from pathlib import Path

from kyndig.cli.report import as_github, as_json
from kyndig.diagnostics import Diagnostic, Place
from kyndig.order import Account
from site_cases import TESTS, Case

CURRICULUM = "content/curricula/introduction/2018-07.yaml"


def _told(name: str, code: str, folder: Path) -> Diagnostic:
    found = Case.read(TESTS / "noticed" / f"{name}.txt").findings(folder)
    return next(each for each in found if each.code == code)


def test_both_sides_of_every_case_are_named(tmp_path: Path) -> None:
    told = _told("list-and-logbook-assess", "assessment.lost", tmp_path)
    lines = (tmp_path / CURRICULUM).read_text("utf-8").splitlines()
    places = (told.place, *told.others)
    assert [lines[each.line - 1].split(":")[0].strip() for each in places] == ["assessments"] * 4
    assert {each.file for each in places} == {CURRICULUM}


def test_the_other_side_stands_in_text_json_and_annotations(tmp_path: Path) -> None:
    told = _told("list-and-logbook-word", "wording.differs", tmp_path)
    ends = ", ".join(f"{each.line}:{each.column}" for each in told.others)
    assert str(told).endswith(f"; see also {ends}")
    assert as_github(told).endswith(f"; see also {ends}")
    row = json.loads(as_json([told], Account()))["diagnostics"][0]
    assert row["others"] == [
        {"file": CURRICULUM, "line": each.line, "column": each.column} for each in told.others
    ]


def test_a_place_in_another_file_is_named_in_full() -> None:
    told = Diagnostic(
        Place("a.yaml", 2, 3), "x.y", "wrong", others=(Place("a.yaml", 4, 5), Place("b.yaml", 6, 7))
    )
    assert str(told) == "a.yaml:2:3: error x.y: wrong; see also 4:5, b.yaml:6:7"


def test_what_a_site_lacks_is_told_once_with_the_first_places(tmp_path: Path) -> None:
    case = Case.read(TESTS / "noticed" / "gaps.txt")
    case.lay_out(tmp_path)
    course = (tmp_path / "content/courses/blocks.md").read_text("utf-8")
    for number in range(20):
        (tmp_path / f"content/courses/blocks-{number}.md").write_text(
            course.replace("Blokadekursus", f"Blokadekursus {number}"), "utf-8"
        )
    told = [each for each in case.findings(tmp_path) if each.code == "gap.course"]
    assert len(told) == 1
    assert "and 14 more:" in told[0].message
    assert len(told[0].others) == 6


def test_where_something_is_in_error_nothing_is_asked(tmp_path: Path) -> None:
    case = Case.read(TESTS / "noticed" / "gaps.txt")
    case.lay_out(tmp_path)
    (tmp_path / "content/pages/wrong.md").write_text("---\nlang: da\n---\n", "utf-8")
    assert {each.severity for each in case.findings(tmp_path)} == {"error"}
