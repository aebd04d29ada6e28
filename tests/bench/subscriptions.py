"""What feeds and calendars cost: of a build from nothing, and after one date of a course has moved."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .corpus import Corpus
from .kyndig_site import write_site

COURSES = 3_000
"""Courses of the site, in three languages."""

_DAY = "2026-11-22"
_STAGE = re.compile(r"^\s*(\w+)\s+([0-9.]+)", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """One command: its seconds, and those of each stage where it tells of them."""

    seconds: float
    stages: dict[str, float]


def report(folder: Path | None, courses: int, say: Callable[[str], None]) -> str:
    """Return a table of seconds and their ratio to a build from nothing; the site is written below `folder`."""
    corpus = Corpus(courses * 10 // 3)
    with TemporaryDirectory(prefix="kyndig-feeds-", dir=folder) as name:
        root = Path(name)
        say("subscriptions: writing the site")
        write_site(corpus, root)
        rows = list(_rows(root, say))
        sizes = {path: path.stat().st_size for path in (root / "output").rglob("*") if path.is_file()}
        followed = [path for path in sizes if {"feeds", "calendars"} & {*path.relative_to(root).parts[2:3]}]
        share = sum(sizes[path] for path in followed)
    return "\n".join(
        (
            f"Subscriptions: {corpus.courses:,} courses in three languages, without the index of the search",
            "",
            f"{len(followed):,} of {len(sizes):,} files are feeds and calendars: "
            f"{share / 1e6:.0f} of {sum(sizes.values()) / 1e6:.0f} MB",
            "",
            "| step | s | ratio to a build from nothing |",
            "|---|---|---|",
            *(f"| {step} | {seconds:.2f} | {seconds / rows[0][1]:.3f} |" for step, seconds in rows),
            "",
        )
    )


def _rows(root: Path, say: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """Yield each step with its seconds, the build from nothing first."""
    say("subscriptions: recording")
    recorded = _run(root, "record", "--date", _DAY)
    say("subscriptions: building from nothing")
    built = _run(root, "build", "--no-index", "--ignore-cache", "--profile", "--date", _DAY)
    yield "a build from nothing, recorded", built.seconds
    yield "of it: feeds, calendars, spreadsheets and the map of the site", built.stages["lists"]
    yield "of it: reading the ledger, and comparing the content with it", built.stages["ledger"]
    yield "recording everything for the first time", recorded.seconds
    _move(root)
    say("subscriptions: moving a date")
    yield "recording that one date has moved", _run(root, "record", "--date", _DAY).seconds
    again = _run(root, "build", "--no-index", "--profile", "--date", _DAY)
    yield "the build after that", again.seconds
    yield "of it: feeds, calendars, spreadsheets and the map of the site", again.stages["lists"]


def _move(root: Path) -> None:
    """Let the first date of a course be a year later."""
    file = root / "content" / "courses" / "course-1.md"
    text, count = re.subn(
        r"(?m)^(    (?:start|end): )(\d{4})",
        lambda found: f"{found[1]}{int(found[2]) + 1}",
        file.read_text("utf-8"),
        count=2,
    )
    assert count == 2, "the course has no dates"
    file.write_text(text, "utf-8")


def _run(root: Path, *words: str) -> Run:
    command = [sys.executable, "-m", "kyndig", *words]
    began = time.perf_counter()
    done = subprocess.run(command, cwd=root, env=os.environ, capture_output=True, text=True, check=True)
    return Run(time.perf_counter() - began, {name: float(each) for name, each in _STAGE.findall(done.stderr)})
