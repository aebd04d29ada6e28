"""Work is shared by this process and its copies, and comes back in order."""

from __future__ import annotations

import os
import time

import pytest

from kyndig.workers import spread


def _job(start: int, stop: int) -> tuple[int, list[int]]:
    time.sleep(0.002)
    return os.getpid(), [number * number for number in range(start, stop)]


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 63, 64, 700])
def test_everything_is_done_once_and_in_order(workers: int, count: int) -> None:
    found = list(spread(_job, count, size=5, workers=workers))
    assert [number for run, _ in found for number in run] == list(range(count))
    assert [each for _, (_, made) in found for each in made] == [number**2 for number in range(count)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
@pytest.mark.parametrize("workers", [2, 3])
def test_this_process_is_one_of_the_workers(workers: int) -> None:
    who = {pid for _, (pid, _) in spread(_job, 2000, size=5, workers=workers)}
    assert os.getpid() in who
    assert 1 < len(who) <= workers


@pytest.mark.parametrize("wrong", [0, 130, 699])
def test_what_is_raised_anywhere_is_raised_here(wrong: int) -> None:
    def job(start: int, stop: int) -> int:
        if wrong in range(start, stop):
            raise LookupError(f"no {wrong}")
        return stop

    with pytest.raises(LookupError, match=f"no {wrong}"):
        list(spread(job, 700, size=5, workers=2))
