"""Paper: no menus, nothing cut off, the addresses of sources, and a sensible number of pages."""

from __future__ import annotations

import re

import pytest

from ..site.conftest import Whole
from .conftest import Sample, Tabs
from .contrast import script
from .gates import Gate

CURRICULUM = "curriculum:anaesthesiology-introduction"
A4 = 680
"""Pixels between the margins of an A4 page."""
CONTROLS = """() => [...document.querySelectorAll("nav:not(.crumb) a, form, .skip, button, input, select")]
    .filter(one => one.checkVisibility()).map(one => `prints ${one.localName} ${one.textContent.trim().slice(0, 30)}`)"""
SOURCES = """() => [...document.querySelectorAll('.src a[href^="http"]')]
    .filter(one => !getComputedStyle(one, "::after").content.includes(one.href) && one.textContent !== one.href)
    .map(one => `does not print ${one.href}`)"""
CLOSED = """() => [...document.querySelectorAll("details > :not(summary)")]
    .filter(one => one.parentElement.checkVisibility())
    .filter(one => !one.checkVisibility() || !one.getBoundingClientRect().height)
    .map(one => `does not print what is folded in “${one.parentElement.textContent.trim().slice(0, 40)}”`)"""
PAGES = {
    "competency": (1, 4),
    "course": (1, 4),
    "curriculum": (2, 12),
    "curriculum-assessment": (1, 6),
    "curriculum-schedule": (1, 6),
    "paper-logbook": (3, 12),
    "paper-schedule": (2, 6),
    "paper-sheets": (32, 32),
    "paper-whole": (15, 60),
    "statement": (1, 3),
}
"""Kind → the least and most pages it may fill."""


@pytest.mark.gate("print")
def test_a_printed_page_holds_what_is_read_and_nothing_to_press(
    gate: Gate, tabs: Tabs, sample: Sample
) -> None:
    tab = tabs.tab(A4, bypass_csp=True)
    tab.emulate_media(media="print")
    for page in sample.pages[1:]:
        tabs.go(tab, page)
        faults = [
            each for probe in (CONTROLS, SOURCES, CLOSED, script("overflow")) for each in tab.evaluate(probe)
        ]
        gate.saw(page.path, faults)
    gate.settle()


@pytest.mark.gate("print")
def test_a_page_fills_as_many_sheets_as_it_should(gate: Gate, tabs: Tabs, sample: Sample) -> None:
    tab = tabs.tab()
    for page in sample.pages:
        if page.kind in PAGES:
            tabs.go(tab, page)
            low, high = PAGES[page.kind]
            sheets = len(re.findall(rb"/Type\s*/Page\b", tab.pdf(format="A4", prefer_css_page_size=True)))
            gate.saw(
                page.path, [] if low <= sheets <= high else [f"fills {sheets} sheets, not {low} to {high}"]
            )
    gate.settle()


@pytest.mark.gate("print")
def test_a_sheet_is_a_page_of_its_size_and_begins_with_its_competency(
    gate: Gate, tabs: Tabs, whole: Whole, sample: Sample
) -> None:
    tab = tabs.tab()
    for language in whole.settings.languages:
        for name, size in (("print/sheets", (420, 595)), ("print/sheets-a4", (595, 842))):
            page = whole.checked.site.page(f"{CURRICULUM}#{name}", language)
            tabs.go(tab, page)
            count = tab.locator(".sheet").count()
            data = tab.pdf(prefer_css_page_size=True)
            boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data)
            right = {(round(float(width)), round(float(height))) for width, height in boxes} == {size}
            faults = (
                []
                if right and len(boxes) == count
                else [f"{len(boxes)} pages for {count} sheets: {set(boxes)}"]
            )
            gate.saw(page.path, faults)
    gate.settle()
