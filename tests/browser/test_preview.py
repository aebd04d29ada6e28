"""The preview in a browser: an edit appears where the reader is, and faults lie over the page until they are mended."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from rich.console import Console

from kyndig.scaffold import init
from kyndig.serve.answers import start
from kyndig.serve.preview import Preview
from kyndig.serve.run import follow
from kyndig.serve.workshop import Workshop

ARTICLE, ITS_PAGE = "content/pages/about.md", "/da/om.html"
LONG = "\n\n".join(f"## Afsnit {number}\n\n{'Ord. ' * 80}" for number in range(1, 40))


@dataclass
class Shown:
    root: Path
    page: Page
    address: str

    def write(self, path: str, text: str) -> None:
        (self.root / path).write_text(text, "utf-8")


@pytest.fixture
def shown(browser: Any, tmp_path: Path) -> Iterator[Shown]:
    root = tmp_path / "site"
    init(root)
    with (root / ARTICLE).open("a", encoding="utf-8") as file:
        file.write(LONG)
    preview, end = Preview(), threading.Event()
    settings = root / "publishconf.py"
    workshop = Workshop.of(settings, date(2026, 11, 22), preview, Console(file=StringIO()), remember=False)
    workshop.renew()
    server = start(preview, 0)
    follower = threading.Thread(target=follow, args=(workshop, 0, end), daemon=True)
    follower.start()
    threading.Thread(target=workshop.work, daemon=True).start()
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield Shown(root, page, f"http://127.0.0.1:{server.server_address[1]}")
    context.close()
    end.set()
    follower.join(10)
    server.shutdown()
    server.server_close()
    assert said == []


def top_of(page: Page, text: str) -> float:
    box = page.get_by_role("heading", name=text, exact=True).bounding_box()
    assert box is not None
    return float(box["y"])


def test_an_edit_appears_and_nothing_jumps(shown: Shown) -> None:
    page, text = shown.page, (shown.root / ARTICLE).read_text("utf-8")
    page.goto(shown.address + ITS_PAGE)
    page.get_by_role("heading", name="Afsnit 20", exact=True).scroll_into_view_if_needed()
    page.locator("footer a").first.evaluate(
        "each => { each.mark = 'the same'; each.focus({ preventScroll: true }) }"
    )
    before = top_of(page, "Afsnit 20")
    shown.write(
        ARTICLE,
        text.replace("## Afsnit 3\n", "## Afsnit 3\n\nNoget nyt ovenfor.\n\n" + "Mere. " * 300 + "\n"),
    )
    expect(page.get_by_text("Noget nyt ovenfor.")).to_have_count(1)
    page.wait_for_timeout(100)
    assert abs(top_of(page, "Afsnit 20") - before) <= 2
    assert page.evaluate("document.activeElement.mark") == "the same"


def test_a_page_with_scripts_is_loaded_again_at_the_same_place(shown: Shown) -> None:
    page = shown.page
    page.set_viewport_size({"width": 390, "height": 300})
    page.goto(shown.address + "/da/kurser/")
    page.locator(".sift > summary").click()
    page.locator("[data-facet] summary").first.click()
    page.locator("footer a").first.focus()
    page.evaluate("scrollTo(0, 250)")
    row = page.locator("li[data-f] a").first
    name, before = row.text_content() or "", row.bounding_box()
    path = "content/courses/handover-course.da.md"
    text = (shown.root / path).read_text("utf-8")
    with page.expect_navigation():
        shown.write(path, re.sub(r"(?m)^title: .*", "title: Et helt andet kursus", text, count=1))
    expect(page.get_by_text("Et helt andet kursus").first).to_be_attached()
    expect(page.locator("footer a").first).to_be_focused()
    assert page.locator("[data-facet]").first.get_attribute("open") is not None
    after = page.locator("li[data-f] a").first.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) <= 40, name


def test_faults_lie_over_the_page_until_they_are_mended(shown: Shown) -> None:
    page, text = shown.page, (shown.root / ARTICLE).read_text("utf-8")
    page.goto(shown.address + ITS_PAGE)
    alert = page.get_by_role("alert")
    expect(alert).to_have_count(0)
    shown.write(ARTICLE, text.replace("title:", "titel:"))
    expect(alert).to_contain_text(re.compile(rf"{ARTICLE}:\d+:\d+"))
    expect(alert).to_contain_text('did you mean "title"?')
    expect(page.get_by_role("heading", name="Om webstedet")).to_be_visible()
    page.keyboard.press("Escape")
    expect(alert).to_have_count(0)
    page.reload()
    expect(alert).to_have_count(1)
    alert.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Hide")).to_be_focused()
    shown.write(ARTICLE, text)
    expect(alert).to_have_count(0)
