"""The catalogues: the same words in every language, none empty, none that nobody uses."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from kyndig.locales.catalogues import completeness, read_catalogue
from kyndig.routes import SEGMENTS

ROOT = Path(__file__).parent.parent
LANGUAGES = ("da", "nb", "en")
ALIKE = {"For %(year)s", "{count} plan", "§ {section}", "under supervision"}
"""Words that are spelt as in English."""


@pytest.fixture(scope="module")
def used() -> set[str]:
    """Every word that the theme and the code ask for."""
    spec = importlib.util.spec_from_file_location("update", ROOT / "i18n" / "update.py")
    assert spec is not None
    assert spec.loader is not None
    update = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(update)
    return {message[0] if isinstance(message, tuple) else message for _, message in update.found()}


def test_all_catalogues_hold_the_same_words_and_none_is_empty() -> None:
    catalogues = [read_catalogue(ROOT / "i18n" / f"{language}.po") for language in LANGUAGES]
    assert completeness(catalogues) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_the_words_that_are_used_and_no_others(used: set[str], language: str) -> None:
    """When this fails: make words, then fill in what is empty."""
    assert set(read_catalogue(ROOT / "i18n" / f"{language}.po").messages) == used


@pytest.mark.parametrize("language", ["da", "nb"])
def test_few_words_are_the_same_as_in_english(used: set[str], language: str) -> None:
    """A translation that was forgotten looks like English."""
    catalogue = read_catalogue(ROOT / "i18n" / f"{language}.po")
    same = {word for word in used if " " in word and catalogue.gettext(word) == word}
    assert same - ALIKE == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_addresses_are_fit_for_addresses_and_differ(language: str) -> None:
    catalogue = read_catalogue(ROOT / "i18n" / f"{language}.po")
    words = [catalogue.gettext(message) for message in SEGMENTS.values()]
    assert all(re.fullmatch("[a-z0-9-]+", word) for word in words)
    assert len(set(words)) == len(words)


def test_no_word_is_asked_for_inside_an_f_string() -> None:
    """The tool that collects the words does not look there."""
    asked = [
        f"{path.name}:{number}"
        for path in (ROOT / "generator" / "kyndig").rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\{[a-z.]*\b(word|gettext|N_)\(['\"]", line)
    ]
    assert asked == []
