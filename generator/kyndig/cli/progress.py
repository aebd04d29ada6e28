"""How far a build is, shown where somebody is watching."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn


class _Quiet:
    def __call__(self, what: str, done: int, total: int) -> None:
        """Show nothing."""


def progress(console: Console, quiet: bool) -> Any:
    """Return a context that gives what to tell the progress to."""
    if quiet or not console.is_terminal:
        return nullcontext(_Quiet())
    return _Bar(console)


class _Bar:
    """A bar that appears only where somebody is watching, and goes when it is done."""

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self.progress = Progress(*columns, console=console, transient=True)
        self.task: Any = None

    def __enter__(self) -> Callable[[str, int, int], None]:
        self.progress.start()
        return self.advance

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    def advance(self, what: str, done: int, total: int) -> None:
        if self.task is None:
            self.task = self.progress.add_task(what, total=total)
        self.progress.update(self.task, description=what, total=total, completed=done)
