"""Narrow windows, large letters, wide spacing and long words: nothing is cut off and nothing scrolls sideways."""

from __future__ import annotations

import pytest

from .conftest import Sample, Tabs
from .contrast import script
from .gates import Gate

SPACING = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-block-end:2em!important}"""
"""What WCAG 1.4.12 lets a reader set."""

STYLES = {
    "320 px": "",
    "320 px with WCAG text spacing": SPACING,
    "320 px with text twice as large": "html{font-size:200%!important}",
    "320 px with words of 38 letters": "",
}


@pytest.mark.gate("reflow")
@pytest.mark.parametrize("how", STYLES)
def test_a_page_fits_in_its_window(gate: Gate, tabs: Tabs, sample: Sample, how: str) -> None:
    tab = tabs.tab(320, bypass_csp=True)
    for page in sample.pages:
        tabs.go(tab, page)
        if STYLES[how]:
            tab.add_style_tag(content=STYLES[how])
        if "38" in how:
            tab.evaluate(script("long_words"))
        gate.saw(page.path, tab.evaluate(script("overflow")))
    gate.settle()


@pytest.mark.gate("reflow")
@pytest.mark.parametrize("width", [390, 768, 1280, 1600])
def test_a_page_fits_at_the_widths_that_are_common(
    gate: Gate, tabs: Tabs, sample: Sample, width: int
) -> None:
    tab = tabs.tab(width, bypass_csp=True)
    for page in sample.each_kind():
        tabs.go(tab, page)
        gate.saw(page.path, tab.evaluate(script("overflow")))
    gate.settle()
