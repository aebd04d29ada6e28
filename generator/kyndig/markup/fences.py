"""Fenced code: where it stands, so that nothing in it is taken for Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OPENING = re.compile(r"([ \t]*)(?:(`{3,})[^`]*|(~{3,}).*)")
_CLOSING = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t]*")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fence:
    """Hold a block of fenced code: its opening line and the one after its end, both counted from 0.

    `is_closed` is False where the closing fence is missing; the block then goes on to the end of the text.
    """

    start: int
    end: int
    indent: int
    is_closed: bool


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the blocks of fenced code in a text, as CommonMark finds them.

    Python-Markdown's own extension misses fences within lists, and its pattern takes minutes for some texts.
    """
    at = 0
    while at < len(lines):
        match = _OPENING.fullmatch(lines[at])
        if match is None:
            at += 1
            continue
        fence = match[2] or match[3]
        end = next((i for i in range(at + 1, len(lines)) if _closes(lines[i], fence)), None)
        yield Fence(at, len(lines) if end is None else end + 1, len(match[1]), end is not None)
        at = len(lines) if end is None else end + 1


def without_code(text: str) -> str:
    """Return a text with spaces in place of its code, so that every other character keeps its place."""
    lines = text.split("\n")
    for fence in fences(lines):
        for i in range(fence.start, fence.end):
            lines[i] = " " * len(lines[i])
    return _SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), "\n".join(lines))


def _closes(line: str, fence: str) -> bool:
    match = _CLOSING.fullmatch(line)
    return match is not None and match[1].startswith(fence)
