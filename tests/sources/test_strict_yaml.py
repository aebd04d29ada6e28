"""The limits of the door to PyYAML, and that no input gets past them."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.sources import Mapping, read_yaml

SECONDS = 20.0
"""Far above what any input needs, far below what a hostile one would take without the limits."""

ALIAS_BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (letter, letter, b",".join([b"*%c" % (letter - 1)] * 9)) for letter in b"bcdefghij"
)
MERGE_BOMB = b"a: &a {x: 1}\n" + b"".join(b"k%d: &a\n  <<: [*a, *a]\n" % n for n in range(26))
TALL = "a\u0301\u0323".encode()

HOSTILE = [
    pytest.param(
        b"[" * 100_000,
        "yaml.depth",
        id="100k opening brackets: CSafeLoader alone dies of a segmentation fault",
    ),
    pytest.param(b"[\n" * 400_000, "yaml.depth", id="brackets in lines"),
    pytest.param(b"{a: " * 100_000, "yaml.depth", id="braces"),
    pytest.param(b"- " * 400_000, "yaml.depth", id="lists in lists"),
    pytest.param(b"? " * 400_000, "yaml.syntax", id="keys in keys"),
    pytest.param(ALIAS_BOMB, "yaml.alias", id="alias bomb"),
    pytest.param(MERGE_BOMB, "yaml.alias", id="merge bomb"),
    pytest.param(b"a: &a [*a]", "yaml.alias", id="a value inside itself"),
    pytest.param(b"a: [" + b"x," * 400_000 + b"]", "yaml.size", id="too many values"),
    pytest.param(b"a: '" + b"x\n" * 400_000, "yaml.syntax", id="a quote open over many lines"),
    pytest.param(b"a: 1\n  " + b"- " * 400_000 + b"y: z", "yaml.syntax", id="dashes in a text"),
    pytest.param(b"a" * 900_000 + b": x", "yaml.syntax", id="an endless key"),
    pytest.param(b"a: x" + TALL[1:] * 200_000, "text.marks", id="accents: NFC alone takes minutes"),
    pytest.param(b'a: "' + rb"\u0301\u0323" * 80_000 + b'"', "text.marks", id="escaped accents"),
    pytest.param(b"\xff " * 400_000, "text.encoding", id="bytes in no encoding"),
]


def nested(depth: int) -> str:
    """Return a mapping whose lists make up `depth` levels with it."""
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1)


@pytest.mark.parametrize(("data", "code"), HOSTILE)
def test_a_hostile_file_is_refused_soon(data: bytes, code: str) -> None:
    """Quote: refuse > 1 MB, aliases, depth > 20, > 200k events, any explicit tag."""
    start = perf_counter()
    tree, found = read_yaml(data, "x.yaml")
    assert perf_counter() - start < SECONDS
    assert tree is None
    assert [each.code for each in found] == [code]


def test_twenty_levels_are_read_and_twenty_one_are_refused() -> None:
    assert read_yaml(nested(20), "x.yaml")[1] == ()
    tree, found = read_yaml(nested(21), "x.yaml")
    assert tree is None
    assert [str(each) for each in found] == [
        "x.yaml:1:23: error yaml.depth: values are nested more than 20 deep; use fewer levels"
    ]


def test_a_file_of_one_megabyte_is_read_and_a_larger_one_is_refused() -> None:
    full = b"a: " + b"x" * 999_997
    assert read_yaml(full, "x.yaml")[1] == ()
    for data in (full + b"x", full.decode() + "x", "a: " + "ø" * 500_000):
        tree, found = read_yaml(data, "x.yaml", 2)
        assert tree is None
        assert [str(each) for each in found] == [
            "x.yaml:2:1: error yaml.size: this is more than 1,000,000 bytes; divide it into several files"
        ]


def test_too_many_values_are_refused_where_they_become_too_many() -> None:
    found = read_yaml("a:\n" + "- x\n" * 200_000, "x.yaml")[1]
    assert [str(each) for each in found] == [
        "x.yaml:199997:3: error yaml.size: the file holds more than 200,000 values; "
        "divide it into several files"
    ]


def test_a_key_that_stands_twice_is_reported_with_both_lines_and_the_first_one_counts() -> None:
    tree, found = read_yaml("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n'a': 4\n", "x.yaml")
    assert [str(each) for each in found] == [
        'x.yaml:4:3: error yaml.duplicate-key: the key "c" stands twice, first in line 3; keep one of them',
        'x.yaml:5:1: error yaml.duplicate-key: the key "a" stands twice, first in line 1; keep one of them',
        'x.yaml:6:1: error yaml.duplicate-key: the key "a" stands twice, first in line 1; keep one of them',
    ]
    assert tree is not None
    assert tree.keys() == ("a", "b")


def test_keys_that_look_the_same_are_the_same() -> None:
    found = read_yaml('å: 1\n"a\\u030A": 2\n'.encode(), "x.yaml")[1]
    assert [each.code for each in found] == ["yaml.duplicate-key"]


def test_duplicate_keys_are_reported_beside_a_later_slip() -> None:
    tree, found = read_yaml("a:\n  b: 1\n  b: 2\nc: @\n", "x.yaml")
    assert tree is None
    assert [str(each.place) for each in found] == ["x.yaml:3:3", "x.yaml:4:4"]


def test_places_begin_at_the_first_line_that_the_caller_names() -> None:
    tree, found = read_yaml("a: 1\na: 2\n", "x.md", first_line=2)
    assert tree is not None
    assert tree.place.line == 2
    assert [str(each) for each in found] == [
        'x.md:3:1: error yaml.duplicate-key: the key "a" stands twice, first in line 2; keep one of them'
    ]
    assert [str(each.place) for each in read_yaml("a:\n\tb: c", "x.md", 10)[1]] == ["x.md:11:1"]
    assert [str(each.place) for each in read_yaml("a: b: c", "x.md", 10)[1]] == ["x.md:10:5"]


def test_bytes_behind_a_bom_are_read_with_the_error_kept() -> None:
    tree, found = read_yaml(b"\xef\xbb\xbfa: 1\r\na: 2\r\n", "x.yaml")
    assert tree is not None
    assert [each.code for each in found] == ["text.bom", "text.crlf", "yaml.duplicate-key"]


@given(st.lists(st.text("abcæøå123-", min_size=1), unique=True, min_size=1))
def test_the_order_of_keys_is_kept(keys: list[str]) -> None:
    tree, found = read_yaml("".join(f"'{key}': x\n" for key in keys), "x.yaml")
    assert not found
    assert isinstance(tree, Mapping)
    assert tree.keys() == tuple(keys)


@settings(deadline=SECONDS * 1000, max_examples=500)
@given(st.text(st.sampled_from("ab:- \n\t'\"[]{}#&*!|>%@`?,.~<=\\0\u0301\u202e\r\ud800")))
def test_any_text_gives_a_tree_or_a_reason(text: str) -> None:
    tree, found = read_yaml(text, "x.yaml")
    assert tree is not None or found
    assert all(each.place.line <= text.count("\n") + 1 and each.remedy for each in found)
