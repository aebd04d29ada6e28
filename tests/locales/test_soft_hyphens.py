"""Soft hyphens in long words. `·` stands for one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.locales.hyphens import SIDE, SOFT_HYPHEN, soft_hyphenate
from kyndig.locales.languages import LANGUAGES

EXCEPTIONS = {"sygeplejerskeuddannelse": "sygeplejerske-uddannelse", "ekkokardiografi": "ekkokardiografi"}


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Sykehusinfeksjonsovervåking", "nb", "Syke·hus·in·fek·sjons·overvåking"),
        ("Videreuddannelsesregion Øst", "da", "Vide·reud·dan·nel·ses·re·gion Øst"),
        ("Spinalanæstesi, muskelrelaksantia", "da", "Spinal·anæstesi, muskel·relaksantia"),
        ("Anestesiapparatur", "nb", "Anestesi·apparatur"),
        ("electroencephalography", "en", "elec·tro·en·ceph·al·o·graphy"),
        ("Uddannelsesrå", "da", "Uddannelsesrå"),
        ("uddannelses-regionsråd", "da", "uddannelses-regionsråd"),
        ("1234567890123456", "da", "1234567890123456"),
        ("buorrebargoveahkkái", "se", "buorrebargoveahkkái"),
        ("İ" * 20, "da", "İ" * 20),
        ("", "da", ""),
    ],
)
def test_long_words_may_break_inside(text: str, lang: str, expected: str) -> None:
    assert soft_hyphenate(text, lang).replace(SOFT_HYPHEN, "·") == expected


def test_an_exception_goes_before_the_dictionary() -> None:
    text = "Sygeplejerskeuddannelse, SYGEPLEJERSKEUDDANNELSE og ekkokardiografi"
    expected = "Sygeplejerske·uddannelse, SYGEPLEJERSKE·UDDANNELSE og ekkokardiografi"
    assert soft_hyphenate(text, "da", EXCEPTIONS).replace(SOFT_HYPHEN, "·") == expected


def test_a_text_its_author_has_divided_is_left_alone() -> None:
    text = f"Sygeplejerske{SOFT_HYPHEN}uddannelse på videreuddannelsesregionen"
    assert soft_hyphenate(text, "da") == text


@settings(deadline=None)
@given(
    st.text(st.sampled_from("abdefgiklmnoprstuvyæøåÉß -1") | st.characters(), max_size=60),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_soft_hyphens_are_all_that_changes(text: str, lang: str) -> None:
    hyphenated = soft_hyphenate(text, lang)
    assert hyphenated.replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
    divided = [
        word.split(SOFT_HYPHEN)
        for word in re.findall(rf"[\w{SOFT_HYPHEN}]+", hyphenated)
        if SOFT_HYPHEN in word
    ]
    if SOFT_HYPHEN not in text:
        assert all(len(parts[0]) >= SIDE and len(parts[-1]) >= SIDE for parts in divided)
