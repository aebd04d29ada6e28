"""Every fact of the source documents stands on a page, in every language: the table is `facts.yaml`.

A needle is a piece of text that proves the fact. It is looked for in what a reader sees of the page, without regard to
line breaks and soft hyphens, but with capitals and numbers as they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml

from .conftest import Whole

LANGUAGES = ("da", "nb", "en")
RANGES = {"N": 22, "U": 20, "T": 26, "I": 21, "A": 48}
"""Letter of a source document → how many facts it has: the charter, the plan, the input, the policy, the curriculum."""

OMITTED = {"N22", "A48"}
"""Facts about the layout of the documents, which tell a reader nothing."""

FLOWING = {"a", "abbr", "b", "cite", "code", "em", "i", "q", "span", "strong", "sub", "sup", "time"}
"""Elements that stand inside a line, unless they have a class: a style may then give them a line of their own."""

FACTS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Proof:
    """The needles of one fact on one page."""

    page: str
    needles: tuple[str, ...]


def _proofs(row: dict[str, Any], language: str) -> list[Proof]:
    return [Proof(each["page"], tuple(each[language])) for each in row.get("pages", [row])]


def _shown(element: Element) -> str:
    if element.tag in ("script", "style", "template") or "hidden" in element.attrib:
        return ""
    inner = (element.text or "") + "".join(_shown(each) + (each.tail or "") for each in element)
    return inner if element.tag in FLOWING and "class" not in element.attrib else f" {inner} "


@cache
def _text(data: bytes) -> str:
    main = html5lib.parse(data, namespaceHTMLElements=False).find(".//main")
    assert main is not None
    return _plain(_shown(main))


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def test_the_table_has_every_fact_once_and_in_order() -> None:
    assert list(FACTS) == [
        f"{letter}{number}" for letter, last in RANGES.items() for number in range(1, last + 1)
    ]


def test_only_what_tells_a_reader_nothing_is_omitted() -> None:
    assert {name for name, row in FACTS.items() if "omitted" in row} == OMITTED


def test_every_row_proves_its_fact_in_every_language() -> None:
    """A row has the same number of needles in each language, and none is empty."""
    poor = []
    for name in FACTS.keys() - OMITTED:
        row = FACTS[name]
        proofs = {language: _proofs(row, language) for language in LANGUAGES}
        counts = {tuple(len(each.needles) for each in proofs[language]) for language in LANGUAGES}
        needles = [needle for each in proofs.values() for proof in each for needle in proof.needles]
        if len(counts) != 1 or 0 in counts.pop() or not all(map(str.strip, needles)) or not row["fact"]:
            poor.append(name)
    assert poor == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FACTS)
def test_a_fact_stands_on_its_page(whole: Whole, name: str, language: str) -> None:
    row = FACTS[name]
    if name in OMITTED:
        assert row["omitted"]
        return
    missing = []
    for proof in _proofs(row, language):
        page = whole.checked.site.by_key.get((proof.page, language))
        assert page is not None, f"{name} ({row['fact']}): there is no page {proof.page}"
        text = _text(whole.files[page.path])
        missing += [f"{proof.page}: {needle!r}" for needle in proof.needles if _plain(needle) not in text]
    assert not missing, f"{name} ({row['fact']}), {language}, not found: " + "; ".join(missing)
