"""Editions in a browser: which one applies, by two dates, and addresses that lead on."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import Tabs
from .server import Site

FOLDER = "en/curricula/introduction-anaesthesiology/"
NEW = "Edition of July 2018"
OLD = "The edition before, which is not on this site"


@pytest.fixture
def tab(tabs: Tabs, site: Site) -> Page:
    tab: Any = tabs.tab(390)
    tab.goto(site.address(f"{FOLDER}editions.html"))
    return tab


@pytest.mark.parametrize(("filled", "advertised", "said", "chosen"), [
    ("2018-11-01", "", NEW, "If the post had been advertised by 1 November 2018"),
    ("2018-11-01", "2018-11-01", NEW, "If the post had been advertised by 1 November 2018"),
    ("2019-02-01", "2018-11-02", NEW, ""),
    ("2018-10-31", "", OLD, "If the training was under way on 1 November 2018"),
    ("2018-10-31", "2018-05-01", OLD, "If the training was under way on 1 November 2018"),
    ("2018-10-31", "2019-05-01", "A post cannot be filled before it is advertised.", ""),
])  # fmt: skip
def test_two_dates_find_the_edition(tab: Page, filled: str, advertised: str, said: str, chosen: str) -> None:
    tab.get_by_label("The day the post was or is to be filled").fill(filled)
    tab.get_by_label("The day it was advertised, if you know it").fill(advertised)
    answer = tab.locator("[aria-live=polite]")
    expect(answer).to_contain_text(said)
    expect(answer.get_by_text("If the", exact=False)).to_have_count(1 if chosen else 0)
    expect(answer).to_contain_text(chosen)
    expect(answer.get_by_role("link")).to_have_count(1 if said == NEW else 0)


def test_without_a_date_nothing_is_said_and_nothing_is_kept(tab: Page) -> None:
    field = tab.get_by_label("The day the post was or is to be filled")
    field.fill("2019-01-01")
    expect(tab.locator("[aria-live=polite]")).to_contain_text(NEW)
    field.fill("")
    expect(tab.locator("[aria-live=polite]")).to_be_empty()
    assert tab.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"


def test_without_a_script_the_table_says_it_alone(tabs: Tabs, site: Site) -> None:
    tab = tabs.tab(java_script_enabled=False)
    tab.goto(site.address(f"{FOLDER}editions.html"))
    expect(tab.get_by_label("The day the post was or is to be filled")).to_be_hidden()
    expect(tab.get_by_role("table", name="The edition that applies")).to_contain_text(
        "on 1 November 2018 or later"
    )


@pytest.mark.parametrize(("scripts", "place"), [(True, "#m2"), (False, "")])
def test_a_lasting_address_leads_to_where_the_edition_stands(
    tabs: Tabs, site: Site, scripts: bool, place: str
) -> None:
    tab = tabs.tab(java_script_enabled=scripts)
    tab.goto(site.address(f"{FOLDER}v2018-07/9-spinal-anaesthesia.html") + place)
    tab.wait_for_url(site.address(f"{FOLDER}9-spinal-anaesthesia.html") + place)
    expect(tab.locator("h1")).to_contain_text("anaesthesia")
