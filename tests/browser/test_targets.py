"""Links and buttons that do not stand in running text are large enough for a thumb, or have room around them."""

from __future__ import annotations

import pytest

from .conftest import Sample, Tabs
from .contrast import script
from .gates import Gate


@pytest.mark.gate("targets")
def test_a_target_is_24_px_or_has_as_much_room(gate: Gate, tabs: Tabs, sample: Sample) -> None:
    tab = tabs.tab(320, bypass_csp=True, has_touch=True)
    for page in sample.pages:
        tabs.go(tab, page)
        gate.saw(page.path, tab.evaluate(script("targets")))
    gate.settle()
