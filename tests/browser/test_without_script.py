"""Without JavaScript: the content, the ways through the site and the filters are all there."""

from __future__ import annotations

import re

import pytest

from .conftest import Sample, Tabs
from .gates import Gate

LOST = """() => [...document.querySelectorAll("main :is(button, input, select, textarea)")]
    .filter(one => one.checkVisibility() && !one.closest("form[action]"))
    .map(one => `${one.localName} ${one.name || one.textContent} does nothing`)"""


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@pytest.mark.gate("without-script")
def test_a_page_shows_the_same_words_without_script(gate: Gate, tabs: Tabs, sample: Sample) -> None:
    rich, plain = tabs.tab(), tabs.tab(java_script_enabled=False)
    for page in sample.each_kind():
        tabs.go(rich, page)
        tabs.go(plain, page)
        # To search and to try dates needs the script: without it the fields are left out, and lists and tables stand alone.
        fields = {"list-search": "main form", "curriculum-versions": "main .which"}
        field = rich.locator(fields[page.kind]).all_inner_texts() if page.kind in fields else []
        lost = _words(rich.inner_text("main")) - _words(plain.inner_text("main")) - _words(" ".join(field))
        bare = len(_words(plain.inner_text("main"))) < 5
        faults = [f"says only with script: {sorted(lost)[:10]}"] if lost else []
        gate.saw(page.path, [*faults, *(["has no content"] if bare else [])])
    gate.settle()


@pytest.mark.gate("without-script")
def test_ways_through_the_site_work_without_script(gate: Gate, tabs: Tabs, sample: Sample) -> None:
    """The menu, the other languages, and every control of the page; `noscript` pages count as the reader meets them."""
    tab = tabs.tab(java_script_enabled=False)
    for page in sample.each_kind()[1:]:
        tabs.go(tab, page)
        menu, languages = tab.locator("header nav a[href]"), tab.locator("header a[hreflang]")
        faults = [] if menu.count() > 4 and menu.first.is_visible() else ["has no menu"]
        faults += [] if languages.count() and languages.first.is_visible() else ["has no other languages"]
        gate.saw(page.path, [*faults, *tab.evaluate(LOST)])
    gate.settle()


@pytest.mark.gate("without-script")
def test_filters_and_the_language_switch_lead_somewhere_without_script(
    gate: Gate, tabs: Tabs, sample: Sample
) -> None:
    tab = tabs.tab(java_script_enabled=False)
    for page in sample.each_kind():
        tabs.go(tab, page)
        found = tab.locator("main .bar a[href], header a[hreflang]").evaluate_all(
            "all => all.map(one => one.href)"
        )
        for address in dict.fromkeys(each.partition("#")[0] for each in found):
            answer = tab.request.get(address)
            gate.saw(page.path, [] if answer.ok else [f"{address} answers {answer.status}"])
    gate.settle()
