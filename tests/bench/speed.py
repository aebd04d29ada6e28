"""How long builds take beside Hugo's: from nothing, and after one edit of each kind."""

from __future__ import annotations

import math
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from .contestants import TODAY, Contestant, hugo, kyndig, kyndig_can
from .corpus import Corpus
from .measure import Cost

SIZES = (1000, 10000, 30000)
INDEXED_TO = 10000
"""Sites of more pages are not measured with the index of the search: Pagefind takes minutes for them."""

SCENARIOS = {
    "cold": "cold, no cache",
    "nothing": "nothing changed",
    "body": "one body edited",
    "title": "a linked title edited",
    "template": "one template edited",
    "word": "one word of the catalogue",
}
INDEXED = ("cold", "nothing", "body")
_SMALL = 1000
_GOALS = {"cold": 1.0, "nothing": 0.03, "body": 0.1, "title": 0.1, "template": 0.5}
_SMALL_GOALS = {"cold": 1.5, "nothing": 0.5}
_MEMORY_GOAL = 0.25
_GROWTH_GOALS = (1.05, 1.0)


class WrongOutput(AssertionError):
    """A build after an edit did not make what a right one would have."""


@dataclass
class Sized:
    """What was measured at one size: costs by contestant, scenario and whether the index was made; one a run."""

    asked: int
    pages: dict[str, int] = field(default_factory=dict)
    html: dict[str, int] = field(default_factory=dict)
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    costs: dict[tuple[str, str, bool], list[Cost]] = field(default_factory=dict)
    shown: dict[tuple[str, str], int] = field(default_factory=dict)
    floor: float = 0.0

    def of(self, name: str, scenario: str, index: bool = False) -> list[Cost]:
        return self.costs.get((name, scenario, index), [])

    def memory(self, name: str) -> float | None:
        found = [each.memory for each in self.of(name, "cold") if each.memory]
        return median(found) if found else None


def measure(
    size: int,
    runs: int,
    folder: Path,
    say: Callable[[str], object] = lambda _: None,
    index: bool | None = None,
) -> Sized:
    """Measure one size in a folder of its own below another, in turn, and check every output."""
    corpus, found = Corpus.of_pages(size), Sized(size)
    with tempfile.TemporaryDirectory(dir=folder, prefix="kyndig-bench-") as place:
        contestants = [each for each in (kyndig(Path(place)), hugo(Path(place))) if each]
        for each in contestants:
            each.prepare(corpus)
        for turn in range(runs):
            for scenario in SCENARIOS:
                for each in contestants[:: -1 if turn % 2 else 1]:
                    step(found, each, scenario, turn)
                    say(f"{size} pages, run {turn + 1}: {each.name}, {SCENARIOS[scenario]}")
        for each in contestants:
            found.files[each.name] = each.size()
        found.floor = _floor(contestants[0].output, Path(place) / "floor")
        if size <= INDEXED_TO if index is None else index:
            for turn in range(runs):
                for scenario in INDEXED:
                    for each in contestants[:: -1 if turn % 2 else 1]:
                        step(found, each, scenario, turn, index=True)
                        say(f"{size} pages, run {turn + 1}: {each.name} with index, {SCENARIOS[scenario]}")
    return found


def step(found: Sized, contestant: Contestant, scenario: str, turn: int, index: bool = False) -> None:
    """Bring about one scenario, build, and check what came of it."""
    mark = f"zwafel{'i' if index else ''}{turn}{scenario}"
    old, wanted = "", 0
    if scenario == "cold":
        contestant.clear()
    elif scenario == "title":
        mark = f"Zwafel number {turn}"
        old = contestant.edit(scenario, mark).removeprefix('title: "').removesuffix('"')
        wanted = _showing(contestant.pages(), old)
    elif scenario != "nothing":
        contestant.edit(scenario, mark)
    cost = contestant.build(index)
    found.costs.setdefault((contestant.name, scenario, index), []).append(cost)
    pages = contestant.pages()
    found.pages[contestant.name] = len(pages)
    found.html[contestant.name] = sum(len(each.encode()) for each in pages.values())
    if scenario in ("cold", "nothing"):
        return
    shown = _showing(pages, mark)
    danish = sum(each.startswith("da/") for each in pages)
    least = {"body": 1, "title": max(2, wanted), "template": len(pages) - 4, "word": danish - 1}[scenario]
    left = _showing(pages, old) if old else 0
    if shown < least or left:
        raise WrongOutput(
            f"{contestant.name}, {SCENARIOS[scenario]}: {shown} pages show {mark}, of {least}; {left} show {old}"
        )
    found.shown[contestant.name, scenario] = shown


def _showing(pages: dict[str, str], words: str) -> int:
    """Count the pages that show some words, which do not go on with another digit."""
    pattern = re.compile(re.escape(words) + r"(?!\d)", re.IGNORECASE)
    return sum(bool(pattern.search(each)) for each in pages.values())


def _floor(output: Path, target: Path) -> float:
    """Return the seconds that it takes to write the same bytes to the same paths of a new tree."""
    spent = 0.0
    for path in sorted(each for each in output.rglob("*") if each.is_file()):
        data, new = path.read_bytes(), target / path.relative_to(output)
        began = time.perf_counter()
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(data)
        spent += time.perf_counter() - began
    shutil.rmtree(target)
    return spent


# The table --------------------------------------------------------------------------------------------------


