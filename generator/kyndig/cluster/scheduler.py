"""Scheduler: a Dask cluster as an executor. It hands out the work, and does again what a worker that died had to do."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from distributed import Client


class Unreachable(Exception):
    """Nobody answers at the address of the scheduler."""


@contextmanager
def connected(address: str) -> Iterator[Executor]:
    """Use the cluster of a scheduler. Raises Unreachable, and ValueError for what is no address."""
    try:
        client = Client(address, timeout=10, set_as_default=False)
    except OSError as error:
        raise Unreachable(address) from error
    with client:
        yield client.get_executor(pure=False)
