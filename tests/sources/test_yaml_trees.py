"""What the tree of a YAML file promises: texts, order, places."""

from __future__ import annotations

import pytest

from kyndig.diagnostics import Place
from kyndig.sources import Mapping, Node, Scalar, Sequence, is_null, read_yaml


def tree(text: str) -> Mapping:
    """Read YAML that has no fault."""
    mapping, found = read_yaml(text, "x.yaml")
    assert not found
    assert mapping is not None
    return mapping


def value(text: str) -> Node:
    """Read the value of the key `k`."""
    node = tree(text).get("k")
    assert node is not None
    return node


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "on",
        "Yes",
        "true",
        "010",
        "0x1F",
        "1_000",
        "1:30",
        "4.10",
        "2026-03-01",
        "1e3",
        ".inf",
        "null",
        "~",
        "=",
    ],
)
def test_a_scalar_stays_the_text_that_was_written(written: str) -> None:
    """PyYAML alone would make False, 8, 90, 4.1 or a date of these."""
    assert value(f"k: {written}") == Scalar(written, Place("x.yaml", 1, 4), plain=True)


@pytest.mark.parametrize("key", ["1", "no", "2026", "~", "null", "1.10", "æ", "a b", "=", "a:b"])
def test_a_key_is_always_text(key: str) -> None:
    assert tree(f"{key}: x").keys() == (key,)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("k:", True),
        ("k: # only a comment", True),
        ("k: ~", True),
        ("k: null", True),
        ("k: ''", False),
        ('k: "null"', False),
        ("k: Null", False),
        ("k: no", False),
        ("k: |\n", False),
        ("k: []", False),
        ("k: {}", False),
    ],
)
def test_null_is_only_what_the_author_left_open(written: str, expected: bool) -> None:
    assert is_null(value(written)) is expected


@pytest.mark.parametrize(
    ("written", "text", "plain"),
    [
        ("k: a\n  b", "a b", True),
        ("k: 'it''s'", "it's", False),
        (r'k: "a\tb"', "a\tb", False),
        ("k: >-\n  a\n  b\n", "a b", False),
        ("k: |\n  a\n  b\n", "a\nb\n", False),
    ],
)
def test_every_way_to_write_a_text_is_read(written: str, text: str, plain: bool) -> None:
    assert value(written) == Scalar(text, Place("x.yaml", 1, 4), plain)


def test_every_value_has_its_place() -> None:
    at = Place
    assert tree("a:\n  - x\n  - b: ø\n    c:\n") == Mapping(
        (
            (
                Scalar("a", at("x.yaml", 1, 1), plain=True),
                Sequence(
                    (
                        Scalar("x", at("x.yaml", 2, 5), plain=True),
                        Mapping(
                            (
                                (
                                    Scalar("b", at("x.yaml", 3, 5), plain=True),
                                    Scalar("ø", at("x.yaml", 3, 8), plain=True),
                                ),
                                (
                                    Scalar("c", at("x.yaml", 4, 5), plain=True),
                                    Scalar("", at("x.yaml", 4, 7), plain=True),
                                ),
                            ),
                            at("x.yaml", 3, 5),
                        ),
                    ),
                    at("x.yaml", 2, 3),
                ),
            ),
        ),
        at("x.yaml", 1, 1),
    )


def test_columns_count_letters_and_not_bytes() -> None:
    mapping = tree("{ærø: blåbær, næste: 𝄞x, k: v}")
    assert [name.place.column for name, _ in mapping.items] == [2, 15, 26]


def test_a_missing_key_gives_none() -> None:
    assert tree("a: 1").get("b") is None


def test_keys_keep_the_order_of_the_file() -> None:
    assert tree("z: 1\na: 2\nm: 3").keys() == ("z", "a", "m")


def test_an_escaped_letter_is_composed_like_any_other() -> None:
    assert value(r'k: "a\u030A"') == Scalar("å", Place("x.yaml", 1, 4), plain=False)
