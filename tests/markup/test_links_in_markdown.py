"""Every link of a text goes through the site, and what leads nowhere is reported where it stands."""

from __future__ import annotations

import pytest

from kyndig.diagnostics import Diagnostic, Place
from kyndig.markup import LinkFault, ResolvedLink, convert

from .site_links import answer, faults, html

LED = {
    "a reference": ("[spinal](competency:an/9)", '<a href="/da/spinal.html">spinal</a>'),
    "no text: the name of what it leads to": ("[](competency:an/9)", '<a href="/da/spinal.html">Spinal anæstesi</a>'),
    "no text, in another language": ("[ ](course:airway)", '<a href="/da/luftvei.html" hreflang="nb" lang="nb">Luftvei &amp; pust</a>'),
    "text of its own, in another language": ("[kursus](course:airway)", '<a href="/da/luftvei.html" hreflang="nb">kursus</a>'),
    "a title": ('[s](competency:an/9 "A \'B\' & C")', '<a href="/da/spinal.html" title="A \'B\' &amp; C">s</a>'),
    "angle brackets": ("[s](<competency:an/9>)", '<a href="/da/spinal.html">s</a>'),
    "a reference elsewhere": ("[s][r], [r], [r][]\n\n[r]: competency:an/9", '<a href="/da/spinal.html">s</a>, <a href="/da/spinal.html">r</a>, <a href="/da/spinal.html">r</a>'),
    "out of the site": ("[x](https://example.org/?a=1&b=2&copy=3)", '<a href="https://example.org/?a=1&amp;b=2&amp;copy=3" rel="noopener">x</a>'),
    "an address as it stands": ("<https://example.org/a_b>", '<a href="https://example.org/a_b" rel="noopener">https://example.org/a_b</a>'),
    "e-mail": ("<ola_n@example.no> <mailto:x@y.no>", '<a href="mailto:ola_n@example.no">ola_n@example.no</a> <a href="mailto:x@y.no">x@y.no</a>'),
    "a telephone": ("[ring](tel:+4512345678)", '<a href="tel:+4512345678">ring</a>'),
    "an image": ('![Et hjerte & "mere"](hjerte.png "Titel")', '<img alt="Et hjerte &amp; &quot;mere&quot;" height="480" src="/files/hjerte.png" title="Titel" width="640">'),
    "an image in a link": ("[![Hjerte](hjerte.png)](nameless)", '<a href="/da/x.html"><img alt="Hjerte" height="480" src="/files/hjerte.png" width="640"></a>'),
    "marks in the text": ("[**a** `b`](competency:an/9)", '<a href="/da/spinal.html"><strong>a</strong> <code>b</code></a>'),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LED.values(), ids=LED)
def test_a_link_leads_where_the_site_says(text: str, expected: str) -> None:
    assert html(text) == f"<p>{expected}</p>"


def test_a_heading_of_the_same_text_needs_no_answer() -> None:
    assert html("[ned](#naeste-skridt)\n\n## Næste skridt") == (
        '<p><a href="#naeste-skridt">ned</a></p>\n<h2 id="naeste-skridt">Næste skridt</h2>'
    )


def test_the_site_is_asked_once_for_each_link_in_the_order_of_the_text() -> None:
    asked: list[str] = []

    def note(destination: str) -> ResolvedLink:
        asked.append(destination)
        return ResolvedLink("/x")

    text = "[a](b:1) ![c](d.png) <https://e.f>\n\n- [g](h&amp;i)\n\n`[no](no)`\n\n    [no](no)\n\n```\n[no](no)\n```\n\n[j](#k)"
    convert(text, Place("a.md"), note)
    assert asked == ["b:1", "d.png", "https://e.f", "h&i", "#k"]


def test_the_site_may_convert_other_texts_while_it_is_asked() -> None:
    def inner(destination: str) -> ResolvedLink:
        markup, _ = convert("*x* [a](nameless)[^n]\n\n[^n]: N", Place("b.md"), answer)
        return ResolvedLink(destination, markup[:10])

    markup, _ = convert("[](https://a.b) ```x``` &copy;", Place("a.md"), inner)
    assert (
        markup == '<p><a href="https://a.b" rel="noopener">&lt;p&gt;&lt;em&gt;x&lt;/</a> <code>x</code> ©</p>'
    )


