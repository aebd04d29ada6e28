"""A page asks nobody else, keeps nothing, says nothing in the console, and holds to its own policy."""

from __future__ import annotations

from typing import Any

import pytest

from ..site.conftest import Whole
from .conftest import Sample, Tabs
from .gates import Gate
from .server import Site, policy
from .test_weight import LIMITS

KEPT = """async () => Object.entries({
    "local storage": localStorage.length, "session storage": sessionStorage.length,
    "IndexedDB": (await indexedDB.databases()).length, "caches": (await caches.keys()).length,
    "service workers": (await navigator.serviceWorker.getRegistrations()).length,
}).filter(([, count]) => count).map(([name, count]) => `${count} in ${name}`)"""
UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "http:", "https:", "data:", "blob:", "*")


@pytest.mark.gate("policy")
def test_the_policy_of_a_page_allows_nothing_unsafe(gate: Gate, whole: Whole) -> None:
    kinds = {page.path: page.kind for page in whole.checked.site.pages}
    for path, text in whole.pages.items():
        said = policy(text.encode())
        faults = [f"allows {each}" for each in UNSAFE if each in said.replace(";", " ").split()]
        if "default-src 'none'" not in said:
            faults.append("does not begin with default-src 'none'")
        if "'wasm-unsafe-eval'" in said and kinds.get(path) not in LIMITS["wasm"]:
            faults.append("allows WebAssembly")
        gate.saw(path, faults)
    gate.settle()


@pytest.mark.gate("policy")
def test_a_page_cannot_be_framed(gate: Gate, tabs: Tabs, sample: Sample, site: Site) -> None:
    """The server's header says so; a page cannot say it of itself."""
    tab = tabs.tab()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.set_content(f'<iframe src="{site.address(sample.pages[1].path)}"></iframe>')
    tab.wait_for_timeout(300)
    gate.saw(sample.pages[1].path, [] if any("frame-ancestors" in each for each in said) else ["is framed"])
    gate.settle()


@pytest.mark.gate("console")
def test_a_page_says_nothing_in_the_console(gate: Gate, tabs: Tabs, sample: Sample) -> None:
    tab = tabs.tab()
    said: list[str] = []
    tab.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    tab.on("pageerror", lambda error: said.append(f"error: {error}"))
    tab.on("requestfailed", lambda each: said.append(f"not loaded: {each.url}") if _failed(each) else None)
    tab.on("response", lambda each: said.append(f"{each.status}: {each.url}") if each.status >= 400 else None)
    for page in sample.pages:
        tabs.go(tab, page)
        gate.saw(page.path, said)
        said.clear()
    gate.settle()


def _failed(request: Any) -> bool:
    """Tell a request that failed from one that was given up because the next page was asked for."""
    return "ABORTED" not in str(request.failure)


@pytest.mark.gate("private")
def test_a_page_asks_no_third_party_and_keeps_nothing(
    gate: Gate, tabs: Tabs, sample: Sample, site: Site
) -> None:
    context = tabs.context()
    tab, asked = context.new_page(), []
    tab.on("request", lambda request: asked.append(request.url))
    for page in sample.pages:
        tabs.go(tab, page)
        others = [f"asks {each}" for each in asked if not each.startswith(f"{site.origin}/")]
        cookies: list[Any] = context.cookies()
        gate.saw(page.path, [*others, *tab.evaluate(KEPT), *(f"cookie {each['name']}" for each in cookies)])
        asked.clear()
    gate.settle()
