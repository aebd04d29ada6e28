"""Whatever is edited, spoilt, mended or killed: an incremental build makes the bytes of a clean one."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from .machine import Edits

SOAK = float(os.environ.get("SOAK", "0"))
"""Minutes to go on with sequences that nobody has tried, instead of the same ones each time."""
PARTS = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) if SOAK else 8
"""Into how many tests the sequences are divided, so that all processors have some."""
SEQUENCES = 25
"""How many sequences of edits each part tries."""
STEPS = 8
"""How many edits a sequence has."""

PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
SETTINGS = settings(
    max_examples=SEQUENCES, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck),
    phases=PHASES, report_multiple_bugs=False, print_blob=False,
)  # fmt: skip
LONGER = settings(SETTINGS, max_examples=5, stateful_step_count=3 * STEPS, derandomize=False)


@pytest.mark.parametrize("part", range(PARTS))
def test_an_incremental_build_makes_what_a_clean_one_makes(ready: Path, part: int) -> None:
    class Hands(Edits):
        pass

    Hands.ready = ready
    if SOAK:
        _soak(Hands)
    else:
        run_state_machine_as_test(seed(part)(Hands), settings=settings(SETTINGS, database=None))


def _soak(machine: type[Edits]) -> None:
    end = time.monotonic() + 60 * SOAK
    while time.monotonic() < end:
        run_state_machine_as_test(machine, settings=LONGER)
