"""Cutting words to a length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyndig.newsletter import LIMITS, limit_of
from kyndig.newsletter.cutting import cut


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Fri bane", 8, "Fri bane"),
        ("Fri bane", 7, "Fri…"),
        ("Smerter, nu", 9, "Smerter…"),
        ("Smerter", 4, "Sme…"),
        ("a - b c", 5, "a…"),
        ("Smerter", 1, "…"[:0] or ""),
        ("Smerter", 0, ""),
        ("", 0, ""),
    ],
)
def test_a_text_ends_between_words_where_it_can(text: str, room: int, expected: str) -> None:
    assert cut(text, room) == expected


@given(st.text(max_size=60), st.integers(0, 40))
def test_what_is_cut_fits_and_is_a_beginning(text: str, room: int) -> None:
    found = cut(text, room)
    assert len(found) <= room
    assert found == text or text.startswith(found.removesuffix("…"))


def test_twitter_counts_a_link_as_23_and_rare_signs_twice() -> None:
    """docs.x.com, "Counting characters"."""
    twitter = LIMITS["twitter"]
    assert twitter.of_link("https://kyndig.example/da/kurser/et-meget-langt-navn-paa-et-kursus.html") == 23
    assert twitter.weigh("ÆØÅ – “æ”") == 9
    assert twitter.weigh("…") == 2
    assert limit_of("Facebook").weigh("…") == 1
    assert limit_of("Nyt netværk").most == 280
