"""What is not on this machine: where a site is written to, and who makes its pages."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from ..publish import locked
from . import exits

_EXTRA = 'it needs libraries that are not installed here: pip install "kyndig[distributed]"'


class Unavailable(click.ClickException):
    """The cluster does not do the work."""

    exit_code = exits.UNAVAILABLE


def output_of(out: str | None, default: Path) -> Path | str:
    """Return what `--out` names: a folder, or an address that fsspec can reach."""
    if out is None or "://" not in out:
        return default if out is None else Path(out)
    try:
        from ..cluster import reach
    except ImportError:
        raise click.UsageError(f"--out {out}: {_EXTRA}") from None
    try:
        reach(out)
    except (ImportError, ValueError) as error:
        raise click.UsageError(f"--out {out}: {error}") from None
    return out


@contextmanager
def held(output: Path | str, cache: Path, scheduler: str | None) -> Iterator[Executor | None]:
    """Hold the output for this build, and connect to the scheduler that is named.

    A store cannot be held, so the folder of the cache is. Raises Busy.
    """
    with ExitStack() as stack:
        if isinstance(output, Path):
            stack.enter_context(locked(output))
        if scheduler or not isinstance(output, Path):
            stack.enter_context(locked(cache))
        yield stack.enter_context(_connected(scheduler)) if scheduler else None


@contextmanager
def _connected(scheduler: str) -> Iterator[Executor]:
    try:
        from ..cluster import Unlike
        from ..cluster.scheduler import Lost, Unreachable, connected
    except ImportError:
        raise click.UsageError(f"--scheduler: {_EXTRA}") from None
    try:
        with connected(scheduler) as executor:
            yield executor
    except Unreachable as error:
        raise Unavailable(f"no Dask scheduler answers at {error}") from None
    except Lost:
        raise Unavailable("the cluster lost its work, and nothing was written; look at its workers") from None
    except Unlike as error:
        raise Unavailable(f"{error}; nothing was written") from None
