"""HTML may not stand in Markdown: it is shown as the text it is, and reported where it stands."""

from __future__ import annotations

import pytest

from kyndig.diagnostics import Place
from kyndig.markup import convert

from .site_links import answer, faults

FOUND = {
    "bold": ("a <b>b</b> c", ["1:3: error markup.html: HTML may not stand in Markdown: <b>; write **text**"]),
    "italics": ("<i>a</i>", ["1:1: error markup.html: HTML may not stand in Markdown: <i>; write *text*"]),
    "a line break": ("a<br/>b", ["1:2: error markup.html: HTML may not stand in Markdown: <br/>; end the line above with two spaces, or begin a new paragraph"]),
    "a link": ('a\n<a href="x">b</a>', ['2:1: error markup.html: HTML may not stand in Markdown: <a href="x">; write [text](address)']),
    "a script": ("<script>alert(1)</script>", ["1:1: error markup.html: HTML may not stand in Markdown: <script>; write it in Markdown, or put code between `backticks`"]),
    "a block": (
        "<div>\n\ntekst\n\n</div>",
        ["1:1: error markup.html: HTML may not stand in Markdown: <div>; write it in Markdown, or put code between `backticks`"],
    ),
    "the end of nothing": ("a</p>", ["1:2: error markup.html: HTML may not stand in Markdown: </p>; write it in Markdown, or put code between `backticks`"]),
    "a comment": ("a <!-- b -->", ["1:3: error markup.html: HTML may not stand in Markdown: <!--; delete it: readers of the source see it too"]),
    "a declaration": ("<!DOCTYPE html>", ["1:1: error markup.html: HTML may not stand in Markdown: <!D; delete it: readers of the source see it too"]),
    "an instruction": ("<?php x ?>", ["1:1: error markup.html: HTML may not stand in Markdown: <?; delete it: readers of the source see it too"]),
    "a reference in angle brackets": ("se <competency:an/9>", ["1:4: error markup.html: HTML may not stand in Markdown: <competency:an/9>; write [text](competency:an/9)"]),
    "a long tag": (
        f'<img alt="{"x" * 60}">',
        [f'1:1: error markup.html: HTML may not stand in Markdown: <img alt="{"x" * 30}…; write ![what it shows](address)'],
    ),
    "a tag in several lines of a list": (
        "- a\n- b <sup\n  class=x>2</sup>",
        ["2:5: error markup.html: HTML may not stand in Markdown: <sup class=x>; write the letters ⁰¹²³ themselves"],
    ),
    "in a table": ("| a | b |\n|---|---|\n| 1 | <em>2</em> |", ["3:7: error markup.html: HTML may not stand in Markdown: <em>; write *text*"]),
    "in a heading": ("# a <strong>b</strong>", ["1:5: error markup.html: HTML may not stand in Markdown: <strong>; write **text**"]),
    "twice": (
        "<sub>1</sub>\n\n<sub>2</sub>",
        [
            "1:1: error markup.html: HTML may not stand in Markdown: <sub>; write the letters ₀₁₂₃ themselves",
            "3:1: error markup.html: HTML may not stand in Markdown: <sub>; write the letters ₀₁₂₃ themselves",
        ],
    ),
    "in code": ("`<b>`\n\n```\n<b>\n```\n\n    <b>", []),
    "escaped": (r"\<b> &lt;b&gt;", []),
    "comparisons": ("a < b > c, p<0.05, <5 mg, x<y", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_html_is_reported_where_it_stands(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("<b `c` *d*>", "<p>&lt;b c *d*&gt;</p>"),
        ("<div>\n*a*\n</div>", "<p>&lt;div&gt;\n<em>a</em>\n&lt;/div&gt;</p>"),
        ("<script", "<p>&lt;script</p>"),
    ],
)
def test_html_is_shown_as_the_text_that_it_is(text: str, expected: str) -> None:
    assert convert(text, Place("a.md"), answer)[0] == expected


def test_a_fence_may_be_indented_with_a_tab() -> None:
    assert faults("- a\n\n\t```\n\t<b>\n\t```\n\n<i>")[0].startswith("7:1:")


def test_code_without_end_is_reported_where_it_begins() -> None:
    assert faults("a\n\n```\nb") == [
        "3:1: error markup.fence: the code that begins here has no end; close it with ``` in a line of its own"
    ]
    assert (
        convert("a\n\n```\n<b>", Place("a.md"), answer)[0] == "<p>a</p>\n<pre><code>&lt;b&gt;\n</code></pre>"
    )


def test_findings_come_in_the_order_of_the_text() -> None:
    found = faults("[^z] <b> [a](b)\n\n![](hjerte.png)\n\n```")
    assert [each.split(":")[:2] for each in found] == [
        ["1", "1"],
        ["1", "6"],
        ["1", "14"],
        ["3", "5"],
        ["5", "1"],
    ]
