"""The lines of the ledger: read, written, sorted, and kept by git when branches meet."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyndig.ledger import FILE, Ledger, Line, read, read_ledger, text_of, written

AT = datetime(2026, 11, 22, 11, tzinfo=UTC)
FACTS = st.dictionaries(st.text(min_size=1), st.none() | st.text() | st.integers() | st.lists(st.text()))


def line(of: str, hours: int, what: str, **says: object) -> Line:
    return Line.now(of, AT + timedelta(hours=hours), what, says)


@given(FACTS)
def test_what_is_written_is_read(facts: dict[str, object]) -> None:
    """Whatever stands in the facts, a line stays one line and says the same."""
    wrote = Line.now("course:a", AT, "new", facts)
    lines, faults = read(text_of([wrote]), FILE)
    assert (lines, faults) == ((wrote,), ())


def test_lines_are_sorted_and_stand_once() -> None:
    first, second, other = (
        line("course:b", 0, "new"),
        line("course:b", 1, "changed"),
        line("course:a", 9, "new"),
    )
    text = text_of([second, other, first, other])
    assert [each.split()[0] for each in text.splitlines()[2:]] == ["course:a", "course:b", "course:b"]
    assert read(text, FILE)[0] == (other, first, second)


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("<<<<<<< HEAD", 1, "git could not merge"),
        ("course:a 2026-11-22", 1, "no line of the ledger"),
        ("course:a 2026-11-22T11:00:00Z movd abc {}", 31, 'nothing is called "movd"'),
        ("course:a 2026-11-22 moved abc {}", 10, "is no moment"),
        ('course:a 2026-11-22T11:00:00Z moved abc {"a": }', 47, "not JSON"),
    ],
)
def test_a_broken_line_is_named_with_its_place(row: str, column: int, message: str) -> None:
    _, (fault,) = read(f"# head\n\n{row}\n", FILE)
    assert (fault.place.file, fault.place.line, fault.place.column) == (FILE, 3, column)
    assert message in fault.message
    assert fault.remedy


def test_a_word_that_is_nearly_right_is_known() -> None:
    _, (fault,) = read("course:a 2026-11-22T11:00:00Z movd abc {}\n", FILE)
    assert fault.remedy == 'did you mean "moved"?'


def test_sequence_counts_what_is_significant() -> None:
    lines = [
        line("instance:a/1", hours, what) for hours, what in enumerate(("new", "moved", "corrected", "full"))
    ]
    history = Ledger.of(lines).histories["instance:a/1"]
    assert [each.sequence for each in history.events] == [0, 1, 1, 2]


def test_former_times_are_remembered_and_not_those_that_hold() -> None:
    lines = [
        line("instance:a/1", 0, "new", start="2027-01-01", place="Ry"),
        line("instance:a/1", 1, "moved", start="2027-02-01"),
        line("instance:a/1", 2, "moved", place="Ribe"),
        line("instance:a/1", 3, "moved", start="2027-01-01", place="Ry"),
    ]
    assert Ledger.of(lines).histories["instance:a/1"].was == (
        {"start": "2027-02-01", "place": "Ry"},
        {"start": "2027-02-01", "place": "Ribe"},
    )


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_two_branches_that_record_at_once_merge(tmp_path: Path) -> None:
    """Both add lines to the same thing and new things at the same place; git keeps all of them without asking anybody."""
    start = [line("course:m", 0, "new", title={"da": "M"}), line("course:z", 0, "new", title={"da": "Z"})]
    git(tmp_path, "init", "-q", "-b", "main")
    written(tmp_path, start)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "begin")
    sides = {
        "one": [line("course:m", 1, "changed", title={"da": "N"}), line("course:n", 1, "new")],
        "two": [line("course:m", 2, "changed", title={"da": "O"}), line("course:o", 1, "new")],
    }
    for name, lines in sides.items():
        git(tmp_path, "checkout", "-qb", name, "main")
        written(tmp_path, [*start, *lines])
        git(tmp_path, "commit", "-qam", name)
    git(tmp_path, "merge", "-q", "-m", "both", "one")
    ledger, faults = read_ledger(tmp_path)
    assert faults == ()
    assert sorted(map(str, ledger.lines)) == sorted(map(str, [*start, *sides["one"], *sides["two"]]))
    assert ledger.histories["course:m"].sequence == 2
    assert ledger.histories["course:m"].now["title"] == {"da": "O"}
    before = (tmp_path / FILE).read_text("utf-8")
    written(tmp_path, ledger.lines)
    assert sorted((tmp_path / FILE).read_text("utf-8").splitlines()) == sorted(before.splitlines())
