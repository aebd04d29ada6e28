"""Words as parts of an address."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kyndig.locales.languages import LANGUAGES
from kyndig.locales.slugs import SlugFault, slugify

MADE = [
    ("Sår og sårbehandling", "saar-og-saarbehandling"),
    ("Ærø, Ørsted & Åben", "aeroe-oersted-og-aaben"),
    ("Älv, Öl, Zürich, Straße", "aelv-oel-zurich-strasse"),
    ("Þórður Đoković, Łódź, Œuvre", "thordur-dokovic-lodz-oeuvre"),
    ("é è ê ë ñ ç š ž", "e-e-e-e-n-c-s-z"),
    ("ǽ ǿ ǻ ﬁ ½", "ae-oe-a-fi-1-2"),
    ("β-blokker, µg, Σ", "beta-blokker-ug-sigma"),
    ("patient's L’Hôpital", "patients-lhopital"),
    ("  --A.B. (c) / d_e…", "a-b-c-d-e"),
    ("Soft\u00adhyphen", "softhyphen"),
    ("İstanbul", "istanbul"),
    ("AI 2.0: 100 %", "ai-2-0-100"),
    ("CONSOLE com10", "console-com10"),
]


@pytest.mark.parametrize(("text", "expected"), MADE)
def test_words_become_an_address(text: str, expected: str) -> None:
    assert slugify(text, "da") == expected


def test_names_from_a_mac_make_the_same_address() -> None:
    """macOS hands out file names in NFD."""
    text = "Sårbehandling på Ærø"
    assert (
        slugify(unicodedata.normalize("NFD", text), "da") == slugify(text, "da") == "saarbehandling-paa-aeroe"
    )


@pytest.mark.parametrize(
    ("lang", "expected"), [("da", "r-og-d"), ("en", "r-and-d"), ("sv", "r-och-d"), ("se", "r-ja-d")]
)
def test_an_ampersand_is_written_as_it_is_said(lang: str, expected: str) -> None:
    assert slugify("R&D", lang) == expected


def test_a_long_title_is_cut_where_a_word_ends() -> None:
    assert slugify("ord " * 30, "da") == "-".join(["ord"] * 20)
    assert slugify("a" * 79 + " bc", "da") == "a" * 79
    assert slugify("a" * 80 + " bc", "da") == "a" * 80
    assert slugify("a" * 90, "da") == "a" * 80


@pytest.mark.parametrize("text", ["", " ", "…", "日本", ".", "..", "-", "'", "\u00ad"])
def test_what_leaves_nothing_is_refused(text: str) -> None:
    with pytest.raises(SlugFault) as caught:
        slugify(text, "da")
    assert caught.value.message == f'no address can be made from "{text}"'
    assert caught.value.remedy == "write a slug with letters from a to z"


@pytest.mark.parametrize("text", ["con", "PRN", "Aux", "nul", "COM1", "lpt9", "com¹", "-con-"])
def test_names_of_devices_on_windows_are_refused(text: str) -> None:
    with pytest.raises(SlugFault, match="is a name that Windows keeps for a device"):
        slugify(text, "da")


@settings(deadline=None)
@given(st.text(), st.sampled_from(sorted(LANGUAGES)))
@example("ǅ", "da")
@example("ﬃ ℌ ㎏ ™", "da")
def test_any_text_makes_a_sound_address_or_is_refused(text: str, lang: str) -> None:
    try:
        slug = slugify(text, lang)
    except ValueError:
        return
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80
    assert slugify(slug, lang) == slug
