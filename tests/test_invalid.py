"""What is said of every fault: the whole report, word for word.

A case is one file in tests/invalid (something is wrong), tests/noticed (something is worth a question) or tests/cases
(nothing is wrong, though it may look so);
tests/site_cases.py explains the form. After a change of words, renew the reports, and read the difference:

    RENEW=1 python -m pytest tests/test_invalid.py && git diff tests
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from kyndig.cli import main
from kyndig.cli.exits import DONE, REFUSED
from kyndig.diagnostics import has_errors
from site_cases import CASES, DAY, SETTINGS, Case, Section


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_whole_report_is_as_the_case_says(path: Path, tmp_path: Path) -> None:
    case = Case.read(path)
    findings = case.findings(tmp_path)
    report = "".join(f"{each}\n" for each in findings)
    if os.environ.get("RENEW"):
        path.write_text(case.renewed(report), "utf-8")
    else:
        assert report == case.text("report")
    if path.parent.name != "invalid":
        assert not has_errors(findings)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_finding_stands_at_a_place_that_exists_and_errors_say_what_to_do(
    path: Path, tmp_path: Path
) -> None:
    for each in Case.read(path).findings(tmp_path):
        file = tmp_path / each.place.file
        if each.severity == "error":
            assert each.remedy, each
        if file.is_file() and not file.is_symlink():
            lines = file.read_bytes().splitlines() or [b""]
            assert 1 <= each.place.line <= len(lines) + 1, each  # the end of a file is a place too
            line = [*lines, b""][each.place.line - 1]
            assert 1 <= each.place.column <= len(line) + 1, each


@pytest.mark.parametrize(
    "path", [each for each in CASES if Case.read(each).text("exit")], ids=lambda path: path.stem
)
def test_the_command_ends_as_the_case_says(path: Path, tmp_path: Path) -> None:
    case = Case.read(path)
    case.lay_out(tmp_path)
    settings = tmp_path / "publishconf.py"
    settings.write_text(f"LANGUAGES = {SETTINGS.languages!r}\nSITEURL = {SETTINGS.siteurl!r}\n")
    result = CliRunner().invoke(main, ["check", "--settings", str(settings), "--date", DAY.isoformat()])
    assert result.exit_code == int(case.text("exit") or "")
    assert "Traceback" not in result.output


def test_exit_codes_are_those_of_the_documentation() -> None:
    assert (DONE, REFUSED) == (0, 1)


def test_a_case_is_written_as_it_was_read() -> None:
    for path in CASES:
        case = Case.read(path)
        assert case.renewed(case.text("report") or "") == path.read_text("utf-8")


def test_every_case_says_what_it_is_about() -> None:
    assert [path.name for path in CASES if not Case.read(path).about.strip()] == []


def test_a_renewed_case_keeps_its_sections() -> None:
    sections = (
        Section("base", "", ""),
        Section("content/pages/x.md", "crlf", "a\n"),
        Section("exit", "", "1\n"),
    )
    assert Case("About.\n", sections).renewed("said\n") == (
        "About.\n-- base --\n-- content/pages/x.md crlf --\na\n-- report --\nsaid\n-- exit --\n1\n"
    )
