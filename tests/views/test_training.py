"""My training: which notes belong to a page, and what its scripts are told."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kyndig.build import Checked, check_site
from kyndig.findings import Noticed
from kyndig.locales.catalogues import read_catalogue
from kyndig.resources import shared
from kyndig.views import Reader, view
from site_cases import SETTINGS, TESTS, Case

TODAY = date(2026, 11, 22)
SCRIPTS = shared("themes") / "kyndig" / "static" / "training"


def _checked(case: str, folder: Path) -> Checked:
    Case.read(TESTS / "cases" / f"{case}.txt").lay_out(folder)
    return check_site(folder, SETTINGS)


def _view(checked: Checked, ref: str, language: str) -> Any:
    words = read_catalogue(shared("i18n") / f"{language}.po")
    noticed = Noticed(checked.catalogue, TODAY)
    reader = Reader(language, checked.catalogue, checked.site, words, TODAY, SETTINGS, noticed)
    return view(reader, checked.site.by_key[f"{ref}#training", language]).body


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return _checked("training", tmp_path_factory.mktemp("training"))


def test_pages_of_all_languages_have_the_same_notes(checked: Checked) -> None:
    da, nb = (json.loads(_view(checked, "curriculum:introduction", each).data) for each in ("da", "nb"))
    assert da == nb
    assert da["key"] == "kyndig-training /kurser/ introduction 2018-07"
    assert da["pages"] == [
        "/kurser/da/uddannelser/introduktion/min-uddannelse.html",
        "/kurser/nb/utdanninger/introduktion/min-utdanning.html",
    ]


def test_another_edition_has_notes_of_its_own_and_each_names_the_other(tmp_path: Path) -> None:
    checked = _checked("versions-of-a-curriculum", tmp_path)
    newest, older = (
        json.loads(_view(checked, f"curriculum:introduction{each}", "da").data) for each in ("", "@2013")
    )
    assert newest["edition"] == "2018-07"
    assert older["edition"] == "2013"
    assert newest["key"] != older["key"]
    assert [each["key"] for each in newest["others"]] == [older["key"]]
    assert older["others"] == [
        {
            "key": newest["key"],
            "edition": "2018-07",
            "href": "/kurser/da/uddannelser/introduktion/min-uddannelse.html",
        }
    ]
    assert newest["others"][0]["href"] == "/kurser/da/uddannelser/introduktion/v2013/min-uddannelse.html"


def test_a_rule_is_told_in_words_and_in_numbers(checked: Checked) -> None:
    body = _view(checked, "curriculum:introduction", "da")
    spinal, epidural, intubation = body.procedures
    assert (spinal.rule.acceptable, spinal.rule.beta) == ("10\u00a0%", "0,1")
    assert json.loads(spinal.rule.numbers) == {
        "acceptable": 0.1, "unacceptable": 0.2, "alpha": 0.1, "beta": 0.1,
    }  # fmt: skip
    assert spinal.rule.cited.source.title.text == "undersøgelsen i British Journal of Anaesthesia"
    assert (epidural.cusum, epidural.rule) == (True, None)
    assert (intubation.cusum, intubation.rule) == (False, None)


@pytest.mark.parametrize("language", ["da", "nb"])
def test_the_scripts_have_a_word_for_everything_they_say(checked: Checked, language: str) -> None:
    """Each name after `say.` is among the words, each code of a fault too, and no word is left over."""
    words = json.loads(_view(checked, "curriculum:introduction", language).words)
    text = "".join(path.read_text("utf-8") for path in sorted(SCRIPTS.glob("*.js")))
    said = set(re.findall(r"\bsay\.(\w+)", text))
    built = {"success", "failure", "done", "lower", "lowerBack", "upper", "upperBack", "competencies", "cards"} | {
        "acceptable", "unacceptable", "alpha", "beta",
    }  # fmt: skip
    assert said | built == set(words)
    codes = set(re.findall(r'code: "(\w+)"', text)) | {"curriculum", "edition", "more"}
    assert codes == set(words["faults"])
