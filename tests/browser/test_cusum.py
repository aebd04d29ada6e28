"""The CUSUM score in a browser: rates with their source or the reader's own, and values, picture and words that are right.

A score is held against a calculation of its own, from the definition of the sequential probability ratio test (Wald
1945): the logarithm of the ratio of likelihoods after each attempt, and the bounds that follow from the two risks. The
rates are those of Kestin's study of the same procedure (Br J Anaesth 1995;75:805–9: acceptable 10 %, unacceptable 20 %).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from math import log

import pytest
from playwright.sync_api import expect

from .training import KESTIN, STORED, Open, attempts, bring, give_rates, section, small, visit

__all__ = ["small", "visit"]


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
