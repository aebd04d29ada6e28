"""The keyboard alone: the skip link first, the order of the document, the focus always to be seen, and a way out."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Sample, Tabs
from .contrast import script
from .gates import Gate

CALM = {"reduced_motion": "reduce", "bypass_csp": True}
START = "key => key === 'Tab' ? document.activeElement.blur() : window.lastStop.focus()"
LEFT = "() => [document.body, window.firstStop, window.lastStop].includes(document.activeElement)"
"""A browser without a frame of its own goes from the last stop to the first, or to none."""


@pytest.mark.gate("keyboard")
def test_the_first_key_reaches_the_skip_link_and_it_leads_to_the_content(
    gate: Gate, tabs: Tabs, sample: Sample
) -> None:
    tab = tabs.tab(**CALM)
    for page in sample.pages[1:]:
        tabs.go(tab, page)
        tab.keyboard.press("Tab")
        first = tab.evaluate("() => document.activeElement.getAttribute('href')")
        seen = tab.evaluate("() => document.activeElement.getBoundingClientRect().top >= 0")
        tab.keyboard.press("Enter")
        there = tab.evaluate("() => document.activeElement.id")
        faults = [] if first == "#main" else [f"the first key reaches {first}"]
        faults += [] if seen else ["the skip link stays out of sight"]
        gate.saw(page.path, [*faults, *([] if there == "main" else [f"the skip link leads to {there!r}"])])
    gate.settle()


@pytest.mark.gate("keyboard")
@pytest.mark.parametrize("width", [1280, 320])
def test_keys_go_through_a_page_in_its_order_and_out_of_it(
    gate: Gate, tabs: Tabs, sample: Sample, width: int
) -> None:
    """Forward through everything and out at the end, then back through everything and out at the start."""
    tab = tabs.tab(width, **CALM)
    for page in sample.each_kind():
        tabs.go(tab, page)
        count = tab.evaluate(script("watch_focus"))
        ahead = _walk(tab, "Tab", count)
        back = _walk(tab, "Shift+Tab", count) if width > 320 else []
        gate.saw(page.path, [*ahead, *(f"backward: {each}" for each in back)])
    gate.settle()


def _walk(tab: Any, key: str, count: int) -> list[str]:
    """Press a key until the focus has gone through all that takes it, and once more to leave the page."""
    tab.evaluate(START, key)
    inner = tab.evaluate("() => window.innerStops")
    for _ in range(inner + (count if key == "Shift+Tab" else count + 1)):
        tab.keyboard.press(key)
    told = tab.evaluate("() => window.focusReport()")
    if not tab.evaluate(LEFT):
        told["faults"].append("the focus does not leave the page after its last stop")
    seen, names = told["seen"][:count], told["names"]
    right = list(range(count)) if key == "Tab" else list(reversed(range(count)))
    if seen != right:
        at = next((n for n, (a, b) in enumerate(zip(seen, right, strict=False)) if a != b), len(seen))
        wanted, met = names[right[at]], names[seen[at]] if at < len(seen) else "the end"
        told["faults"].append(f"key {at + 1} reaches {met}, and {wanted} comes next in the document")
    return list(dict.fromkeys(told["faults"]))