WRONG = {
    "nowhere": ("En [kort](competency:an/99) tekst", ['1:11: error link.unknown: there is no "competency:an/99"; write kind:id']),
    "in the second line": ("a\nb [c](d)", ['2:7: error link.unknown: there is no "d"; write kind:id']),
    "twice": (
        "[a](b) c [d](b)\n\n[e](b)",
        [
            '1:5: error link.unknown: there is no "b"; write kind:id',
            '1:14: error link.unknown: there is no "b"; write kind:id',
            '3:5: error link.unknown: there is no "b"; write kind:id',
        ],
    ),
    "after the same words in code and in prose": (
        "`[a](b:c)` b:c\n\n```\n[a](b:c)\n```\n\n[a](b:c)", ['7:5: error link.unknown: there is no "b:c"; write kind:id'],
    ),
    "a reference elsewhere": ("[a][r]\n\n[r]: b", ['3:6: error link.unknown: there is no "b"; write kind:id']),
    "two links, one definition": (
        "[a][r] [r]\n\n[r]: b",
        ['3:6: error link.unknown: there is no "b"; write kind:id', '3:6: error link.unknown: there is no "b"; write kind:id'],
    ),
    "an entity in the address": ("x [a](b&amp;c)", ['1:7: error link.unknown: there is no "b&c"; write kind:id']),
    "an escape in the address": (r"x [a](b\_c)", ['1:1: error link.unknown: there is no "b_c"; write kind:id']),
    "a heading that is not there": ("[a](#b)", ['1:5: error link.unknown: there is no "#b"; write kind:id']),
    "an image": ("a ![b](c.png)", ['1:8: error link.unknown: there is no "c.png"; write kind:id']),
    "no address": ("a\n[b]()", ["1:1: error link.empty: the link has no address; write it in the brackets ()"]),
    "no words": ("a [](nameless)", ["1:6: error link.empty: the link to nameless has no words; write them in the brackets []"]),
    "an image without words": ("a\n![](hjerte.png)", ["2:5: error markup.alt: the image has no words; write ![what it shows](address)"]),
    "an image with blank words": ("![ ](hjerte.png)", ["1:6: error markup.alt: the image has no words; write ![what it shows](address)"]),
    "e-mail": ("a <b@c>", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_what_leads_nowhere_is_reported_where_it_stands(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_what_leads_nowhere_is_shown_as_words() -> None:
    markup, _ = convert("[*a*](b) ![c & d](e.png) ![](hjerte.png)", Place("a.md"), answer)
    assert markup == "<p><em>a</em> c &amp; d </p>"


def test_places_count_from_where_the_text_begins_in_its_file() -> None:
    _, found = convert("[a](b)\n[c](d)", Place("content/a.md", 10, 5), answer)
    assert [each.place for each in found] == [Place("content/a.md", 10, 9), Place("content/a.md", 11, 5)]


UNSAFE = {
    "javascript:alert(1)": 'an address may not begin with "javascript:"; write a full https:// address',
    "JaVaScRiPt:alert(1)": 'an address may not begin with "javascript:"; write a full https:// address',
    "<java script:alert(1)>": 'an address may not begin with "javascript:"; write a full https:// address',
    "javascript&#58;alert(1)": 'an address may not begin with "javascript:"; write a full https:// address',
    "&#106;avascript&colon;alert(1)": 'an address may not begin with "javascript:"; write a full https:// address',
    "vbscript:x": 'an address may not begin with "vbscript:"; write a full https:// address',
    "data:text/html,x": 'an address may not begin with "data:"; write a full https:// address',
    "//evil.example/x": 'the address "//evil.example/x" has no scheme; write https://evil.example/x',
    "\\\\\\\\evil.example": 'the address "\\\\evil.example" has a backslash; write / instead',
    "/\\evil.example": 'the address "/\\evil.example" has a backslash; write / instead',
    "java&Tab;script:x": "the link has an invisible character in its address; write the address anew",
    "a\u200bb": "the link has an invisible character in its address; write the address anew",
    "a\u202eb": "the link has an invisible character in its address; write the address anew",
}  # fmt: skip


@pytest.mark.parametrize(("destination", "expected"), UNSAFE.items())
def test_an_address_that_could_harm_is_refused_whatever_the_site_says(
    destination: str, expected: str
) -> None:
    def anywhere(destination: str) -> ResolvedLink:
        return ResolvedLink(destination)

    for mark in ("", "!"):
        markup, found = convert(f"{mark}[a]({destination})", Place("a.md"), anywhere)
        assert [f"{each.code}: {each.message}; {each.remedy}" for each in found] == [
            f"link.unsafe: {expected}"
        ]
        assert markup == "<p>a</p>"


def test_an_answer_that_could_harm_is_refused_too() -> None:
    markup, found = convert("[a](wrong)", Place("a.md"), answer)
    assert markup == "<p>a</p>"
    assert [each.code for each in found] == ["link.unsafe"]


def test_a_fault_without_remedy_is_a_fault() -> None:
    _, found = convert("[a](b)", Place("a.md"), lambda _: LinkFault("no"))
    assert found == (Diagnostic(Place("a.md", 1, 5), "link.unknown", "no"),)


def test_a_link_has_room_for_a_long_name_and_a_long_address() -> None:
    name, address = "ord " * 120, "https://example.org/" + "a" * 470
    assert html(f"[{name}]({address})") == f'<p><a href="{address}" rel="noopener">{name}</a></p>'
