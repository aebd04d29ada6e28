"""Scheduler: a Dask cluster as an executor. It hands out the work, and does again what a worker that died had to do."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager

from distributed import Client, KilledWorker

PATIENCE = 10
"""Seconds after which nobody is there."""


class Unreachable(Exception):
    """Nobody answers at the address of the scheduler."""


class Lost(Exception):
    """The scheduler is gone, or has given up because worker after worker died."""


@contextmanager
def connected(address: str) -> Iterator[Executor]:
    """Use the cluster of a scheduler while pages are made. Raises Unreachable and Lost."""
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Unreachable(address) from error
    with client:
        try:
            yield client.get_executor(pure=False)
        except (CancelledError, KilledWorker) as error:
            raise Lost(address) from error
