"""What a reader has asked the device for: dark, calm, more contrast, colours of their own."""

from __future__ import annotations

import pytest

from .conftest import Sample, Tabs
from .gates import Gate

GROUND = """() => {
  const rgb = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]) / 255;
}"""
MOVES = """() => [document.documentElement, ...document.body.querySelectorAll("*")].filter(one => {
  const style = getComputedStyle(one);
  return style.scrollBehavior === "smooth" || style.animationName !== "none"
    || style.transitionDuration.split(",").some(each => parseFloat(each) > 0.01);
}).map(one => `${one.localName}.${one.getAttribute("class") ?? ""} moves`).slice(0, 5)"""
GREYS = """() => [...document.querySelectorAll(".meta, dt, figcaption")]
    .filter(one => one.checkVisibility()).map(one => getComputedStyle(one).color)"""


@pytest.mark.gate("wishes")
def test_a_page_is_dark_where_the_reader_wants_it_dark(gate: Gate, tabs: Tabs, sample: Sample) -> None:
    for scheme, low, high in (("dark", 0, 0.2), ("light", 0.8, 1)):
        tab = tabs.tab(color_scheme=scheme)
        for page in sample.each_kind():
            tabs.go(tab, page)
            light = tab.evaluate(GROUND)
            gate.saw(
                page.path, [] if low <= light <= high else [f"{scheme}: its ground has lightness {light:.2f}"]
            )
    gate.settle()


@pytest.mark.gate("wishes")
def test_nothing_moves_where_the_reader_wants_rest(gate: Gate, tabs: Tabs, sample: Sample) -> None:
    tab = tabs.tab(reduced_motion="reduce")
    for page in sample.each_kind():
        tabs.go(tab, page)
        gate.saw(page.path, tab.evaluate(MOVES))
    gate.settle()


@pytest.mark.gate("wishes")
def test_greys_turn_darker_where_the_reader_wants_more_contrast(
    gate: Gate, tabs: Tabs, sample: Sample
) -> None:
    tab = tabs.tab()
    for page in sample.each_kind():
        tabs.go(tab, page)
        before = tab.evaluate(GREYS)
        tab.emulate_media(contrast="more")
        after = tab.evaluate(GREYS)
        tab.emulate_media(contrast="no-preference")
        same = before and before == after
        gate.saw(page.path, ["its greys stay as they are"] if same else [])
    gate.settle()