def report(
    sizes: Sequence[int] = SIZES,
    runs: int = 3,
    folder: Path | None = None,
    say: Callable[[str], object] = lambda _: None,
) -> str:
    """Measure all sizes, and return the tables."""
    folder = folder or Path(tempfile.gettempdir())
    lines = [
        f"Speed: builds for {TODAY} in {folder} ({_file_system(folder)}), {os.cpu_count()} processors, {runs} runs in turn",
        "",
    ]
    if hugo(folder / "unused") is None:
        lines += ["Hugo is not installed (`make bench` brings it): these are Kyndig's own figures.", ""]
    if not kyndig_can("--no-index"):
        lines += [
            "`kyndig build` has no --no-index: Kyndig makes the index of its search in every build.",
            "",
        ]
    found = []
    for size in sizes:
        found.append(measure(size, runs, folder, say))
        lines += [*sized(found[-1]), ""]
    return "\n".join([*lines, *growth(found), ""])


def sized(found: Sized) -> Iterator[str]:
    names = tuple(found.pages)
    yield f"## {found.asked:,} pages"
    yield ""
    for name in names:
        files, size = found.files[name]
        html = f"{found.pages[name]:,} pages of {found.html[name] / 1e6:,.1f} MB"
        yield f"{name}: {html}; {files:,} files of {size / 1e6:,.1f} MB in all"
    yield f"Floor: {found.floor:.2f} s to write the files of {names[0]} to a new tree"
    yield ""
    yield from _table(found, names, SCENARIOS, index=False)
    if any(index for *_, index in found.costs):
        yield ""
        yield "With the index of the search (Hugo's pages indexed by Pagefind's own command):"
        yield ""
        yield from _table(found, names, INDEXED, index=True)


def _table(found: Sized, names: Sequence[str], scenarios: Sequence[str], index: bool) -> Iterator[str]:
    heads = [
        "",
        *(f"{name} {what}" for name in names for what in ("s", "CPU s", "MiB")),
        "pages that show it",
    ]
    heads += ["ratio to Hugo's cold", "goal", ""] if len(names) > 1 else []
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for scenario in scenarios:
        cells = [SCENARIOS[scenario]]
        for name in names:
            cells += _cells(found.of(name, scenario, index))
        cells.append(" / ".join(str(found.shown.get((name, scenario), "–")) for name in names))
        if len(names) > 1:
            cells += _verdict(found, scenario, index)
        yield f"| {' | '.join(cells)} |"
    if len(names) > 1 and not index:
        yield from _memory_row(found, len(heads), names)


def _cells(costs: Sequence[Cost]) -> list[str]:
    memory = [each.memory for each in costs if each.memory]
    return [
        f"{median(each.wall for each in costs):.2f}",
        f"{median(each.cpu for each in costs):.2f}",
        f"{median(memory) / 2**20:,.0f}" if memory else "–",
    ]


def _verdict(found: Sized, scenario: str, index: bool) -> list[str]:
    """Return the ratio with its extremes, the goal, and whether it is held in the median."""
    cold = found.of("Hugo", "cold", index)
    ratios = [
        ours.wall / theirs.wall
        for ours, theirs in zip(found.of("Kyndig", scenario, index), cold, strict=True)
    ]
    middle = median(ratios)
    goals = _GOALS | (_SMALL_GOALS if found.asked <= _SMALL else {})
    goal = None if index else goals.get(scenario)
    ratio = f"{middle:.3f} ({min(ratios):.3f}–{max(ratios):.3f})"
    return [ratio, *_held(middle, goal)]


def _memory_row(found: Sized, width: int, names: Sequence[str]) -> Iterator[str]:
    ours, theirs = found.memory("Kyndig"), found.memory("Hugo")
    if ours and theirs:
        cells = [
            "peak memory, cold",
            *[""] * (width - 4),
            f"{ours / theirs:.3f}",
            *_held(ours / theirs, _MEMORY_GOAL),
        ]
        yield f"| {' | '.join(cells)} |"


def _held(value: float, goal: float | None) -> list[str]:
    return ["–", ""] if goal is None else [f"≤ {goal:g}", "held" if value <= goal else "missed"]


def growth(found: Sequence[Sized]) -> Iterator[str]:
    """Yield how time and memory grow with pages: the exponent between two sizes, 1 where twice as many take twice."""
    pairs = [*zip(found, found[1:], strict=False), *([(found[0], found[-1])] if len(found) > 2 else [])]
    if not pairs:
        return
    yield "## Growth from cold: the exponent of pages"
    yield ""
    yield "| from | to | who | time | memory | bytes of HTML | |"
    yield "|---|---|---|---|---|---|---|"
    for less, more in pairs:
        for name in less.pages:
            steps = math.log(more.pages[name] / less.pages[name])
            times = [median(each.wall for each in it.of(name, "cold")) for it in (less, more)]
            time_ = math.log(times[1] / times[0]) / steps
            held = [less.memory(name), more.memory(name)]
            memory = math.log(held[1] / held[0]) / steps if held[0] and held[1] else None
            verdict = ""
            if name == "Kyndig":
                kept = time_ <= _GROWTH_GOALS[0] and (memory is None or memory <= _GROWTH_GOALS[1])
                verdict = f"≤ {_GROWTH_GOALS[0]:g} and ≤ {_GROWTH_GOALS[1]:g}: {'held' if kept else 'missed'}"
            shown = "–" if memory is None else f"{memory:.2f}"
            html = math.log(more.html[name] / less.html[name]) / steps
            yield f"| {less.pages[name]:,} | {more.pages[name]:,} | {name} | {time_:.2f} | {shown} | {html:.2f} | {verdict} |"


def _file_system(folder: Path) -> str:
    """Return the kind of file system that a folder is on, where the machine says so."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    except OSError:
        return "file system unknown"
    above = {str(each) for each in (folder.resolve(), *folder.resolve().parents)}
    return max((each for each in mounts if each[1] in above), key=lambda each: len(each[1]))[2]
