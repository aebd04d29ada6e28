"""What a reader waits for: bytes of the first view, requests before the first paint, script."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from ..site.conftest import Whole
from .conftest import Sample, Tabs
from .gates import Gate
from .server import Site

FIRST_VIEW, LONGEST, SCRIPT = 14 * 1024, 30 * 1024, 12 * 1024
LIMITS: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "limits.yaml").read_text("utf-8")
)
LINKED = re.compile(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"')
"""What the first view needs: not a style sheet for paper, which names its medium first."""
RESOURCES = """() => performance.getEntriesByType("resource").map(each => ({
    address: each.name, blocks: each.renderBlockingStatus === "blocking", kind: each.initiatorType}))"""


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@pytest.mark.gate("first-view")
def test_the_first_view_fits_in_14_kilobytes_or_30_where_a_list_is_long(
    gate: Gate, whole: Whole, site: Site
) -> None:
    kinds = {page.path: page.kind for page in whole.checked.site.pages}
    for path, text in whole.pages.items():
        linked = {site.find(address) for address in LINKED.findall(text)}
        size = _packed(text.encode()) + sum(_packed(whole.files[each]) for each in linked)
        limit = LONGEST if kinds.get(path) in LIMITS["long"] else FIRST_VIEW
        gate.saw(path, [f"{size} bytes, {limit} allowed"] if size > limit else [])
    gate.settle()


@pytest.mark.gate("first-paint")
def test_nothing_but_one_stylesheet_is_fetched_before_the_first_paint_or_two_where_a_page_is_like_no_other(
    gate: Gate, tabs: Tabs, sample: Sample, site: Site
) -> None:
    tab = tabs.tab()
    for page in sample.pages:
        tabs.go(tab, page)
        blocking = [each for each in tab.evaluate(RESOURCES) if each["blocks"]]
        names = [site.find(each["address"]) for each in blocking]
        most = 2 if page.kind in LIMITS["styles"] else 1
        right = 0 < len(names) <= most and all(each.endswith(".css") for each in names)
        gate.saw(page.path, [] if right else [f"waits for {names}"])
    gate.settle()


@pytest.mark.gate("script")
def test_a_page_has_script_only_where_its_kind_needs_it(
    gate: Gate, tabs: Tabs, sample: Sample, site: Site
) -> None:
    """What is loaded is counted, not what is linked: a module may load others."""
    context = tabs.context()
    tab = context.new_page()
    loaded: list[str] = []
    tab.on("request", lambda request: loaded.append(request.url))
    for page in sample.pages:
        loaded.clear()
        tabs.go(tab, page)
        tab.wait_for_load_state("networkidle") if page.kind in LIMITS["scripts"] else None
        scripts = [
            site.find(each) for each in loaded if urlsplit(each).path.endswith((".js", ".mjs", ".wasm"))
        ]
        gate.saw(page.path, _script_faults(page.kind, scripts, site.files))
    gate.settle()


def _script_faults(kind: str, scripts: list[str], files: Mapping[str, Any]) -> list[str]:
    if scripts and kind not in LIMITS["scripts"]:
        return [f"loads {scripts}, and limits.yaml names no need of it"]
    size = sum(_packed(files[each]) for each in scripts)
    return [f"{size} bytes of script, {SCRIPT} allowed"] if size > SCRIPT else []
