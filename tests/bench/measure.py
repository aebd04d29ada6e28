"""One command from a cold process: how long it takes, what it costs in CPU, and the memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

try:
    import psutil
except ImportError:
    psutil = None

EVERY = 0.05
"""Seconds between two looks at the memory; more where a look takes long, so that looking costs a twentieth at most."""


class CommandFailed(RuntimeError):
    """A command ended with another exit code than 0; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command took.

    `cpu` are seconds of user and system of it and all processes that it waited for. `memory` is the largest sum of
    what its processes held at one time, in bytes, where pages that several share count once; None without psutil.
    """

    wall: float
    cpu: float
    memory: int | None

    def __add__(self, other: Cost) -> Cost:
        """Return the cost of two commands, one after the other."""
        both = (self.memory, other.memory)
        return Cost(
            self.wall + other.wall,
            self.cpu + other.cpu,
            max(each for each in both if each) if all(both) else None,
        )


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end in a folder. Raises CommandFailed."""
    log = folder / ".measured-log"
    with log.open("wb") as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            list(command), cwd=folder, env={**os.environ, **(environment or {})}, stdout=said, stderr=said
        )
        peak = _Peak(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    memory = peak.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailed(
            f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text('utf-8', 'replace')[-3000:]}"
        )
    log.unlink()
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory)


class _Peak:
    """Looks at the memory of a process and all below it until the end."""

    def __init__(self, pid: int) -> None:
        self._over, self._most = Event(), 0
        self._thread = Thread(target=self._watch, args=(pid,), daemon=True)
        if psutil:
            self._thread.start()

    def end(self) -> int | None:
        """Stop looking, and return the largest sum that was seen."""
        self._over.set()
        if psutil:
            self._thread.join()
        return self._most or None

    def _watch(self, pid: int) -> None:
        try:
            process = psutil.Process(pid)
        except psutil.Error:
            return
        pause = 0.0
        while not self._over.wait(pause):
            began = time.perf_counter()
            self._most = max(self._most, sum(map(_held, _tree(process))))
            pause = max(EVERY, 20 * (time.perf_counter() - began))


def _tree(process: psutil.Process) -> list[psutil.Process]:
    try:
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def _held(process: psutil.Process) -> int:
    """Return the proportional set size: memory of its own, and its share of what it shares."""
    try:
        held = process.memory_full_info()
    except (psutil.Error, OSError):
        return 0
    return int(getattr(held, "pss", held.uss))
