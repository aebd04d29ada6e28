"""Marks that belong together are found in every order that writers of Danish, Norwegian and English use."""

from __future__ import annotations

import pytest

from kyndig.findings.recorded import unclosed


@pytest.mark.parametrize(
    "words",
    ["", "plain", "(a [b] {c})", '"a" (b)', "”a”", "“a”", "„a“", "«a»", "»a«", "the learner’s", "a) (b"],
)
def test_nothing_is_left_open(words: str) -> None:
    assert unclosed(words) == ""


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("(”a II)", "”"),
        ("(a", "("),
        ("a]", "]"),
        ("«a", "«"),
        ("»a", "»"),
        ('"a" "b', '"'),
        ("”a» (b", "”»("),
    ],
)
def test_what_is_left_open_is_named(words: str, marks: str) -> None:
    assert unclosed(words) == marks
