"""Accessibility as far as axe can see it: WCAG 2.0 to 2.2 A and AA and best practice, in five ways of looking.

What axe cannot decide is decided by `contrast.py`, or listed in `undecided.yaml` with the reason why it is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from . import tools
from .conftest import Sample, Tabs
from .contrast import script, too_weak
from .gates import Gate

AXE = "axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
TRIALS = ("focus-order-semantics", "p-as-heading", "table-fake-caption", "td-has-header")
"""Rules that axe keeps off as experiments; WCAG asks for what they look at."""
ON = ("target-size", "label-content-name-mismatch", *TRIALS)
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {rule: {"enabled": True} for rule in ON},
    "resultTypes": ["violations", "incomplete"],
    "preload": False,
}
COLOURS = OPTIONS | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "rules": {},
}
"""Where only colours differ from the light page: what asks for nothing else was said of that page already."""
PAPER = OPTIONS | {
    "rules": OPTIONS["rules"] | {rule: {"enabled": False} for rule in ("target-size", "page-has-heading-one")}
}
"""Paper has no targets, and sheets that are cut apart begin with their competencies, not with a heading of all."""
OF_WAY = {"dark": COLOURS, "forced colours": COLOURS, "print": PAPER}

WAYS: dict[str, dict[str, str]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "print": {"media": "print"},
    "320 px": {},
}
PLAIN = {"color_scheme": "light", "forced_colors": "none", "media": "screen"}
UNDECIDED = yaml.safe_load((Path(__file__).parent / "undecided.yaml").read_text("utf-8")) or []

Findings = Mapping[tuple[str, str], list[dict[str, str]]]


@pytest.fixture(scope="module")
def findings(browser: Any, site: Any, sample: Sample) -> Iterator[Findings]:
    """What axe says of each page in each way of looking: one load a page, then the ways in turn."""
    script = tools.module(AXE).read_text("utf-8")
    tabs = Tabs(browser, site)
    tab = tabs.tab(bypass_csp=True, reduced_motion="reduce")
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for page in sample.pages:
        tabs.go(tab, page)
        tab.evaluate(script)
        for way, wishes in WAYS.items():
            tab.emulate_media(**PLAIN | wishes)
            tab.set_viewport_size({"width": 320 if way == "320 px" else 1280, "height": 800})
            found[page.path, way] = _audit(tab, OF_WAY.get(way, OPTIONS))
    yield found
    tab.context.close()


def _audit(tab: Any, options: Mapping[str, Any]) -> list[dict[str, str]]:
    said: list[dict[str, str]] = tab.evaluate(script("axe"), options)
    texts = [
        each["target"] for each in said if each["kind"] == "undecided" and each["rule"] == "color-contrast"
    ]
    weak = too_weak(tab, texts)
    for each in said:
        if each["target"] in weak and each["rule"] == "color-contrast":
            each |= {"kind": "violation", "why": weak[each["target"]]}
    decided = {(each, "color-contrast", "undecided") for each in texts}
    return [each for each in said if (each["target"], each["rule"], each["kind"]) not in decided]


@pytest.mark.gate("axe")
@pytest.mark.parametrize("way", WAYS)
def test_axe_finds_no_violation(gate: Gate, findings: Findings, way: str) -> None:
    for path, said in _of(findings, way):
        gate.saw(path, [f"{_told(each)}: {each['why']}" for each in said if each["kind"] == "violation"])
    gate.settle()


@pytest.mark.gate("axe-undecided")
@pytest.mark.parametrize("way", WAYS)
def test_what_axe_cannot_decide_is_explained(gate: Gate, findings: Findings, way: str) -> None:
    for path, said in _of(findings, way):
        open_ = [each for each in said if each["kind"] == "undecided" and not _explained(each)]
        gate.saw(path, [f"{_told(each)}: {each['why']}" for each in open_])
    gate.settle()


@pytest.mark.gate("axe-undecided")
def test_no_explanation_is_left_over(gate: Gate, findings: Findings) -> None:
    said = [each for found in findings.values() for each in found if each["kind"] == "undecided"]
    for entry in UNDECIDED:
        used = any(_matches(entry, each) for each in said)
        gate.saw(str(entry), [] if used else ["explains nothing any more"])
    gate.checked = gate.checked or 1
    gate.settle()


def _of(findings: Findings, way: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    return ((path, said) for (path, each), said in findings.items() if each == way)


def _told(each: Mapping[str, str]) -> str:
    return f"{each['rule']} at {each['target']} {each['html']}"


def _explained(each: Mapping[str, str]) -> bool:
    return any(_matches(entry, each) for entry in UNDECIDED)


def _matches(entry: Mapping[str, str], each: Mapping[str, str]) -> bool:
    return entry["rule"] == each["rule"] and bool(re.search(entry["html"], each["html"]))
