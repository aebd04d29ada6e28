"""What a text may not exceed, because Python-Markdown would then hang or fall over.

Nothing here looks at a clock: a time limit would let a text pass on one machine and fail on another, signals
do not work in threads, and a thread that hangs cannot be ended. The limits count what makes Python-Markdown
slow instead (most of its work is quadratic in the marks of one block), so that the slowest text that passes
takes seconds. They are far above what anyone writes by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .fences import fences

MAX_BYTES = 256 * 1024
MAX_LINES = 5_000
MAX_BLOCK_LINES = 500
MAX_DEPTH = 20
MAX_LEVELS = 10_000
MAX_MARKS = 20_000
MAX_BLOCK_MARKS = 2_000
MAX_BRACKETS = 2_000
MAX_COLUMNS = 40
MAX_CELLS = 20_000
MAX_NOTES = 400

_MARK = re.compile(r"[\[`*_\\<&]")
_LEVELS = re.compile(r"(?:[ ]*(?:>|(?:[-*+:]|[0-9]{1,9}[.)])(?=[ ])))*")
_LEVEL = re.compile(r">|[-*+:.)]")
_THEM = "of the marks [ ` * _ < & and \\"
_FILES = "divide it into several files"


@dataclass(frozen=True, slots=True)
class Excess:
    """Say what there is too much of, and in which line (counted from 1)."""

    line: int
    message: str
    remedy: str


def excess(text: str) -> Excess | None:
    """Return the first limit that a text exceeds, or None. Fenced code counts for its size only."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return Excess(1, f"the text is longer than {MAX_BYTES // 1024} KB", _FILES)
    lines = text.expandtabs(4).split("\n")
    if len(lines) > MAX_LINES:
        return Excess(MAX_LINES, f"the text has more than {MAX_LINES:,} lines", _FILES)
    for fence in tuple(fences(lines)):
        lines[fence.start : fence.end] = [""] * (fence.end - fence.start)
    return _too_deep(lines) or _too_dense(lines) or _too_many(lines)


def _too_deep(lines: list[str]) -> Excess | None:
    total = 0
    for number, line in enumerate(lines, 1):
        lead = _LEVELS.match(line)
        markers = len(_LEVEL.findall(lead[0])) if lead else 0
        indent = len(line) - len(line.lstrip(" "))
        total += markers
        if markers + (indent // 4 if markers else 0) > MAX_DEPTH:
            return Excess(
                number, f"lists and quotes are nested more than {MAX_DEPTH} deep", "use fewer levels"
            )
        if total > MAX_LEVELS:
            return Excess(number, f"the text has more than {MAX_LEVELS:,} items of lists and quotes", _FILES)
    return None


def _too_dense(lines: list[str]) -> Excess | None:
    for start, block in _blocks(lines):
        if len(block) > MAX_BLOCK_LINES:
            message = f"the paragraph, list or table has more than {MAX_BLOCK_LINES:,} lines"
            return Excess(start, message, "divide it with an empty line")
        if sum(len(_MARK.findall(line)) for line in block) > MAX_BLOCK_MARKS:
            message = f"the paragraph, list or table has more than {MAX_BLOCK_MARKS:,} {_THEM}"
            return Excess(start, message, "divide it with an empty line")
    return None


def _too_many(lines: list[str]) -> Excess | None:
    marks = brackets = notes = cells = 0
    for start, block in _blocks(lines):
        for number, line in enumerate(block, start):
            marks += len(_MARK.findall(line))
            brackets += line.count("[") + line.count("<")
            notes += line.count("[^")
            for count, limit, what in (
                (marks, MAX_MARKS, _THEM),
                (brackets, MAX_BRACKETS, "links and images"),
                (notes, MAX_NOTES, "footnotes and references to them"),
            ):
                if count > limit:
                    return Excess(number, f"the text has more than {limit:,} {what}", _FILES)
        columns = max(line.count("|") for line in block)
        cells += columns * len(block)
        if columns > MAX_COLUMNS:
            return Excess(
                start, f"the table has more than {MAX_COLUMNS} columns", "divide it into several tables"
            )
        if cells > MAX_CELLS:
            return Excess(start, f"the tables have more than {MAX_CELLS:,} cells", _FILES)
    return None


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the runs of lines between blank ones, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip(" "):
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
