"""Compare two texts word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_TOKEN = re.compile(r"(\w+(?:[-–/.]\w+)*|[^\w\s])(\s*)")

_ISLAND = 3
"""Letters that must be the same in a row to stand between two changes: fewer are read more easily as part of them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a row: the same in both texts, or with one side empty what is gone or has come."""

    was: str
    now: str

    @property
    def look(self) -> str:
        """Which of the three it is: `same`, `gone` or `come`."""
        return "same" if self.was and self.now else "gone" if self.was else "come"

    @property
    def mirrored(self) -> Run:
        """The same with the texts in the place of each other."""
        return Run(self.now, self.was)


def compare(was: str, now: str) -> tuple[Run, ...]:
    """Return a text as runs of words that stayed, went and came; what went stands before what came in its place.

    Spaces follow the words. Two texts compared the other way about give the same runs, mirrored.
    """
    if (now, was) < (was, now):
        return tuple(_gone_first(run.mirrored for run in compare(now, was)))
    return tuple(_gone_first(_joined(_runs(_TOKEN.findall(was), _TOKEN.findall(now)))))


Tokens = list[tuple[str, str]]
"""Words and signs, each with the spaces behind it."""


def _runs(was: Tokens, now: Tokens) -> Iterator[Run]:
    matcher = SequenceMatcher(None, [word for word, _ in was], [word for word, _ in now], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        gone, come = _text(was[i:j]), _text(now[k:m])
        if kind == "equal":
            yield Run(gone, come)
        else:
            yield from (run for run in (Run(gone, ""), Run("", come)) if run.was or run.now)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Yield runs with the islands between changes made part of these."""
    found = list(runs)
    for place, run in enumerate(found):
        inside = 0 < place < len(found) - 1
        if run.look == "same" and inside and sum(map(str.isalnum, run.now)) < _ISLAND:
            yield from (Run(run.was, ""), Run("", run.now))
        else:
            yield run


def _gone_first(runs: Iterator[Run]) -> Iterator[Run]:
    """Yield runs with all that is gone in one before all that has come in its place."""
    for same, group in groupby(runs, key=lambda run: run.look == "same"):
        if same:
            yield from group
            continue
        changed = list(group)
        gone, come = "".join(run.was for run in changed), "".join(run.now for run in changed)
        yield from (run for run in (Run(gone, ""), Run("", come)) if run.was or run.now)


def _text(tokens: Tokens) -> str:
    return "".join(word + space for word, space in tokens)
