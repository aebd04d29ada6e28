"""My training in a browser: nothing kept before it is asked for, everything afterwards, and on every way a reader has."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from . import tools
from .contrast import script
from .server import Site
from .test_axe import AXE, OPTIONS
from .test_quiet import KEPT
from .training import DA, NB, STORED, Open, attempts, forget, give_rates, row, section, small, tick, visit

__all__ = ["small", "visit"]


def test_nothing_is_kept_before_the_reader_asks(visit: Open) -> None:
    tab = visit(keep=False)
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate(KEPT) == []
    assert tab.context.cookies() == []
    assert tab.locator("main :is([type=checkbox], [type=date])").count() == 0
    assert "Intet gemmes, før du trykker" in tab.inner_text("main")
    tab.locator("[data-asking] button").click()
    assert tab.evaluate(STORED)["format"] == "kyndig-training"
    expect(tab.locator("[data-kept] h3")).to_be_focused()


def test_there_is_no_field_for_words(visit: Open) -> None:
    tab = visit()
    kinds = tab.locator("main :is(input, textarea, [contenteditable])").evaluate_all(
        "all => all.map(one => one.type)"
    )
    assert set(kinds) <= {"checkbox", "date", "number", "file"}


def test_ticks_days_and_counts_outlive_a_reload_in_every_language(visit: Open, small: Site) -> None:
    tab = visit()
    tick(tab, "competencies", "1", "2026-03-02")
    tick(tab, "cards", "5")
    attempts(tab, "spinal", "SF", "2026-02-01")
    section(tab, "intubation").locator(".bar button").click()
    tab.goto(small.address(NB))
    expect(row(tab, "competencies", "1").locator("[type=checkbox]")).to_be_checked()
    expect(row(tab, "competencies", "1").locator("[type=date]")).to_have_value("2026-03-02")
    expect(row(tab, "competencies", "3").locator("[type=checkbox]")).not_to_be_checked()
    expect(row(tab, "cards", "5").locator("[type=checkbox]")).to_be_checked()
    expect(tab.locator("[data-sum]")).to_have_text("Kompetanser: 1. Kort: 1. Talte prosedyrer: 3.")
    assert "2 forsøk: 1 lyktes, 1 lyktes ikke" in section(tab, "spinal").inner_text()
    kept = tab.evaluate(STORED)
    assert [(each["date"], each["outcome"]) for each in kept["attempts"]["spinal"]] == [
        ("2026-02-01", "success"), ("2026-02-01", "failure"),
    ]  # fmt: skip
    assert "outcome" not in kept["attempts"]["intubation"][0]


def test_a_tick_and_an_attempt_can_be_taken_back(visit: Open) -> None:
    tab = visit()
    tick(tab, "competencies", "1")
    row(tab, "competencies", "1").locator("[type=checkbox]").uncheck()
    attempts(tab, "spinal", "SFS")
    section(tab, "spinal").locator("details summary").first.click()
    section(tab, "spinal").get_by_role("button", name="Fjern forsøg 2").click()
    expect(section(tab, "spinal").get_by_role("button", name="Fjern forsøg 2")).to_be_focused()
    kept = tab.evaluate(STORED)
    assert kept["competencies"] == {}
    assert [each["outcome"] for each in kept["attempts"]["spinal"]] == ["success", "success"]


def test_a_day_may_be_emptied_but_not_lie_in_the_future(visit: Open) -> None:
    tab = visit()
    tick(tab, "competencies", "1", "2026-03-02")
    field = row(tab, "competencies", "1").locator("[type=date]")
    field.fill("2999-01-01")
    field.blur()
    expect(field).to_have_value("2026-03-02")
    expect(tab.locator("[data-said]")).to_have_text("Skriv en hel dato, som ikke ligger i fremtiden.")
    field.fill("")
    field.blur()
    assert tab.evaluate(STORED)["competencies"] == {"1": ""}


def test_attempts_stand_by_day_whenever_they_are_noted(visit: Open) -> None:
    tab = visit()
    attempts(tab, "spinal", "S", "2026-02-03")
    attempts(tab, "spinal", "F", "2026-02-01")
    assert [each["date"] for each in tab.evaluate(STORED)["attempts"]["spinal"]] == [
        "2026-02-01",
        "2026-02-03",
    ]


def test_delete_asks_first_and_then_leaves_nothing(visit: Open) -> None:
    tab = visit()
    expect(tab.locator("[data-kept]")).to_have_attribute("data-ready", "true")
    tick(tab, "competencies", "1")
    tab.locator("[data-do=delete]").click()
    tab.locator("dialog[open] [value=no]").click()
    assert tab.evaluate(STORED)["competencies"].keys() == {"1"}
    forget(tab)
    expect(tab.locator("[data-asking] button")).to_be_visible()
    assert tab.evaluate(KEPT) == []


def test_the_page_opens_without_a_network_once_it_was_asked_to_keep_notes(visit: Open, small: Site) -> None:
    tab = visit()
    expect(tab.locator("[data-offline]")).to_have_text("Siden kan også åbnes uden net.")
    tick(tab, "competencies", "1", "2026-03-02")
    scopes = tab.evaluate(
        "async () => (await navigator.serviceWorker.getRegistrations()).map(one => one.scope)"
    )
    assert scopes == [small.address(DA)]  # no other page of the site
    tab.context.set_offline(True)
    tab.reload()
    expect(row(tab, "competencies", "1").locator("[type=date]")).to_have_value("2026-03-02")
    tick(tab, "competencies", "3")
    assert tab.evaluate("() => getComputedStyle(document.querySelector('.top')).borderTopStyle") == "solid"
    tab.context.set_offline(False)
    tab.reload()
    expect(row(tab, "competencies", "3").locator("[type=checkbox]")).to_be_checked()


def test_another_tab_shows_what_was_noted_in_this_one(visit: Open, small: Site) -> None:
    tab = visit()
    other = tab.context.new_page()
    other.goto(small.address(NB))
    tick(tab, "competencies", "1")
    expect(row(other, "competencies", "1").locator("[type=checkbox]")).to_be_checked()
    forget(tab)
    expect(other.locator("[data-asking] button")).to_be_visible()


def test_keys_alone_do_everything(visit: Open) -> None:
    tab = visit(keep=False)
    tab.locator("[data-asking] button").focus()
    tab.keyboard.press("Enter")
    for _ in range(5):
        tab.keyboard.press("Tab")
    expect(tab.locator("[data-do=delete]")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("dialog[open] [value=no]")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator("[data-do=delete]")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(row(tab, "competencies", "1").locator("[type=checkbox]")).to_be_focused()
    tab.keyboard.press("Space")
    assert list(tab.evaluate(STORED)["competencies"]) == ["1"]
    section(tab, "spinal").locator(".bar button").first.focus()
    tab.keyboard.press("Enter")
    expect(section(tab, "spinal").locator("[role=status]")).to_have_text("Forsøg 1 er noteret: lykkedes.")


def test_axe_finds_nothing_while_notes_are_kept(visit: Open) -> None:
    for width, scheme in ((1280, "light"), (320, "dark")):
        tab = visit(width=width, color_scheme=scheme, bypass_csp=True)
        tick(tab, "competencies", "1")
        attempts(tab, "spinal", "SFS")
        give_rates(tab, "epidural", 5, 10, 10, 10)
        for each in tab.locator("main details").all():
            each.evaluate("one => { one.open = true }")
        tab.evaluate(tools.module(AXE).read_text("utf-8"))
        assert _violations(tab) == []
        assert tab.evaluate(script("overflow")) == []
        tab.locator("[data-do=delete]").click()
        assert _violations(tab) == []


def _violations(tab: Any) -> list[Any]:
    return [each for each in tab.evaluate(script("axe"), OPTIONS) if each["kind"] == "violation"]


def test_paper_has_what_is_noted_and_nothing_to_press(visit: Open) -> None:
    tab = visit(width=680)
    tick(tab, "competencies", "1", "2026-03-02")
    tick(tab, "competencies", "3")
    attempts(tab, "spinal", "SF")
    tab.emulate_media(media="print")
    assert tab.locator("main :is(button, input):visible").count() == 0
    assert "2. marts 2026" in row(tab, "competencies", "1").inner_text()
    assert "Dato" in row(tab, "competencies", "32").inner_text()
    mark = "one => getComputedStyle(one, '::before').content"
    assert row(tab, "competencies", "1").locator(".box").evaluate(mark) == '"✓"'
    assert row(tab, "competencies", "32").locator(".box").evaluate(mark) == "none"
    assert section(tab, "spinal").locator("table").is_visible()


def test_without_script_the_page_is_a_list_to_print(visit: Open) -> None:
    tab = visit(keep=False, java_script_enabled=False)
    assert "At krydse af kræver JavaScript." in tab.inner_text("main")
    assert tab.locator("main :is(button, input, dialog):visible").count() == 0
    assert tab.locator("[data-part] li .box:visible").count() == 4
    tab.emulate_media(media="print")
    assert tab.locator("[data-part] li .when:visible").count() == 4


def test_where_nothing_may_be_stored_the_page_says_so(visit: Open) -> None:
    tab = visit(keep=False)
    tab.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('no') } }")
    tab.locator("[data-asking] button").click()
    expect(tab.locator("[data-said]")).to_have_text(
        "Denne browser lader ikke sider gemme noget. Intet er gemt."
    )
    assert tab.locator("main [type=checkbox]").count() == 0
    assert tab.evaluate(KEPT) == []
