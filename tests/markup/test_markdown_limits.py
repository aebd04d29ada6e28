"""No text makes the build hang: what would is refused first, by counting.

Python-Markdown took more than 20 s for the first six of these, or fell over.
"""

from __future__ import annotations

import time
from importlib import import_module

import pytest

from kyndig.diagnostics import Place
from kyndig.markup import ResolvedLink, convert
from kyndig.markup.limits import (
    MAX_BLOCK_LINES,
    MAX_BLOCK_MARKS,
    MAX_BRACKETS,
    MAX_BYTES,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_DEPTH,
    MAX_LEVELS,
    MAX_LINES,
    MAX_MARKS,
    MAX_NOTES,
    excess,
)

from .site_links import html

MARKS = "of the marks [ ` * _ < & and \\"
BLOCK = f"the paragraph, list or table has more than 2,000 {MARKS}; divide it with an empty line"
DEPTH = "lists and quotes are nested more than 20 deep; use fewer levels"
FILES = "divide it into several files"

HANGING = {
    "50,000 brackets": ("a\n\n" + "[" * 50_000, f"3: {BLOCK}"),
    "20,000 links without end": ("[a](" * 20_000, f"1: {BLOCK}"),
    "20,000 tags without end": ("<a " * 20_000, f"1: {BLOCK}"),
    "300 lists in each other": ("\n".join("    " * i + "- a" for i in range(300)), f"21: {DEPTH}"),
    "3,000 references to a note": ("[^a] \n\n" * 2_000 + "\n\n[^a]: x", f"801: the text has more than 400 footnotes and references to them; {FILES}"),
    "3,000 references in a row": ("[^a] " * 3_000 + "\n\n[^a]: x", f"1: {BLOCK}"),
    "300 quotes in each other": ("a\n\n" + "> " * 300 + "b", f"3: {DEPTH}"),
    "lists in each other in a line": ("1. " * 21 + "a", f"1: {DEPTH}"),
    "lists and quotes in turn": ("- > " * 11 + "a", f"1: {DEPTH}"),
    "a long text": ("æ" * 131_073, f"1: the text is longer than 256 KB; {FILES}"),
    "many lines": ("a\n\n" * 2_501, f"5000: the text has more than 5,000 lines; {FILES}"),
    "a long paragraph": ("b\n\n" + "a\n" * 501, "3: the paragraph, list or table has more than 500 lines; divide it with an empty line"),
    "many marks": (("*a* " * 900 + "\n\n") * 12, f"23: the text has more than 20,000 {MARKS}; {FILES}"),
    "many links": (("[a](b) " * 900 + "\n\n") * 4, f"5: the text has more than 2,000 links and images; {FILES}"),
    "a wide table": ("a|" * 41 + "b\n" + "-|" * 41 + "-", "1: the table has more than 40 columns; divide it into several tables"),
    "large tables": (("a|" * 40 + "b\n" + "-|" * 40 + "-\n" + "c|\n" * 400 + "\n") * 2, f"404: the tables have more than 20,000 cells; {FILES}"),
    "many items": (("> > > > > > > > > > a\n" * 100 + "\n") * 11, f"1011: the text has more than 10,000 items of lists and quotes; {FILES}"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HANGING.values(), ids=HANGING)
def test_a_text_that_would_hang_the_build_is_refused_at_once(text: str, expected: str) -> None:
    began = time.perf_counter()
    markup, found = convert(text, Place("a.md", 10), lambda _: ResolvedLink("/x", "x"))
    assert time.perf_counter() - began < 2
    line, _, message = expected.partition(": ")
    assert [str(each) for each in found] == [f"a.md:{9 + int(line)}:1: error markup.too-complex: {message}"]
    assert markup == ""


SLOWEST = {
    "brackets": "[" * MAX_BLOCK_MARKS,
    "brackets with text": ("[" + "x" * 60 + " ") * MAX_BLOCK_MARKS,
    "images without end": "![a](" * MAX_BLOCK_MARKS,
    "quotes in links": "[a](b 'c) " * MAX_BLOCK_MARKS,
    "links in links": "[" * 100 + "a" + "](b)" * 100,
    "emphasis": "a*" * MAX_BLOCK_MARKS,
    "code": "``a` " * (MAX_BLOCK_MARKS // 3),
    "code of many lengths": " ".join("`" * n for n in range(1, 60)),
    "tags": "a<b>" * MAX_BLOCK_MARKS,
    "headings": ("# a\n" * MAX_BLOCK_LINES + "\n") * 9,
    "underlines": ("a\n=\n" * (MAX_BLOCK_LINES // 2) + "\n") * 9,
    "definitions": ("a:\n: " * (MAX_BLOCK_LINES - 1) + "\n\n") * 9,
    "fences": "\n".join("`" * n for n in range(3, 600)),
    "notes": "[^a] " * (MAX_NOTES - 1) + "\n\n[^a]: x",
    "a table": "a|" * 39 + "b\n" + "-|" * 39 + "-\n" + "c|\n" * (MAX_BLOCK_LINES - 3),
    "depth": ("> " * MAX_DEPTH + "a\n\n") * (MAX_LEVELS // MAX_DEPTH),
    "lists": ("- [a](b) *c*\n" * 400 + "\n") * 5,
    "words": "ord og flere ord " * (MAX_BYTES // 18),
    "lines": "a\n\n" * (MAX_LINES // 2 - 1),
    "marks": ("*a* `b` " * 450 + "\n\n") * (MAX_MARKS // 1_900),
    "links": ("[a](b) " * 900 + "\n\n") * (MAX_BRACKETS // 900),
    "cells": ("|" * (MAX_COLUMNS - 1) + "\n") * (MAX_CELLS // MAX_COLUMNS - 1),
}


@pytest.mark.parametrize("text", SLOWEST.values(), ids=SLOWEST)
def test_the_slowest_texts_that_pass_take_seconds(text: str) -> None:
    """The limits are set so that the worst of 1,500 patterns took 3 s; a build machine may be slower."""
    assert excess(text) is None
    began = time.perf_counter()
    convert(text, Place("a.md"), lambda _: ResolvedLink("/x", "x"))
    assert time.perf_counter() - began < 20


def test_a_text_as_long_as_a_report_passes() -> None:
    chapter = (
        "# Kapitel\n\n"
        + "Tekst med *vægt* og [henvisning](competency:an/9). " * 12
        + "\n\n- et\n- to\n\n" * 4
    )
    assert html(chapter * 60).count("<h2") == 60


def test_fenced_code_counts_for_its_size_only() -> None:
    text = "```\n" + "[" * 3_000 + "\n" + "|" * 100 + "\n" + "a\n" * 600 + "```"
    assert html(text).startswith("<pre><code>[[[[")


def test_python_markdown_falling_over_is_the_text_s_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object) -> None:
        raise RecursionError

    with monkeypatch.context() as patch:
        patch.setattr(import_module("kyndig.markup.convert"), "parse", fall)
        markup, found = convert("a", Place("a.md"), lambda _: ResolvedLink("/x"))
    assert markup == ""
    assert [str(each) for each in found] == [
        "a.md:1:1: error markup.too-complex: the text is nested too deeply; use fewer levels"
    ]
    assert html("a") == "<p>a</p>"
