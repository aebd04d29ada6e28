"""What readers type is found: through the search page, in a browser, under the page's own policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from kyndig.routes import Site

from .conftest import Shown
from .found import Answer, ours, queries, share

ENOUGH = 95
LANGUAGES = ("da", "nb", "en")


@pytest.fixture(scope="module")
def answers(shown: Shown, site: Site) -> list[Answer]:
    return list(ours(shown.browser, shown.address, site))


@pytest.fixture
def page(shown: Shown) -> Iterator[Any]:
    """A page whose messages and errors fail the test."""
    page, said = shown.browser.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    page.close()
    assert said == []


def wait(page: Any) -> str:
    """Wait until the answer is shown, and return what is announced."""
    page.wait_for_selector("#find[data-shown]", state="attached")
    return str(page.text_content("#find [role=status]"))


def test_there_are_enough_queries() -> None:
    assert all(count >= 60 for count in Counter(each.language for each in queries()).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_readers_type_is_among_the_first_three(answers: list[Answer], language: str) -> None:
    own = [each for each in answers if each.query.language == language]
    missed = [f"{each.query.text}: {', '.join(each.first)}" for each in own if not each.found]
    assert share(own) >= ENOUGH, "\n".join(missed)


def test_nothing_is_loaded_before_a_reader_types(page: Any, shown: Shown) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{shown.address}/da/soeg/")
    page.wait_for_selector("#find-q")
    assert not [each for each in asked if "/search/" in each]
    page.fill("#find-q", "spinal")
    wait(page)
    assert [each for each in asked if "/search/" in each]


def test_state_stands_in_the_address_and_back_leads_back(page: Any, shown: Shown) -> None:
    page.goto(f"{shown.address}/da/soeg/?q=kursus")
    assert "kursus" in wait(page)
    assert page.input_value("#find-q") == "kursus"
    page.click("#find .bar a:has-text('Kurser')")
    page.wait_for_function("() => document.querySelectorAll('#found h2').length === 1")
    assert page.url.endswith("?q=kursus&kind=course")
    assert page.get_attribute("#find .bar [aria-current]", "href") == "?q=kursus&kind=course"
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "true"
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('#found h2').length > 1")


def test_typing_leaves_the_focus_in_the_field(page: Any, shown: Shown) -> None:
    page.goto(f"{shown.address}/nb/soek/")
    page.focus("#find-q")
    page.keyboard.type("spinalanestsi")
    assert "spinalanestesi" in wait(page)
    assert page.evaluate("document.activeElement.id") == "find-q"


def test_a_word_that_is_nowhere_finds_nothing(page: Any, shown: Shown) -> None:
    page.goto(f"{shown.address}/en/search/?q=qqqxxxqqq")
    assert wait(page) == "No results for “qqqxxxqqq”."


def test_an_invented_date_says_so(page: Any, shown: Shown) -> None:
    page.goto(f"{shown.address}/da/soeg/?q=regionalanæstesi&kind=course")
    wait(page)
    assert page.text_content("#found li:has(a[href*=regionalanaestesi]) .flag.example") == "Eksempel"


def test_what_a_reader_types_is_never_read_as_html(page: Any, shown: Shown) -> None:
    page.goto(f"{shown.address}/da/soeg/?q=%3Cimg%20src=x%20onerror=alert(1)%3E%20spinal")
    wait(page)
    assert page.query_selector("#find img, #found img") is None


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("da/kurser/vejlednings-kursus.html", "/da/kurser/vejledningskursus.html"),
        ("nb/spinalanestesi", "/9-spinalanestesi.html"),
        ("en/organisation/tekna.html", "/en/organisations/tekna.html"),
        ("kurser/vejledningskursus", "/da/kurser/vejledningskursus.html"),
    ],
)
def test_a_wrong_address_leads_to_the_nearest(shown: Shown, wrong: str, right: str) -> None:
    page = shown.browser.new_page()
    page.goto(f"{shown.address}/{wrong}")
    page.wait_for_selector("[data-names]:not([hidden]) a.t")
    near = page.evaluate("[...document.querySelectorAll('[data-names] a.t')].map(each => each.pathname)")
    assert any(each.endswith(right) for each in near)
    page.close()
