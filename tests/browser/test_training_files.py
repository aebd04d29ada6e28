"""The reader's notes as files: out and in again, added without loss, refused in words, and as the schema says."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from .test_quiet import KEPT
from .training import (
    KESTIN,
    KEY,
    STORED,
    Open,
    attempts,
    bring,
    exported,
    forget,
    give_rates,
    row,
    small,
    tick,
    visit,
)

__all__ = ["small", "visit"]

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "training.schema.json").read_text("utf-8"))
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
