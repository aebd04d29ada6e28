"""Alphabetical order as readers of each language know it."""

from __future__ import annotations

import random
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.locales.collation import index_letter, sort_key
from kyndig.locales.languages import LANGUAGES

ORDERS = {
    "da": ["Adam", "Zebra", "Ærø", "Øl", "Å", "Åben", "Aarhus", "åse"],
    "nb": ["Adam", "Zebra", "Ærø", "øl", "Øl", "Å", "Åben", "Aas", "åse"],
    "nn": ["adam", "Zebra", "ærø", "øl", "åse"],
    "en": ["Aarhus", "Åben", "Adam", "Ærø", "age", "Øl", "Zebra"],
    "sv": ["Adam", "Zebra", "Åben", "Älv", "Ærø", "Öl", "Øst"],
    "se": [
        "abc",
        "ábc",
        "bok",
        "cuoŋománnu",
        "čakča",
        "dálvi",
        "eallu",
        "sápmi",
        "šibit",
        "zorro",
        "žuŋŋi",
        "øl",
    ],
}

RULES = [
    (
        "da",
        ["æ", "ä", "ø", "ö", "å"],
        "Swedish and German letters stand with the Danish ones they are read as",
    ),
    ("da", ["dag", "ðag", "thi", "þi", "thy"], "Icelandic letters stand with the ones they are written as"),
    ("da", ["y", "ü", "z"], "ü stands with y"),
    ("da", ["strase", "strasse", "straße", "straz"], "ß stands with ss"),
    ("da", ["Kursus", "kursus"], "Danish puts capitals first"),
    ("nb", ["kurs", "Kurs"], "Norwegian puts capitals last"),
    (
        "nb",
        ["for", "fór", "fòr", "fôr"],
        "accents count when the letters are the same, in the order of the CLDR",
    ),
    ("nb", ["fór", "forbi"], "but not before"),
    ("da", ["Åbenrå", "Aabenraa", "Åbent"], "aa is å"),
    (
        "da",
        ["dataanalyse", "datter", "intraabdominal", "intro"],
        "aa is two letters where a compound has its seam",
    ),
    ("da", ["AaB", "aab"], "aa keeps to the rule for capitals"),
    ("nb", ["aas", "Aas", "AAS"], "as in Norwegian"),
    ("da", ["fag 2", "fag 10", "fag 10a"], "numbers stand by value"),
    ("da", ["4.3.4", "4.3.10", "4.10"], "as numbers of sections do"),
    ("da", ["007", "7", "8"], "zeros before a number do not count"),
    ("da", ["a b", "a-b", "ab"], "a space stands before a hyphen, and both before letters"),
    ("da", ["1 kursus", "abc"], "digits stand before letters"),
    ("da", ["zoo", "αβγ"], "letters of other scripts stand last"),
    ("da", ["akut", '"Akut"', "«akut»", "bog"], "quotes before the first letter do not count"),
    ("da", ["ab", "a\u00adb", "ac"], "what cannot be seen does not count"),
]


@pytest.mark.parametrize("lang", ORDERS)
def test_each_language_has_its_own_alphabet(lang: str) -> None:
    assert sorted(sorted(ORDERS[lang]), key=lambda text: sort_key(text, lang)) == ORDERS[lang]


@pytest.mark.parametrize(("lang", "expected", "rule"), RULES, ids=[rule for _, _, rule in RULES])
def test_the_order_follows_the_rule(lang: str, expected: list[str], rule: str) -> None:
    shuffled = random.Random(rule).sample(expected, len(expected))
    assert sorted(shuffled, key=lambda text: sort_key(text, lang)) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Aarhus", "da", "Å"), ("aas", "nb", "Å"), ("Aarhus", "en", "A"), ("Åben", "en", "A"), ("Ärlig", "da", "Æ"),
        ("Ærø", "en", "A"), ("Þór", "da", "T"), ("östlig", "nb", "Ø"), ("östlig", "sv", "Ö"), ("état", "da", "E"),
        ("dataanalyse", "da", "D"), ("2 ting", "da", "0–9"), ("«Akut»", "da", "A"), ("αβγ", "da", "Α"), ("…", "da", "#"),
        ("", "da", "#"), ("ŋ", "se", "Ŋ"), ("A\N{COMBINING RING ABOVE}", "da", "Å"), ("\N{COMBINING ACUTE ACCENT}", "da", "#"),
    ],
)  # fmt: skip
def test_the_heading_of_a_list_is_the_first_letter(text: str, lang: str, expected: str) -> None:
    assert index_letter(text, lang) == expected


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("aAåÅæÆäøØöü19 -\"'þßé\u0301"), max_size=8
)
TAGS = st.sampled_from(sorted(LANGUAGES))


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=12), TAGS)
def test_the_order_is_total(texts: list[str], lang: str) -> None:
    """Equal keys mean the same text, and the order does not depend on where sorting began."""
    once = sorted(texts, key=lambda text: sort_key(text, lang))
    assert once == sorted(reversed(texts), key=lambda text: sort_key(text, lang))
    assert len({sort_key(text, lang) for text in texts}) == len(set(texts))


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=12), TAGS)
def test_each_heading_comes_once(texts: list[str], lang: str) -> None:
    ordered = sorted(texts, key=lambda text: sort_key(text, lang))
    headings = [heading for heading, _ in groupby(ordered, key=lambda text: index_letter(text, lang))]
    assert len(headings) == len(set(headings))


def test_a_number_may_be_longer_than_python_reads() -> None:
    assert sort_key("9" * 5_000, "da") < sort_key("1" + "0" * 5_000, "da")


WORDS = [
    "Aabenraa",
    "Aalborg",
    "Åben",
    "åbning",
    "abe",
    "Abe",
    "akut",
    "Akut",
    "alder",
    "ambulance",
    "ånd",
    "ære",
    "Ære",
    "ærlig",
    "ø",
    "Ø",
    "øl",
    "øre",
    "zebra",
    "Zürich",
    "Zulu",
    "y",
    "ü",
    "Ypern",
    "über",
    "thi",
    "Þor",
    "thyroidea",
    "dag",
    "Đakovo",
    "ðag",
    "straße",
    "strasse",
    "strassen",
    "café",
    "cafe",
    "Cafés",
    "fór",
    "for",
    "fôr",
    "Ä",
    "Ö",
    "älv",
    "östlig",
    "kursus",
    "Kursus",
    "kurs-1",
    "kurs",
    "1",
    "kurs1",
    "2",
    "10",
    "9",
    "A4",
    "a10",
    "a9",
    "naïv",
    "naiv",
    "rød",
    "rôd",
    "rod",
    "smørrebrød",
    "SMØRREBRØD",
    "Smørrebrød",
    "å",
    "Å",
    "aa",
    "Aa",
    "AA",
]


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_the_order_is_the_one_of_icu(lang: str) -> None:
    """ICU is the reference for the CLDR; the site is built without it."""
    icu = pytest.importorskip("icu", reason="PyICU is not installed: pip install kyndig[collation]")
    collator = icu.Collator.createInstance(icu.Locale(LANGUAGES[lang].babel))
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    words = [word for word in WORDS if lang != "en" or not set(word.lower()) & set("đðþ")]
    ordered = sorted(words, key=lambda text: sort_key(text, lang))
    wrong = [(a, b) for a, b in zip(ordered, ordered[1:], strict=False) if collator.compare(a, b) > 0]
    assert wrong == []
