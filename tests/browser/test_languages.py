"""Each text is in the language that it, or what it stands in, says it is in (WCAG 3.1.1, 3.1.2).

The words of every page are also held against the dictionary of its language (tests/site/test_spelling.py); here each
block of text is asked as a whole, by small words that stand in one of the languages only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from ..site.conftest import Whole
from .gates import Gate

SMALL = {
    "da": {
        "af",
        "efter",
        "mellem",
        "også",
        "hvad",
        "nogle",
        "ifølge",
        "uden",
        "bliver",
        "mere",
        "fra",
        "ud",
        "sig",
        "hver",
    },
    "nb": {
        "av",
        "etter",
        "mellom",
        "også",
        "hva",
        "noen",
        "ifølge",
        "uten",
        "blir",
        "mer",
        "fra",
        "ut",
        "seg",
        "hver",
    },
    "en": {"the", "of", "and", "to", "with", "which", "from", "that", "this", "are", "by", "who", "what"},
}
NAMES = (
    "Scandinavian Society of Anaesthesiology and Intensive Care Medicine",
    r"Arbejdsgruppe for uddannelse og kompetenceudvikling af sundhedspersonale .*",
)
"""Names that bodies have in one language only; WCAG asks for no mark on names."""
BLOCKS = {
    "p",
    "li",
    "td",
    "th",
    "dd",
    "dt",
    "h1",
    "h2",
    "h3",
    "caption",
    "figcaption",
    "summary",
    "title",
    "desc",
}
VOID = {"meta", "link", "input", "br", "hr", "img", "wbr", "source", "use", "rect", "line", "circle", "path"}


class _Blocks(HTMLParser):
    """Gathers text by block, each under the language that counts where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.found: list[tuple[str, list[str]]] = [("", [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or self.open[-1][1]
        if tag not in VOID:
            self.open.append((tag, language))
        if tag in BLOCKS or language != self.found[-1][0]:
            self.found.append((language, []))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and tag in {name for name, _ in self.open}:
            if self.open.pop()[0] == tag:
                break
        self.found.append((self.open[-1][1], []))

    def handle_data(self, data: str) -> None:
        self.found[-1][1].append(data)


def _strangers(page: str) -> Iterator[str]:
    parser = _Blocks()
    parser.feed(page)
    for language, pieces in parser.found:
        text = " ".join("".join(pieces).replace("\u00ad", "").split())
        text = re.sub("|".join(NAMES), "", text)
        words = re.findall(r"\w+", text.casefold())
        if len(words) < 5 or language not in SMALL:
            continue
        counts = {each: sum(word in small - _shared(each) for word in words) for each, small in SMALL.items()}
        other = max(counts, key=lambda each: counts[each])
        if other != language and counts[other] >= 2 and counts[other] > 2 * counts[language]:
            yield f"is marked {language} and looks like {other}: {text[:80]}"


def _shared(language: str) -> set[str]:
    """The small words of a language that another has too: they tell nothing."""
    return {word for other, small in SMALL.items() if other != language for word in small}


@pytest.mark.gate("languages")
def test_a_text_is_in_the_language_it_is_marked_with(gate: Gate, whole: Whole) -> None:
    for path, text in whole.pages.items():
        gate.saw(path, _strangers(text))
    gate.settle()


def test_a_text_in_another_language_is_noticed() -> None:
    page = '<html lang="nb"><p>What the members of the group are to do with that</p><p>Hva de er ute etter</p></html>'
    assert [each.partition(":")[0] for each in _strangers(page)] == ["is marked nb and looks like en"]
    assert not list(_strangers(page.replace("<p>What", '<p lang="en">What')))
