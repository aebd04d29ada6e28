"""`kyndig record`: what it writes, what it says, and what builds make of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kyndig.cli import main
from kyndig.ledger import FILE
from kyndig.scaffold import init

COURSE = "content/courses/handover-course.md"


def run(*arguments: str, day: str = "2026-12-01") -> Result:
    return CliRunner().invoke(main, [*arguments, "--date", day])


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    init(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def edit(site: Path, old: str, new: str) -> None:
    path = site / COURSE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_is_recorded_is_recorded_once(site: Path) -> None:
    first = run("record")
    assert first.exit_code == 0
    assert "new  course:handover-course" in first.output
    text = (site / FILE).read_text("utf-8")
    assert "Nothing is new" in run("record", day="2026-12-02").output
    assert (site / FILE).read_text("utf-8") == text
    assert run("record", "--check", day="2027-09-01").exit_code == 0


def test_a_change_is_named_by_what_happened_and_where(site: Path) -> None:
    run("record")
    edit(site, "2027-02-10T09:00", "2027-02-09T09:00")
    check = run("record", "--check")
    assert check.exit_code == 1
    assert f"{COURSE}:" in check.output
    assert "instance:handover-course/2027-02-example-town is not recorded: moved" in check.output
    assert "run kyndig record" in check.output
    assert "moved  instance:handover-course/2027-02-example-town" in run("record").output
    assert run("record", "--check").exit_code == 0


def test_a_build_warns_of_what_is_not_recorded_and_writes_nothing_into_the_ledger(site: Path) -> None:
    before = (site / FILE).read_bytes()
    assert "notice ledger.none" in run("build", "--no-index").output
    assert (site / FILE).read_bytes() == before
    run("record")
    assert "ledger." not in run("build", "--no-index").output
    edit(site, "2027-02-10T09:00", "2027-02-09T09:00")
    recorded = (site / FILE).read_bytes()
    for command in (("build", "--no-index"), ("check",)):
        result = run(*command)
        assert result.exit_code == 0
        assert "warning ledger.unrecorded" in result.output
        assert "(moved)" in result.output
    assert (site / FILE).read_bytes() == recorded


def test_a_correction_is_told_to_nobody_where_a_person_says_so(site: Path) -> None:
    run("record")
    edit(site, "title: Handover between shifts (example)", "title: Handover between the shifts (example)")
    assert "changed  course:handover-course" in run("record", "--check").output.replace(
        "course:handover-course is not recorded: changed", "changed  course:handover-course"
    )
    assert "corrected  course:handover-course" in run("record", "--minor", "course:handover-course").output


def test_a_reference_that_nothing_has_is_refused_with_the_nearest(site: Path) -> None:
    run("record")
    result = run("record", "--minor", "course:handover-cuorse")
    assert result.exit_code == 1
    assert 'did you mean "course:handover-course"?' in result.output


def test_identifiers_are_not_made_of_the_name_of_this_machine(site: Path) -> None:
    settings = site / "publishconf.py"
    text = settings.read_text("utf-8").replace("FEED_DOMAIN", "# FEED_DOMAIN")
    settings.write_text(text, "utf-8")
    result = run("record")
    assert result.exit_code == 1
    assert "publishconf.py:6:1: error ledger.authority" in result.output


def test_content_in_error_is_not_recorded(site: Path) -> None:
    edit(site, "mode: onsite", "mode: onsit")
    before = (site / FILE).read_bytes()
    result = run("record")
    assert result.exit_code == 1
    assert "value.choice" in result.output
    assert (site / FILE).read_bytes() == before


def test_a_broken_ledger_stops_the_build_and_is_not_written_over(site: Path) -> None:
    with (site / FILE).open("a", encoding="utf-8") as file:
        file.write("<<<<<<< ours\n")
    for command in (("build", "--no-index"), ("record",)):
        result = run(*command)
        assert result.exit_code == 1
        assert "git could not merge the ledger here" in result.output
    assert (site / FILE).read_text("utf-8").endswith("<<<<<<< ours\n")


def test_identifiers_stay_when_the_site_moves_to_another_domain(site: Path) -> None:
    run("record")
    run("build", "--no-index")
    feed = site / "output" / "en" / "feeds" / "courses.atom"
    ids = [line for line in feed.read_text("utf-8").split("<") if line.startswith("id>tag:")]
    settings = site / "publishconf.py"
    text = settings.read_text("utf-8").replace("http://localhost:8000", "https://another.example")
    text = text.replace("example.org,2026", "another.example,2027")
    settings.write_text(text, "utf-8")
    assert run("build", "--no-index").exit_code == 0
    again = feed.read_text("utf-8")
    assert "https://another.example" in again
    assert [line for line in again.split("<") if line.startswith("id>tag:")] == ids


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_hook_records_and_takes_it_into_the_commit(site: Path) -> None:
    bin_ = site.parent / "bin"
    bin_.mkdir()
    (bin_ / "kyndig").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kyndig "$@"\n')
    (bin_ / "kyndig").chmod(0o755)
    (site / "hooks/pre-commit").chmod(0o755)
    environment = {**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}"}

    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        done = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    git("init", "-q", "-b", "main")
    git("config", "core.hooksPath", "hooks")
    git("add", "-A")
    git("commit", "-qm", "begin")
    assert "course:handover-course" in git("show", f"HEAD:{FILE}")
    edit(site, "2027-02-10T09:00", "2027-02-09T09:00")
    git("commit", "-qam", "move")
    assert git("show", "--stat", "--format=", "HEAD").count(FILE) == 1
    assert git("status", "--short", "--", "ledger") == ""
