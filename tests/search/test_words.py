"""The words that are added to an index: tails of compounds, and letters that a keyboard lacks."""

from __future__ import annotations

import pytest

from kyndig.search.words import Lexicon, spelled_out, words_of

WORDS = "smerter behandling behandlingen uddannelse plan patient patienter sikkerhed anæstesi team kort kompetence lære"
LEXICON = Lexicon.of(WORDS.split(), "se")


@pytest.mark.parametrize(
    ("word", "tails"),
    [
        ("smertebehandling", ["behandling"]),
        ("smertebehandlingen", ["behandlingen"]),
        ("uddannelsesplan", ["plan"]),
        ("patientsikkerhed", ["sikkerhed"]),
        ("uddannelsesplanerne", ["planerne"]),
        ("kompetencekort", ["kort"]),
        ("teamledelse", ["ledelse"]),  # known nowhere, but what is left after a word of the site
    ],
)
def test_the_tails_of_a_compound(word: str, tails: list[str]) -> None:
    assert list(LEXICON.tails(word)) == tails


@pytest.mark.parametrize(
    "word", ["behandling", "plan", "planer", "eliten", "teams", "xyzbehandling", "kortet"]
)
def test_words_that_are_no_compounds_have_none(word: str) -> None:
    assert list(LEXICON.tails(word)) == []


def test_a_language_that_writes_words_apart_has_none() -> None:
    assert list(Lexicon.of(["smerte", "behandling"], None).tails("smertebehandling")) == []


@pytest.mark.parametrize(
    ("word", "typed"),
    [("børn", "boern"), ("anæstesi", "anaestesi"), ("ålborg", "aalborg"), ("plan", "plan"), ("öl", "oel")],
)
def test_letters_that_a_keyboard_lacks(word: str, typed: str) -> None:
    assert spelled_out(word) == typed


def test_the_words_of_a_text() -> None:
    text = "Kurs- og spinal\u00adanæstesi, kort 5 (mini-CEX): a"
    assert words_of(text) == ["kurs", "og", "spinalanæstesi", "kort", "mini-cex", "mini", "cex"]
