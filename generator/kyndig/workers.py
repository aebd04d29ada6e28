"""Do the same to many things, in every core of the machine.

Workers are forked, so that they have all that is in memory already: nothing of a site is sent to them, only which
things to take, and nothing but small results comes back. This process works as well: a process more would copy most of
a site when it looks at it. Where processes cannot be forked safely, or there is little to do, it is all done here.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TypeVar, cast

R = TypeVar("R")

Job = Callable[[int, int], R]
"""Does its work on the things from the first number up to, but not with, the second."""

_FEW = 64
"""Things that are not worth a second process."""

_jobs: dict[int, Job[object]] = {}


def spread(job: Job[R], count: int, size: int = 48, workers: int | None = None) -> Iterator[tuple[range, R]]:
    """Yield what `job` returns for each run of at most `size` of `count` things, in order, with the run.

    `workers` is how many processes work at once; one for each core where it is left out. What a job raises is raised
    here, and nothing more is begun.
    """
    workers = workers or _cores()
    # a few large things among few must not be left to one worker
    size = max(1, min(size, count // (8 * workers)))
    runs = [range(start, min(start + size, count)) for start in range(0, count, size)]
    if workers == 1 or count < _FEW or not _can_fork():
        yield from ((run, job(run.start, run.stop)) for run in runs)
        return
    number = id(job)
    _jobs[number] = job
    gc.freeze()  # what the collector does not touch stays shared
    pool = ProcessPoolExecutor(workers - 1, get_context("fork"), _die_with, (os.getpid(),))
    try:
        yield from _in_turn(job, runs, partial(_sent, pool, number), workers - 1)
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()
        del _jobs[number]


def _in_turn(
    job: Job[R], runs: list[range], submit: Callable[[range], Future[R]], others: int
) -> Iterator[tuple[range, R]]:
    """Yield what is done here and elsewhere, in order; `others` is how many work elsewhere."""
    todo, done = deque(runs), deque[tuple[range, Future[R]]]()
    while todo or done:
        under_way = sum(not made.done() for _, made in done)
        for _ in range(min(_AHEAD * others - under_way, len(todo))):
            run = todo.popleft()
            done.append((run, submit(run)))
        if done and (done[0][1].done() or not todo):
            run, made = done.popleft()  # and then it need not be kept
            yield run, made.result()
        else:
            run, own = todo.popleft(), Future[R]()
            own.set_result(job(run.start, run.stop))
            done.append((run, own))


_AHEAD = 2
"""Runs that wait for each of the other processes, so that none is idle while this one is at work."""


def _sent(pool: ProcessPoolExecutor, number: int, run: range) -> Future[R]:
    return cast("Future[R]", pool.submit(_run, number, run.start, run.stop))


def _run(number: int, start: int, stop: int) -> object:
    return _jobs[number](start, stop)


def _die_with(parent: int) -> None:
    """End when the build is killed: a worker would wait for more to do for ever, and hold the output folder."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build itself says what becomes of an interruption


_PR_SET_PDEATHSIG = 1
"""Of prctl(2): the signal that a process gets when its parent ends."""


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    """Tell whether a process may be divided in two: Windows cannot, and libraries of macOS do not bear it."""
    return sys.platform == "linux"
