"""Jobs: runs of pages that any executor can do, in any process of any machine, once or several times."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import lru_cache, partial
from threading import Lock

from ..clock import timed
from ..making import Made, make
from ..publish import Output
from ..reads import Key
from ..render import Press
from .parcel import Parcel, shared

_SIZE = 64
"""Pages in a run: a fifth of a second's work, which is long beside what handing it out costs."""

_alone = Lock()
"""What a page reads is noted for the whole process, so only one thread of it may make pages."""


@dataclass(frozen=True, slots=True)
class Job:
    """Some pages of a site, by their numbers; those in `unwritten` are made, but not staged."""

    parcel: Parcel
    output: Output
    numbers: tuple[int, ...]
    unwritten: frozenset[int]


def run(job: Job) -> list[tuple[float, Made]]:
    """Do a job, and time each page; doing it again changes nothing."""
    same: dict[Key, Key] = {}
    with _alone, job.output.at_work() as output:
        press = _press(job.parcel)
        made = (
            timed(partial(make, press, output, {}, press.site.pages[number], number not in job.unwritten))
            for number in job.numbers
        )
        # pages beside each other read much the same, and what is the same object is sent once
        return [
            (seconds, (row, entry, tuple(same.setdefault(key, key) for key in unknown), differs))
            for seconds, (row, entry, unknown, differs) in made
        ]


@lru_cache(maxsize=1)
def _press(parcel: Parcel) -> Press:
    return parcel.press()


def spread_out(
    executor: Executor, folder: str, press: Press, output: Output, numbers: list[int], unwritten: set[int]
) -> Iterator[tuple[range, list[tuple[float, Made]]]]:
    """Yield what is made of each run of pages, in order, with the run; `folder` is where workers find the parcel.

    What a job raises is raised here, and nothing more is begun.
    """
    if not numbers:
        return
    with shared(press, folder) as parcel:
        waiting: deque[tuple[range, Future[list[tuple[float, Made]]]]] = deque()
        for start in range(0, len(numbers), _SIZE):
            some = tuple(numbers[start : start + _SIZE])
            away = output.away(press.site.pages[number].path for number in some)
            job = Job(parcel, away, some, frozenset(unwritten.intersection(some)))
            waiting.append((range(start, start + len(some)), executor.submit(run, job)))
        try:
            while waiting:
                each, future = waiting.popleft()
                yield each, future.result()
        finally:
            for _, future in waiting:
                future.cancel()
