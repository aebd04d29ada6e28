"""Footnotes are numbered as a reader meets them, and each has its reference."""

from __future__ import annotations

import pytest

from .site_links import faults, html


def _section(label: str, *notes: str) -> str:
    items = "\n".join(notes)
    return f'<section aria-label="{label}" class="footnotes" role="doc-endnotes">\n<ol>\n{items}\n</ol>\n</section>'


def _reference(number: int, nth: str = "") -> str:
    return f'<sup id="fnref{nth}:{number}"><a class="footnote-ref" href="#fn:{number}" role="doc-noteref">{number}</a></sup>'


def _back(number: int, words: str, nth: str = "") -> str:
    return f'<a aria-label="{words}" class="footnote-backref" href="#fnref{nth}:{number}" role="doc-backlink">↩︎</a>'


def test_notes_are_numbered_in_the_order_of_their_references() -> None:
    text = 'a[^z] b[^"x y:1"]\n\n[^unused-first]: \n[^"x y:1"]: To\n\n[^z]: Ét *ord*'
    words = "Tilbage til teksten ved note {}"
    assert html(text.replace("[^unused-first]: \n", "").replace('"x y:1"', "x:1")) == (
        f"<p>a{_reference(1)} b{_reference(2)}</p>\n"
        + _section(
            "Noter",
            f'<li id="fn:1">\n<p>Ét <em>ord</em>&nbsp;{_back(1, words.format(1))}</p>\n</li>',
            f'<li id="fn:2">\n<p>To&nbsp;{_back(2, words.format(2))}</p>\n</li>',
        )
    )


def test_a_note_leads_back_to_each_of_its_references() -> None:
    words = "Back to the text at note 1"
    assert html("a[^n] b[^n]\n\n[^n]: Note", lang="en") == (
        f"<p>a{_reference(1)} b{_reference(1, '2')}</p>\n"
        + _section(
            "Notes", f'<li id="fn:1">\n<p>Note&nbsp;{_back(1, words)}{_back(1, words, "2")}</p>\n</li>'
        )
    )


@pytest.mark.parametrize(
    ("lang", "label", "words"),
    [
        ("nb", "Noter", "Tilbake til teksten ved note 1"),
        ("nn", "Notar", "Tilbake til teksten ved note 1"),
        ("sv", "Noter", "Tillbaka till texten vid not 1"),
        ("se", "Notes", "Back to the text at note 1"),
    ],
)
def test_notes_are_named_in_the_language_of_the_text(lang: str, label: str, words: str) -> None:
    markup = html("a[^n]\n\n[^n]: Note", lang=lang)
    assert f'aria-label="{label}"' in markup
    assert f'aria-label="{words}"' in markup


def test_a_note_may_be_a_list_with_links() -> None:
    markup = html("a[^n]\n\n[^n]:\n    - [s](competency:an/9)\n    - b")
    assert '<li><a href="/da/spinal.html">s</a></li>' in markup
    assert '<a aria-label="Tilbage til teksten ved note 1"' in markup


WRONG = {
    "no note": ("a\nb[^n]", ["2:2: error markup.footnote: there is no note [^n]; write [^n]: and the note, in a paragraph of its own"]),
    "no reference": ("a\n\n[^n]: b", ["3:1: error markup.footnote: nothing refers to the note [^n]; write [^n] where it belongs, or delete it"]),
    "in code": ("`[^n]` \\[^n]\n\n```\n[^n]\n```", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_a_note_and_its_reference_go_together(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_a_note_that_nothing_refers_to_is_not_shown() -> None:
    from kyndig.diagnostics import Place
    from kyndig.markup import convert

    from .site_links import answer

    markup, _ = convert("a[^n]\n\n[^n]: b\n\n[^m]: c", Place("a.md"), answer)
    assert "<p>b" in markup
    assert "<p>c" not in markup
