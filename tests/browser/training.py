"""What the tests of "My training" have in common: a small site, and the hands of a reader.

The site is the case `training`, below a path and in two languages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kyndig.build import build
from kyndig.resources import theme_folder
from site_cases import SETTINGS, TESTS, Case

from .server import Site

TODAY = date(2026, 11, 22)
DA = "da/uddannelser/introduktion/min-uddannelse.html"
NB = "nb/utdanninger/introduktion/min-utdanning.html"
KEY = "kyndig-training /kurser/ introduction 2018-07"
STORED = f"() => JSON.parse(localStorage.getItem({json.dumps(KEY)}))"
KESTIN = {"acceptable": 0.1, "unacceptable": 0.2, "alpha": 0.1, "beta": 0.1}
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the case, served below its path."""
    root = tmp_path_factory.mktemp("training")
    Case.read(TESTS / "cases" / "training.txt").lay_out(root)
    built = build(root, SETTINGS, TODAY, theme_folder(SETTINGS.theme, root))
    assert not built.failed, built.diagnostics
    site = Site(built.files, "/kurser/")
    yield site
    site.close()


@pytest.fixture
def visit(browser: Any, small: Site) -> Iterator[Open]:
    """Open the page in a browser that has kept nothing; at the end nothing may have been said in the console."""
    said: list[str] = []

    def open_(path: str = DA, *, keep: bool = True, width: int = 1280, **wishes: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 844}, locale="da-DK", **wishes)
        context.set_default_timeout(15_000)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(small.address(path))
        if keep:
            tab.locator("[data-asking] button").click()
        return tab

    yield open_
    for context in browser.contexts:
        context.close()
    assert [each for each in said if "ERR_INTERNET_DISCONNECTED" not in each] == []


def row(tab: Any, part: str, key: str) -> Any:
    return tab.locator(f"[data-part={part}] [data-key='{key}']")


def tick(tab: Any, part: str, key: str, day: str = "") -> None:
    row(tab, part, key).locator("[type=checkbox]").check()
    if day:
        row(tab, part, key).locator("[type=date]").fill(day)


def section(tab: Any, key: str) -> Any:
    return tab.locator(f"[data-count][data-key={key}]")


def attempts(tab: Any, key: str, outcomes: str, day: str = "") -> None:
    """Note attempts with the buttons, `S` for one that succeeded and `F` for one that failed."""
    if day:
        section(tab, key).locator(".day [type=date]").fill(day)
    for outcome in outcomes:
        section(tab, key).locator(".bar button").nth("SF".index(outcome)).click()


def give_rates(tab: Any, key: str, *numbers: float) -> None:
    """Enter the four numbers of a department, in per cent."""
    box = section(tab, key).locator(".rates")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    for name, number in zip(KESTIN, numbers, strict=True):
        box.locator(f"[data-rate={name}]").fill(str(number))
        box.locator(f"[data-rate={name}]").blur()


def exported(tab: Any, what: str = "json") -> str:
    with tab.expect_download() as download:
        tab.locator(f"[data-do={what}]").click()
    assert download.value.suggested_filename.endswith(f".{what}")
    return Path(download.value.path()).read_bytes().decode()


def bring(tab: Any, text: str, how: str = "") -> None:
    """Choose a file to import; and how, where it can be."""
    with tab.expect_file_chooser() as chooser:
        tab.locator("[data-do=import]").click()
    chooser.value.set_files({"name": "notes.json", "mimeType": "application/json", "buffer": text.encode()})
    if how:
        tab.locator(f"dialog[open] [value={how}]").click()


def forget(tab: Any) -> None:
    tab.locator("[data-do=delete]").click()
    with tab.expect_navigation():
        tab.locator("dialog[open] [value=yes]").click()
