"""One file becomes one document, with the line of everything in it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kyndig.diagnostics import Place
from kyndig.sources import Document, parse


def document(path: str, data: bytes) -> Document:
    """Parse a file that has no fault."""
    parsed, found = parse(path, data)
    assert not found
    assert parsed is not None
    return parsed


def test_a_yaml_file_is_all_front_matter() -> None:
    parsed = document("content/vocabularies/roles.yaml", b"# roles\n---\na: 1\n")
    assert parsed.kind_path == ("vocabularies", "roles")
    assert parsed.front.keys() == ("a",)
    assert parsed.front.place == Place("content/vocabularies/roles.yaml", 3, 1)
    assert (parsed.body, parsed.body_place) == (None, None)


def test_a_markdown_file_is_front_matter_and_a_body_that_keeps_its_lines() -> None:
    parsed = document("content/courses/x.da.md", b"---\ntitle: A\n---\n\n# Hej\n\n---\n\tkode\n")
    assert parsed.kind_path == ("courses", "x.da")
    assert parsed.front.place == Place("content/courses/x.da.md", 2, 1)
    assert parsed.body == "\n# Hej\n\n---\n\tkode\n"
    assert parsed.body_place == Place("content/courses/x.da.md", 4, 1)


@pytest.mark.parametrize("end", [b"", b"\n", b"\n \n\t\n"])
def test_a_body_of_white_space_is_none(end: bytes) -> None:
    parsed = document("content/x.md", b"--- \na: 1\n---  " + end)
    assert (parsed.body, parsed.body_place) == (None, None)


MISSING = (
    'front.missing: the file does not begin with front matter between two lines "---"; '
    'begin it with the line "---", the keys and values, and again "---"'
)
CASES = [
    ("content/x.md", b"# Title\n", [f"content/x.md:1:1: error {MISSING}"]),
    ("content/x.md", b"\n---\na: 1\n---\n", [f"content/x.md:1:1: error {MISSING}"]),
    (
        "content/x.md",
        b"---\ntitle: A\n\nText\n",
        [
            "content/x.md:1:1: error front.unclosed: the front matter that begins in line 1 is never closed; "
            'write a line "---" after the last key'
        ],
    ),
    (
        "content/x.md",
        b"---\n---\nText\n",
        ["content/x.md:2:1: error yaml.empty: there are no keys and values; write at least one key: value"],
    ),
    (
        "content/x.md",
        b"---\ntitle: A: B\n---\n",
        [
            "content/x.md:2:9: error yaml.syntax: a colon with a space behind it stands in a text; "
            "put the text in quotes"
        ],
    ),
    (
        "content/x.yaml",
        b"- a\n",
        [
            "content/x.yaml:1:1: error yaml.not-a-mapping: keys and values belong here, not a list; "
            "write key: value in each line"
        ],
    ),
    (
        "content/x.yaml",
        b"",
        ["content/x.yaml:1:1: error text.empty: the file is empty; write its content, or delete it"],
    ),
    (
        "content/x.yml",
        b"a: 1",
        [
            'content/x.yml:1:1: error file.suffix: a file with the suffix ".yml" cannot hold content; '
            "use .yaml"
        ],
    ),
    (
        "content/x.txt",
        b"a: 1",
        [
            'content/x.txt:1:1: error file.suffix: a file with the suffix ".txt" cannot hold content; '
            "use .yaml or .md"
        ],
    ),
]


@pytest.mark.parametrize(("path", "data", "expected"), CASES)
def test_a_file_that_is_no_document_is_refused_in_plain_words(
    path: str, data: bytes, expected: list[str]
) -> None:
    parsed, found = parse(path, data)
    assert parsed is None
    assert [str(each) for each in found] == expected


def test_faults_of_the_bytes_and_of_the_yaml_are_reported_together() -> None:
    parsed, found = parse("content/x.md", b"\xef\xbb\xbf---\r\na: 1\r\na: 2\r\n---\r\nText\r\n")
    assert parsed is not None
    assert parsed.body == "Text\n"
    assert [(each.code, each.place.line) for each in found] == [
        ("text.bom", 1),
        ("text.crlf", 1),
        ("yaml.duplicate-key", 3),
    ]


@settings(deadline=20_000, max_examples=500)
@given(
    st.sampled_from(["content/x.yaml", "content/x.md"]),
    st.binary() | st.text().map(lambda text: f"---\n{text}\n---\n".encode(errors="surrogatepass")),
)
@example("content/x.md", b"---")
@example("content/x.yaml", b"\xff\xfe")
def test_no_bytes_raise_and_all_give_a_document_or_a_reason(path: str, data: bytes) -> None:
    parsed, found = parse(path, data)
    assert parsed is not None or found
    assert all(each.place.file == path and "\n" not in str(each) for each in found)
