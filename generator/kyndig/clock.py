"""Clock: how long each stage of a build takes, and which files take longest."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from heapq import nlargest
from typing import TypeVar

SHOWN = 10
"""Files that are named as the slowest."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: seconds from its beginning to its end, and how many things it went through."""

    name: str
    seconds: float
    count: int


@dataclass(slots=True)
class Clock:
    """Keep the times of one build; `files` has seconds and path of each that was read or made."""

    stages: list[Stage] = field(default_factory=list)
    files: list[tuple[float, str]] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str, count: int = 0) -> Iterator[list[int]]:
        """Time what is done within; the count may be given while it is done, as the one item of what is yielded."""
        counted, began = [count], time.perf_counter()
        yield counted
        self.stages.append(Stage(name, time.perf_counter() - began, counted[0]))

    def slowest(self) -> list[tuple[float, str]]:
        """Return the files that took longest, with their seconds of work, the slowest first."""
        return nlargest(SHOWN, self.files)


T = TypeVar("T")


def timed(make: Callable[[], T]) -> tuple[float, T]:
    """Return what `make` does, behind the seconds of work that it took."""
    began = time.process_time()
    made = make()
    return time.process_time() - began, made
