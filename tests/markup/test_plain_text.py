"""The words of a converted text in one line."""

from __future__ import annotations

import pytest

from kyndig.markup import plain_text

from .site_links import html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (
            "# Overskrift\n\nEt *ord*, [spinal](competency:an/9) & <https://a.b>.",
            "Overskrift Et ord, spinal & https://a.b.",
        ),
        ("- a\n- b\n\n| c | d |\n|---|---|\n| e | f |", "a b c d e f"),
        ("en  \nlinje\nmed `<kode>`", "en linje med <kode>"),
        ("a[^1] b.\n\n[^1]: Note", "a b."),
        ("5 < 6 &amp; 7", "5 < 6 & 7"),
        ("over*skrift*er", "overskrifter"),
    ],
)
def test_only_the_words_remain(text: str, expected: str) -> None:
    assert plain_text(html(text)) == expected


def test_footnotes_in_their_own_ids_are_left_out_too() -> None:
    assert plain_text(html("a[^1] b.\n\n[^1]: Note", prefix="p-")) == "a b."
