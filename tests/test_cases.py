"""What readers see of small sites: the text of whole pages, as it stands in the cases.

After a change that is meant: RENEW=1 python -m pytest tests/test_cases.py && git diff tests/cases
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from kyndig.build import build
from kyndig.resources import theme_folder
from site_cases import CASES, SETTINGS, Case

SHOWN = [path for path in CASES if Case.read(path).shown]
LINES = {
    "article",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
}
"""Elements that begin a line of their own."""


def shown(page: bytes) -> str:
    """Return the text of a page's main part, one line for each block."""
    main = html5lib.parse(page, namespaceHTMLElements=False).find(".//main")
    assert main is not None
    lines = (" ".join(line.split()) for line in _text(main).replace("\N{SOFT HYPHEN}", "").split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def _text(element: Element) -> str:
    if element.tag == "svg":
        return ""
    inner = (element.text or "") + "".join(_text(each) + (each.tail or "") for each in element)
    inner = re.sub(r"\s+", " ", inner) if element.tag not in LINES else re.sub(r"[^\S\n]+", " ", inner)
    return f"\n{inner}\n" if element.tag in LINES or "meta" in element.attrib.get("class", "") else inner


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_readers_see_what_the_case_says(path: Path, tmp_path: Path) -> None:
    case = Case.read(path)
    case.lay_out(tmp_path)
    built = build(tmp_path, SETTINGS, date(2026, 11, 22), theme_folder(SETTINGS.theme, tmp_path))
    assert not built.failed, built.diagnostics
    texts = {page: shown(built.files[page]) for page in case.shown}
    if os.environ.get("RENEW"):
        path.write_text(case.with_shown(texts), "utf-8")
    else:
        assert texts == case.shown


def test_there_are_cases_that_say_what_is_shown() -> None:
    assert len(SHOWN) >= 6
