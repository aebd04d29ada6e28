"""A gate: one figure that the site must reach, what was looked at, and every place where it is not reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

MOST = 60
"""As many faults are shown at once; the report has all."""


@dataclass
class Gate:
    """Collects what a check saw; `criterion` is a key of `criteria.yaml`."""

    criterion: str
    part: str = ""
    checked: int = 0
    faults: list[str] = field(default_factory=list)
    record: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._write()

    def saw(self, where: str, faults: Iterable[str] = (), *, count: int = 1) -> None:
        """Count a page, with what is wrong on it."""
        self.checked += count
        self.faults += [f"{where}: {each}" for each in faults]
        self._write()

    def settle(self) -> None:
        """Fail with every page and cause, or with the news that nothing was looked at."""
        assert self.checked, "nothing was checked"
        more = len(self.faults) - MOST
        shown = [*self.faults[:MOST], *([f"… and {more} more"] if more > 0 else [])]
        assert not self.faults, f"{len(self.faults)} faults in {self.checked} checked:\n" + "\n".join(shown)

    def _write(self) -> None:
        self.record |= {key: value for key, value in asdict(self).items() if key != "record"}
