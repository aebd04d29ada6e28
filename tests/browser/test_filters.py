"""The filters in a browser: with the script, without it, with the keyboard, and through the history.

The site is served from memory by Playwright itself; where Chromium is missing the tests skip and say so.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect

from ..site.conftest import Whole

HOST = "http://kyndig.test"

Open = Callable[..., Page]


@pytest.fixture
def files(whole: Whole) -> Mapping[str, bytes]:
    return whole.files


@pytest.fixture
def visit(browser: Browser, files: Mapping[str, bytes]) -> Iterator[Open]:
    """Open pages of the site; at the end nothing may have been written to the console."""
    said: list[str] = []
    contexts = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        path += "index.html" if path.endswith("/") or not path else ""
        if path in files:
            kind = mimetypes.guess_type(path)[0] or "text/html"
            route.fulfill(body=files[path], content_type=f"{kind}; charset=utf-8")
        else:
            route.fulfill(status=404, body=path)

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    def open_(path: str, *, scripts: bool = True, width: int = 1280) -> Page:
        context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 844})
        contexts.append(context)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.route("**/*", answer)
        page.goto(f"{HOST}/{path}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == []


def choose(page: Page, facet: str, mark: str) -> None:
    """Open a facet as a reader does, and choose one of its values."""
    bar = page.locator(f"[data-facet={facet}]")
    if bar.get_attribute("open") is None:
        bar.locator("summary").click()
    bar.locator(f"[data-v='{mark}']").click()


def rows(page: Page, selector: str = "") -> int:
    return page.locator(f"li[data-f]{selector}:visible").count()


def number(page: Page, mark: str) -> int:
    return int(page.locator(f"[data-v='{mark}'] b").text_content() or "")


def test_a_value_refines_the_list_in_place_and_the_address_tells(visit: Open) -> None:
    page = visit("da/kurser/")
    everything = rows(page, ":not([data-of])")
    expected = number(page, "region.dk-syddanmark")
    choose(page, "region", "region.dk-syddanmark")
    assert page.url == f"{HOST}/da/kurser/?region=dk-syddanmark"
    assert rows(page, ":not([data-of])") == expected < everything
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^Region Syddanmark: {expected} kurser, "))
    expect(page.locator("[data-v='region.dk-syddanmark']")).to_have_attribute("aria-current", "true")
    expect(page.locator("[data-v='region.dk-syddanmark']")).to_be_focused()


def test_values_of_two_facets_are_joined_and_the_counts_come_true(visit: Open) -> None:
    page = visit("en/positions/statements/")
    choose(page, "topic", "topic.education")
    for name in ("must", "needs"):
        link = page.locator(f"[data-v='strength.{name}']")
        expected = int(link.locator("b").text_content() or "")
        choose(page, "strength", f"strength.{name}")
        assert rows(page) == expected > 0
        assert page.url.endswith(f"?topic=education&strength={name}")
    assert page.locator("section[data-box]:visible").count() == len(
        page.locator("section[data-box]:has(li[data-f]:visible)").all()
    )


def test_every_count_comes_true_for_courses_and_their_dates(visit: Open) -> None:
    """A course fits two facets only by one and the same date."""
    page = visit("da/kurser/?region=dk-midtjylland")
    before = rows(page, ":not([data-of])")
    marks = page.eval_on_selector_all(
        "[data-v]", "all => all.filter(a => !a.parentElement.hidden).map(a => a.dataset.v)"
    )
    others = [each for each in marks if each.split(".")[0] in ("month", "mode", "language")]
    assert others
    for mark in others:
        facet, value = mark.split(".", 1)
        page.goto(f"{HOST}/da/kurser/?region=dk-midtjylland")
        expected = number(page, mark)
        page.goto(f"{HOST}/da/kurser/?region=dk-midtjylland&{facet}={value}")
        assert 0 < rows(page, ":not([data-of])") == expected <= before, mark


def test_choosing_a_value_again_takes_it_back(visit: Open) -> None:
    page = visit("nb/behov/")
    everything = rows(page)
    choose(page, "kind", "kind.capacity")
    assert rows(page) < everything
    choose(page, "kind", "kind.capacity")
    assert (rows(page), page.url) == (everything, f"{HOST}/nb/behov/")


def test_the_way_back_and_a_link_to_a_refined_list_work(visit: Open) -> None:
    page = visit("da/kompetencer/")
    choose(page, "role", "role.medical-expert")
    experts = rows(page)
    choose(page, "due", "due.6")
    both = rows(page)
    page.go_back()
    assert rows(page) == experts > both > 0
    page.go_forward()
    assert rows(page) == both
    fresh = visit("da/kompetencer/?role=medical-expert&due=6")
    assert rows(fresh) == both
    assert fresh.locator("summary.on").count() == 2


def test_nothing_found_says_so_and_shows_the_way_out(visit: Open) -> None:
    page = visit("en/needs/?kind=nothing-of-the-kind")
    assert rows(page) == 0
    expect(page.get_by_role("status")).to_have_text("Nothing fits all of this.")
    page.get_by_role("link", name="Show all").click()
    assert (rows(page) > 0, page.url) == (True, f"{HOST}/en/needs/")
    assert page.evaluate("document.activeElement.role") == "status"


def test_from_the_page_of_a_value_another_facet_leads_to_the_whole_list(visit: Open) -> None:
    page = visit("da/kurser/region/region-syddanmark.html")
    mark = page.eval_on_selector_all(
        "[data-facet=topic] [data-v]", "all => all.find(a => !a.parentElement.hidden).dataset.v"
    )
    expected = number(page, mark)
    choose(page, "topic", mark)
    page.wait_for_url("**/da/kurser/?**")
    assert page.url == f"{HOST}/da/kurser/?region=dk-syddanmark&topic={mark.split('.', 1)[1]}"
    assert rows(page, ":not([data-of])") == expected


def test_another_value_of_the_same_facet_leads_to_its_own_page(visit: Open) -> None:
    page = visit("da/kurser/region/region-syddanmark.html")
    choose(page, "region", "region.dk-nordjylland")
    page.wait_for_url("**/region-nordjylland.html")


def test_the_language_switch_takes_the_choice_along(visit: Open) -> None:
    page = visit("da/behov/?kind=capacity")
    found = rows(page)
    page.locator("a[hreflang=nb][rel=alternate]").click()
    page.wait_for_url("**/nb/behov/?kind=capacity")
    assert rows(page) == found


def test_keys_alone_refine_a_list(visit: Open) -> None:
    page = visit("da/behov/")
    everything = rows(page)
    page.locator("[data-facet=kind] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert 0 < rows(page) < everything


def test_without_scripts_every_value_leads_to_its_page(visit: Open) -> None:
    page = visit("da/kurser/", scripts=False)
    expected = number(page, "mode.online")
    choose(page, "mode", "mode.online")
    page.wait_for_url("**/da/kurser/deltagelse/online.html")
    assert rows(page, ":not([data-of])") == expected
    page.locator(".clear").click()
    page.wait_for_url("**/da/kurser/")


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_filter_is_folded_and_the_list_begins_on_the_first_screen(
    visit: Open, scripts: bool
) -> None:
    for path in ("da/kurser/", "nb/kompetanser/", "en/needs/", "da/standpunkter/udsagn/"):
        page = visit(path, scripts=scripts, width=390)
        assert page.locator("li[data-f]").first.bounding_box()["y"] < 844, path  # type: ignore[index]
        page.locator(".sift > summary").click()
        page.locator("[data-facet] summary").first.click()
        box = page.locator("[data-v]").first.bounding_box()
        assert box is not None
        assert box["height"] >= 24


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_open_filters_never_scroll_sideways(visit: Open, width: int) -> None:
    for path in ("da/kurser/", "nb/kompetanser/", "en/needs/", "da/standpunkter/udsagn/"):
        page = visit(path, width=width)
        for each in page.locator("[data-facet]").all():
            each.evaluate("each => { each.closest('.sift').open = true; each.open = true }")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
