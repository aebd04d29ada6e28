"""Bytes that are no good text are refused with words that say what to do."""

from __future__ import annotations

import pytest

from kyndig.sources import read_text

ALONE = [
    pytest.param(
        b"\xef\xbb\xbfa: 1\n",
        [
            "x.md:1:1: error text.bom: the file begins with a byte order mark (BOM); "
            "save it as UTF-8 without BOM"
        ],
        id="byte order mark",
    ),
    pytest.param(
        b"a: 1\nb: 2\r\nc: 3\r\n",
        [
            "x.md:2:5: error text.crlf: line 2 ends with CRLF, the line ending of Windows; "
            "set the line endings of the file to LF"
        ],
        id="CRLF",
    ),
    pytest.param(
        b"\xef\xbb\xbf\r\n",
        [
            "x.md:1:1: error text.bom: the file begins with a byte order mark (BOM); "
            "save it as UTF-8 without BOM",
            "x.md:1:1: error text.crlf: line 1 ends with CRLF, the line ending of Windows; "
            "set the line endings of the file to LF",
            "x.md:1:1: error text.empty: the file is empty; write its content, or delete it",
        ],
        id="all that Windows can do to an empty file",
    ),
    pytest.param(
        b"", ["x.md:1:1: error text.empty: the file is empty; write its content, or delete it"], id="nothing"
    ),
    pytest.param(
        b" \n\t\n",
        ["x.md:1:1: error text.empty: the file is empty; write its content, or delete it"],
        id="white space",
    ),
    pytest.param(
        b"ok\n a\x00b\x07",
        [
            "x.md:2:3: error text.control: the invisible character U+0000 may not stand in a text "
            "(2 such characters in all); delete it"
        ],
        id="control characters",
    ),
    pytest.param(
        b"a\rb",
        ["x.md:1:2: error text.control: the invisible character U+000D may not stand in a text; delete it"],
        id="the line ending of old Macs",
    ),
    pytest.param(
        "a\u2028b".encode(),
        ["x.md:1:2: error text.control: the invisible character U+2028 may not stand in a text; delete it"],
        id="a line separator",
    ),
    pytest.param(
        "a\n\ufeffb".encode(),
        ["x.md:2:1: error text.control: the invisible character U+FEFF may not stand in a text; delete it"],
        id="a byte order mark in the middle",
    ),
    pytest.param(
        "user\u202enimda".encode(),
        [
            "x.md:1:5: error text.bidi: the invisible character U+202E turns the direction of reading; "
            "delete it"
        ],
        id="a bidi override",
    ),
    pytest.param(
        "ok\na\u2069\x01".encode(),
        [
            "x.md:2:3: error text.control: the invisible character U+0001 may not stand in a text; delete it",
            "x.md:2:2: error text.bidi: the invisible character U+2069 turns the direction of reading; "
            "delete it",
        ],
        id="two kinds of invisible characters",
    ),
    pytest.param(
        ("a" + "\u0301" * 31).encode(),
        ["x.md:1:32: error text.marks: more than 30 combining marks stand on one letter; delete them"],
        id="a tower of accents",
    ),
    pytest.param(
        "title: x\n\nEn læge".encode("cp1252"),
        [
            "x.md:3:5: error text.encoding: the file is not UTF-8: "
            'it seems to be Windows-1252 (line 3: "læge"); '
            "save it as UTF-8"
        ],
        id="Windows-1252",
    ),
    pytest.param(
        "sygeplejerske på Øland".encode("mac_roman"),
        [
            "x.md:1:16: error text.encoding: the file is not UTF-8: "
            'it seems to be Mac OS Roman (line 1: "på"); '
            "save it as UTF-8"
        ],
        id="Mac OS Roman",
    ),
    pytest.param(
        "nærhed".encode("cp850"),
        [
            "x.md:1:2: error text.encoding: the file is not UTF-8: "
            'it seems to be DOS code page 850 (line 1: "nærhed"); save it as UTF-8'
        ],
        id="DOS",
    ),
    pytest.param(
        "læge, så \u201cslut\u201d\n".encode() + b"1 \x96 2 og bl\xe5b\xe6r",
        [
            "x.md:2:3: error text.encoding: the file is not UTF-8: "
            'it seems to be Windows-1252 (line 2: "blåbær"); '
            "save it as UTF-8"
        ],
        id="UTF-8 with one line of Windows-1252 pasted in",
    ),
    pytest.param(
        b"abc \xff\xff",
        [
            "x.md:1:5: error text.encoding: the file is not UTF-8: byte 0xFF cannot stand here; "
            "save it as UTF-8"
        ],
        id="no encoding",
    ),
]
UTF16 = ["x.md:1:1: error text.encoding: the file is not UTF-8: it seems to be UTF-16; save it as UTF-8"]
REPAIRED = {"text.bom", "text.crlf"}


@pytest.mark.parametrize(("data", "expected"), ALONE)
def test_a_file_that_is_no_good_text_is_refused_in_plain_words(data: bytes, expected: list[str]) -> None:
    """Quote: tabs, BOM, CRLF and Latin-1 files (say which encoding it seems to be), empty file."""
    text, found = read_text(data, "x.md")
    assert [str(each) for each in found] == expected
    assert (text is not None) == REPAIRED.issuperset(each.code for each in found)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_by_its_mark_or_its_zeros(encoding: str) -> None:
    text, found = read_text("title: Øre, næse – hals\n".encode(encoding), "x.md")
    assert text is None
    assert [str(each) for each in found] == UTF16


def test_text_without_a_fault_comes_unchanged() -> None:
    assert read_text("a: 1\n\tæøå – “x” 𝄞\n".encode(), "x.md") == ("a: 1\n\tæøå – “x” 𝄞\n", ())


def test_text_behind_a_bom_and_crlf_comes_without_them() -> None:
    assert read_text(b"\xef\xbb\xbfa\r\nb\n", "x.md")[0] == "a\nb\n"


def test_decomposed_letters_are_composed_without_a_word() -> None:
    assert read_text("a\u030a".encode(), "x.md") == ("å", ())


def test_thirty_marks_on_one_letter_are_still_text() -> None:
    text, found = read_text(("a" + "\u0316" * 30 + "b" + "\u0316" * 30).encode(), "x.md")
    assert text is not None
    assert not found
