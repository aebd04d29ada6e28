"""A text in another language is told by its small words, and never where there is a doubt."""

from __future__ import annotations

import pytest

from kyndig.locales.tongues import WORDS, seems, small_words

DANISH = (
    "Kurset er blevet udvidet, så der nu er plads til flere af dem, der ikke kunne komme sidst. Nogle af timerne bliver "
    "holdt uden for hospitalet mellem januar og maj."
)
NORWEGIAN = (
    "Kurset er blitt utvidet, så det nå er plass til flere av dem som ikke kunne komme sist. Noen av timene blir holdt uten "
    "for sykehuset mellom januar og mai."
)
ENGLISH = (
    "The course has been extended, so there is now room for more of those who could not come to the last one."
)
TEXTS = {"da": DANISH, "nb": NORWEGIAN, "en": ENGLISH}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("said", TEXTS)
def test_each_language_is_told_from_each_other(language: str, said: str) -> None:
    assert seems(small_words(TEXTS[language]), said) == ("" if language == said else language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "da"),
        ("Spinalanæstesi", "nb"),
        ("Kurset hedder The art of teaching, og det holdes på engelsk.", "da"),
        ("Kandidatene leser «Vejledning i klinikken og pædagogik II» før kurset i mai.", "nb"),
        ("The society is called Dansk Selskab for Anæstesiologi og Intensiv Medicin in Danish.", "en"),
        ("Kan gøre rede for det og vurdere det", "nb"),
    ],
)
def test_names_and_short_texts_tell_nothing(text: str, language: str) -> None:
    assert seems(small_words(text), language) == ""


def test_texts_that_are_too_short_alone_tell_it_together() -> None:
    pieces = ["Nogle af dem", "uden at blive set", "mellem os", "Hvad nu?"]
    assert not any(seems(small_words(each), "nb") for each in pieces)
    assert seems(small_words(" ".join(pieces)), "nb") == "da"


def test_of_a_language_without_words_nothing_is_told() -> None:
    assert "se" not in WORDS
    assert seems(small_words(ENGLISH), "se") == ""


def test_danish_and_norwegian_have_words_of_their_own() -> None:
    assert len(WORDS["da"] - WORDS["nb"]) > 20
    assert len(WORDS["nb"] - WORDS["da"]) > 20
