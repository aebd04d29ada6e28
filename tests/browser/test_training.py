"""My training in a browser: nothing kept before it is asked for, everything afterwards, and a score that is right.

The site is the case `training`, below a path and in two languages. A score is held against a calculation of its own,
from the definition of the sequential probability ratio test (Wald 1945): the logarithm of the ratio of likelihoods
after each attempt, and the bounds that follow from the two risks. The rates are those of Kestin's study of the same
procedure (Br J Anaesth 1995;75:805–9: acceptable 10 %, unacceptable 20 %).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import log
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from kyndig.build import build
from kyndig.resources import theme_folder
from site_cases import SETTINGS, TESTS, Case

from . import tools
from .contrast import script
from .server import Site
from .test_axe import AXE, OPTIONS
from .test_quiet import KEPT

TODAY = date(2026, 11, 22)
DA = "da/uddannelser/introduktion/min-uddannelse.html"
NB = "nb/utdanninger/introduktion/min-utdanning.html"
KEY = "kyndig-training /kurser/ introduction 2018-07"
STORED = f"() => JSON.parse(localStorage.getItem({json.dumps(KEY)}))"
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "training.schema.json").read_text("utf-8"))
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


def test_export_delete_and_import_bring_everything_back(visit: Open) -> None:
    tab = visit()
    tick(tab, "competencies", "3", "2026-03-02")
    attempts(tab, "spinal", "SSF")
    give_rates(tab, "epidural", 5, 10, 10, 10)
    before, text = tab.evaluate(STORED), exported(tab)
    assert _faults(json.loads(text), SCHEMA) == []
    forget(tab)
    tab.locator("[data-asking] button").click()
    bring(tab, text, "replace")
    expect(tab.locator("[data-said]")).to_have_text("Noterne er importeret.")
    assert tab.evaluate(STORED) == before
    expect(row(tab, "competencies", "3").locator("[type=checkbox]")).to_be_checked()


def test_an_import_is_added_without_losing_or_doubling_anything(visit: Open) -> None:
    tab = visit()
    tick(tab, "competencies", "1", "2026-03-02")
    attempts(tab, "spinal", "SF", "2026-02-05")
    text = exported(tab)
    tick(tab, "competencies", "1", "2026-03-01")
    tick(tab, "competencies", "3", "2026-04-01")
    attempts(tab, "spinal", "F", "2026-02-01")
    bring(tab, text, "merge")
    kept = tab.evaluate(STORED)
    assert kept["competencies"] == {"1": "2026-03-01", "3": "2026-04-01"}
    assert [each["outcome"] for each in kept["attempts"]["spinal"]] == ["failure", "success", "failure"]
    bring(tab, text, "no")
    bring(tab, text)
    tab.keyboard.press("Escape")
    assert tab.evaluate(STORED) == kept
    bring(tab, text, "replace")
    assert tab.evaluate(STORED) == json.loads(text)


@pytest.mark.parametrize(("change", "said"), [
    ("{", "Filen er ikke JSON."),
    ("[]", "Filen indeholder ikke noter fra dette websted"),
    ({"version": 2}, "Filen er i version 2 af formatet, og denne side læser version 1."),
    ({"curriculum": "other"}, "Noterne hører til en anden uddannelse: other."),
    ({"edition": "2013"}, "Noterne hører til en anden udgave af uddannelsen: 2013."),
    ({"note": "Fru N., 81 år"}, "“note” hører ikke hjemme i sådan en fil."),
    ({"cards": []}, "cards: det, der står her, har ikke den rette form."),
    ({"competencies": {"99": ""}}, "competencies: uddannelsen har ikke noget, der hedder “99”."),
    ({"competencies": {"1": "2026-02-30"}}, "competencies, 1: “2026-02-30” er ikke en dato som 2026-11-22."),
    ({"attempts": {"spinal": [{"id": "0" * 16, "date": "2026-01-01"}]}}, "attempts, spinal, 1: “–” er ikke et udfald"),
    ({"attempts": {"spinal": [{"id": "0" * 16, "date": "2026-01-01", "outcome": "success", "patient": "N."}]}},
     "attempts, spinal, 1: det, der står her, har ikke den rette form."),
    ({"attempts": {"block": []}}, "attempts: uddannelsen har ikke noget, der hedder “block”."),
    ({"rules": {"epidural": KESTIN | {"acceptable": 0.3}}}, "rules, epidural: raterne eller risiciene"),
])  # fmt: skip
def test_a_file_that_is_not_right_is_refused_in_words(visit: Open, change: Any, said: str) -> None:
    tab = visit()
    tick(tab, "competencies", "1")
    before = tab.evaluate(STORED)
    bring(tab, change if isinstance(change, str) else json.dumps(before | change))
    alert = tab.locator("[role=alert]")
    expect(alert).to_contain_text("Filen er ikke importeret. Intet er ændret.")
    expect(alert).to_contain_text(said)
    assert tab.evaluate(STORED) == before


def test_many_faults_are_told_ten_at_a_time(visit: Open) -> None:
    tab = visit()
    bring(tab, json.dumps(tab.evaluate(STORED) | {"cards": {str(number): "" for number in range(100, 112)}}))
    assert tab.locator("[role=alert] li").count() == 11
    expect(tab.locator("[role=alert] li").last).to_have_text("Og 2 fejl mere.")


def test_what_cannot_be_read_any_more_is_kept_until_the_reader_decides(visit: Open) -> None:
    tab = visit()
    later = json.dumps(tab.evaluate(STORED) | {"version": 2})
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, later])
    tab.reload()
    expect(tab.locator("[role=alert]")).to_contain_text("kan ikke læses som noter til denne side")
    assert tab.locator("main [type=checkbox]").count() == 0
    assert exported(tab) == later
    forget(tab)
    assert tab.evaluate(KEPT) == []


def test_the_table_has_a_line_for_everything(visit: Open) -> None:
    tab = visit()
    tick(tab, "competencies", "3", "2026-03-02")
    attempts(tab, "spinal", "F", "2026-02-01")
    text = exported(tab, "csv")
    assert text.startswith("\ufeff")
    assert list(csv.reader(text[1:].splitlines())) == [
        ["Type", "Nr.", "Navn", "Status", "Dato"],
        ["Kompetence", "1", "Spinalblokade", "ikke nået", ""],
        ["Kompetence", "3", "Epiduralblokade", "nået", "2026-03-02"],
        ["Kompetence", "32", "Perifer blokade", "ikke nået", ""],
        ["Kompetencekort", "5", "Kort 5", "ikke nået", ""],
        ["Procedure", "1", "Spinalblokade", "lykkedes ikke", "2026-02-01"],
    ]


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


def give_rates(tab: Any, key: str, *numbers: float) -> None:
    """Enter the four numbers of a department, in per cent."""
    box = section(tab, key).locator(".rates")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    for name, number in zip(KESTIN, numbers, strict=True):
        box.locator(f"[data-rate={name}]").fill(str(number))
        box.locator(f"[data-rate={name}]").blur()


def test_rates_count_when_all_four_fit_together(visit: Open) -> None:
    tab = visit()
    attempts(tab, "epidural", "SS")
    assert section(tab, "epidural").locator("figure").count() == 0
    give_rates(tab, "epidural", 20, 10, 10, 10)
    expect(section(tab, "epidural").locator(".rates [role=status]")).to_contain_text(
        "Scoren kræver alle fire"
    )
    assert tab.evaluate(STORED)["rules"] == {}
    give_rates(tab, "epidural", 5, 10, 10, 20)
    assert tab.evaluate(STORED)["rules"]["epidural"] == {
        "acceptable": 0.05, "unacceptable": 0.1, "alpha": 0.1, "beta": 0.2,
    }  # fmt: skip
    expect(section(tab, "epidural").locator("figure svg title")).to_have_text(
        re.compile("scoren efter hvert af 2")
    )
    tab.reload()
    assert section(tab, "epidural").locator("[data-rate=beta]").input_value() == "20"


def test_given_rates_stand_with_their_source_and_are_not_asked_for(visit: Open) -> None:
    tab = visit(keep=False)
    words = section(tab, "spinal").inner_text()
    assert "(p0): 10\u00a0%" in words
    assert "(p1): 20\u00a0%" in words
    expect(section(tab, "spinal").locator(".src a")).to_contain_text("British Journal of Anaesthesia")
    assert "Dokumentet angiver ingen rater." in section(tab, "epidural").inner_text()
    tab.locator("[data-asking] button").click()
    assert section(tab, "spinal").locator(".rates").count() == 0
    assert section(tab, "epidural").locator(".rates").count() == 1


def wald(outcomes: str, rates: dict[str, float]) -> tuple[list[float], list[tuple[int, str, bool]]]:
    """Return the score after each attempt, and each time it reaches a bound or comes back from it.

    Calculated from the likelihoods of the two rates, and scaled only at the end so that a failure and a success lie
    one apart.
    """
    low, high = rates["acceptable"], rates["unacceptable"]
    step = {"F": log(high) - log(low), "S": log(1 - high) - log(1 - low)}
    scale = step["F"] - step["S"]
    upper = log((1 - rates["beta"]) / rates["alpha"])
    lower = log(rates["beta"] / (1 - rates["alpha"]))
    scores, events, total, before = [], [], 0.0, ""
    for number, outcome in enumerate(outcomes, start=1):
        total += step[outcome]
        scores.append(total / scale)
        now = "h1" if total >= upper else "h0" if total <= lower else ""
        if now != before:
            events += [(number, before, True)] if before else []
            events += [(number, now, False)] if now else []
        before = now
    return scores, events


def told(words: Sequence[str]) -> list[tuple[int, str, bool]]:
    """Return what the sentences say: the attempt, the limit, and whether the line came back."""
    found = (re.search(r"Efter forsøg (\d+) .*(igen)?.*grænse (h[01])", each) for each in words)
    return [(int(each[1]), each[3], "igen" in each[0]) for each in found if each]


@pytest.mark.parametrize(("key", "rates", "outcomes"), [
    ("spinal", KESTIN, "FSFSSSFSSSSS" + "S" * 40),
    ("spinal", KESTIN, "FFFF" + "S" * 30 + "FFF"),
    ("epidural", {"acceptable": 0.05, "unacceptable": 0.1, "alpha": 0.05, "beta": 0.2}, "SSFSF" + "S" * 25),
])  # fmt: skip
def test_a_score_is_that_of_the_sequential_test(
    visit: Open, key: str, rates: dict[str, float], outcomes: str
) -> None:
    tab = visit()
    if key == "epidural":
        give_rates(tab, key, *(100 * each for each in rates.values()))
    names = {"S": "success", "F": "failure"}
    noted = [
        {"id": f"{number:016x}", "date": "2026-02-01", "outcome": names[each]}
        for number, each in enumerate(outcomes)
    ]
    bring(tab, json.dumps(tab.evaluate(STORED) | {"attempts": {key: noted}}), "replace")
    scores, events = wald(outcomes, rates)
    box = section(tab, key)
    shown = box.locator("td.sum").evaluate_all("all => all.map(one => one.textContent)")
    assert shown == [
        f"{each:.2f}".replace("-", "−").replace(".", ",").replace("−0,00", "0,00") for each in scores
    ]
    words = box.locator(".crossings li").all_inner_texts()
    assert told(words) == events
    if not events:
        assert words == [f"Efter {len(outcomes)} forsøg har linjen ikke krydset nogen af grænserne."]
    assert box.locator("svg .step").count() == len(outcomes)
    assert box.locator("svg .cross").count() == outcomes.count("F")
    assert "kompetent" not in tab.inner_text("main").lower()


def test_the_line_is_drawn_where_the_table_says(visit: Open) -> None:
    """Heights in the picture are in proportion to the scores, and the broken lines lie at the two limits."""
    tab = visit()
    outcomes = "FSSFSSSS"
    attempts(tab, "spinal", outcomes)
    scores, _ = wald(outcomes, KESTIN)
    scale = log(0.2 / 0.1) + log(0.9 / 0.8)
    limit = log(0.9 / 0.1) / scale
    place = "all => all.map(one => parseFloat(one.getAttribute('y2')))"
    high, low = section(tab, "spinal").locator("svg .now").evaluate_all(place)
    steps = section(tab, "spinal").locator("svg .step").evaluate_all(place)
    assert [limit - (each - high) / (low - high) * 2 * limit for each in steps] == pytest.approx(
        scores, abs=1e-3
    )


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


_KEYWORDS = {
    "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "pattern", "required", "properties",
    "additionalProperties", "items", "exclusiveMinimum", "exclusiveMaximum",
}  # fmt: skip
_TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "number": int | float}


def _faults(value: Any, schema: dict[str, Any]) -> list[str]:
    """Check a value against a JSON Schema made of a few keywords; another keyword is an error of the test."""
    assert set(schema) <= _KEYWORDS, set(schema) - _KEYWORDS
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    faults = []
    if "type" in schema and not isinstance(value, _TYPES[schema["type"]]):
        return [f"{value} is no {schema['type']}"]
    faults += [f"{value} is not {schema['const']}"] if schema.get("const", value) != value else []
    faults += [f"{value} is none of {schema['enum']}"] if value not in schema.get("enum", [value]) else []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        faults.append(f"{value} does not match")
    if isinstance(value, float) and not schema.get("exclusiveMinimum", -9) < value < schema.get(
        "exclusiveMaximum", 9
    ):
        faults.append(f"{value} is out of bounds")
    if isinstance(value, list):
        faults += [fault for each in value for fault in _faults(each, schema.get("items", {}))]
    if isinstance(value, dict):
        faults += [f"{name} is missing" for name in schema.get("required", ()) if name not in value]
        known, rest = schema.get("properties", {}), schema.get("additionalProperties", {})
        for name, each in value.items():
            part = known.get(name, rest)
            faults += [f"{name} is unknown"] if part is False else _faults(each, part)
    return faults


@pytest.mark.parametrize("change", [
    {"version": 2}, {"note": "x"}, {"competencies": {"1": "yesterday"}}, {"attempts": {"spinal": [{"date": "2026-01-01"}]}},
    {"rules": {"spinal": {"acceptable": 0.1}}}, {"cards": []},
])  # fmt: skip
def test_the_schema_refuses_what_the_page_refuses(change: dict[str, Any]) -> None:
    right = {"format": "kyndig-training", "version": 1, "curriculum": "a", "edition": "2018"}
    assert _faults(right, SCHEMA) == []
    assert _faults(right | change, SCHEMA)
