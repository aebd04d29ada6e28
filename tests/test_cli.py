"""The command line: what it says, and the code it ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kyndig.cli import main
from kyndig.publish import locked
from kyndig.scaffold import init

DAY = ["--date", "2026-11-22"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    init(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    monkeypatch.delenv("KYNDIG_PREVIEW", raising=False)
    return tmp_path / "site"


def spoil(site: Path) -> Path:
    page = next((site / "content" / "pages").glob("*.md"))
    page.write_text(page.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    return page


def test_building_ends_by_saying_what_was_built_and_how_to_see_it(site: Path) -> None:
    result = run("build", *DAY)
    assert result.exit_code == 0, result.output
    assert "0 refused" in result.output
    assert result.output.rstrip().endswith("kyndig serve")
    assert (site / "output" / "index.html").is_file()


def test_the_way_to_see_it_is_the_one_that_works_where_it_was_built(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make site` has no kyndig on the path, so it names `make serve`."""
    monkeypatch.setenv("KYNDIG_PREVIEW", "make serve")
    assert run("build", *DAY).output.rstrip().endswith("make serve")


def test_building_again_changes_nothing(site: Path) -> None:
    run("build", *DAY)
    result = run("build", *DAY)
    assert "(0 changed," in result.output


def test_a_build_says_where_its_time_went(site: Path) -> None:
    first = run("build", "--profile", "--no-index", *DAY).output
    assert all(
        each in first for each in ("read", "route", "pages", "write", "slowest files", "da/index.html")
    )
    again = run("build", "--profile", "--no-index", *DAY).output
    assert "compare" in again
    assert "pages  " not in again, "nothing but the comparison was done"


def test_what_is_kept_between_builds_is_found_again_or_left_aside(site: Path) -> None:
    run("build", "--no-index", *DAY)
    assert (site / "cache" / "kyndig-cache").is_file()
    assert " pages  " in run("build", "--profile", "--no-index", "--ignore-cache", *DAY).output
    (site / "cache" / "kyndig-cache").write_bytes(b"nothing of the kind")
    result = run("build", "--no-index", *DAY)
    assert result.exit_code == 0, result.output
    assert "(0 changed," in result.output


def test_a_site_can_be_built_without_its_search_index(site: Path) -> None:
    run("build", "--no-index", *DAY)
    assert not (site / "output" / "search").exists()
    run("build", *DAY)
    assert any((site / "output" / "search").rglob("*.pf_index"))
    run("build", "--no-index", *DAY)
    assert not (site / "output" / "search").exists()


def test_quiet_says_nothing_when_all_is_well(site: Path) -> None:
    result = run("build", "-q", *DAY)
    assert (result.exit_code, result.output) == (0, "")


def test_a_fault_in_the_content_ends_with_1_and_leaves_the_site_as_it_was(site: Path) -> None:
    run("build", *DAY)
    before = {path: path.read_bytes() for path in (site / "output").rglob("*.html")}
    spoil(site)
    result = run("build", "-q", *DAY)
    assert result.exit_code == 1
    assert 'did you mean "title"?' in result.output
    assert {path: path.read_bytes() for path in (site / "output").rglob("*.html")} == before


def test_a_page_that_is_deleted_is_gone_from_the_site(site: Path) -> None:
    run("build", *DAY)
    for path in (site / "content" / "news").glob("*.md"):
        path.unlink()
    result = run("build", *DAY)
    assert result.exit_code == 0, result.output
    assert not [path for path in (site / "output" / "da").rglob("*.html") if "nyt/20" in path.as_posix()]


def test_check_reports_as_text_json_and_annotations(site: Path) -> None:
    file = spoil(site).relative_to(site).as_posix()
    assert f"{file}:" in run("check").output
    report = json.loads(run("check", "--format", "json").output)
    assert {each["code"] for each in report["diagnostics"]} >= {"key.unknown"}
    assert report["files"]["refused"] == 1
    assert f"::error file={file},line=" in run("check", "--format", "github").output


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_ends_with_1_whatever_the_form(site: Path, form: str) -> None:
    spoil(site)
    assert run("check", "--format", form).exit_code == 1
    assert run("check", "--quiet", "--format", form).exit_code == 1


def test_a_missing_settings_file_ends_with_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert result.exit_code == 2
    assert "publishconf.py" in result.output


def test_a_misspelt_setting_ends_with_2(site: Path) -> None:
    settings = site / "publishconf.py"
    settings.write_text(settings.read_text("utf-8") + '\nSITNAME = "x"\n', "utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert 'did you mean "SITENAME"?' in result.output


def test_a_bad_date_ends_with_2(site: Path) -> None:
    result = run("build", "--date", "22.11.2026")
    assert result.exit_code == 2
    assert "2026-11-22" in result.output


def test_the_date_comes_from_source_date_epoch(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    run("build", "-q")
    front = (site / "output" / "en" / "index.html").read_text("utf-8")
    assert "22 November 2026" in front
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert run("build", "-q").exit_code == 2


def test_a_second_build_ends_with_75(site: Path) -> None:
    with locked(site / "output"):
        result = run("build", *DAY)
    assert result.exit_code == 75
    assert "Another build" in result.output


def test_an_output_folder_that_is_a_file_ends_with_74(site: Path) -> None:
    (site / "output").write_text("in the way", "utf-8")
    assert run("build", *DAY).exit_code == 74


def test_our_own_fault_ends_with_70_and_a_traceback(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that does not exist is no author's fault."""
    (site / "themes" / "own" / "templates").mkdir(parents=True)
    (site / "themes" / "own" / "static").mkdir()
    for name in ("kyndig.css", "kyndig.svg"):
        (site / "themes" / "own" / "static" / name).write_text("", "utf-8")
    settings = site / "publishconf.py"
    settings.write_text(settings.read_text("utf-8") + '\nTHEME = "themes/own"\n', "utf-8")
    result = run("build", *DAY)
    assert result.exit_code == 70
    assert "TemplateNotFound" in result.output


def test_init_refuses_a_folder_that_is_in_use(site: Path) -> None:
    result = run("init", str(site))
    assert result.exit_code == 2
    assert "is there already" in result.output


def test_every_command_shows_an_example_in_its_help() -> None:
    for command in ("build", "check", "serve", "init"):
        assert f"kyndig {command}" in run(command, "--help").output


def test_it_runs_as_a_module() -> None:
    root = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root / "generator")}
    done = subprocess.run(
        [sys.executable, "-m", "kyndig", "--version"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert done.stdout.startswith("kyndig, version ")
