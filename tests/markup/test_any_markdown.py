"""Whatever an author writes, nothing raises and nothing runs on the reader's machine."""

from __future__ import annotations

from html.parser import HTMLParser

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kyndig.diagnostics import Place
from kyndig.markup import LinkFault, ResolvedLink, convert, passage, plain_text
from kyndig.markup.safe import sanitised

PIECES = [
    "[", "]", "(", ")", "<", ">", "*", "_", "`", "```", "~~~", "\n", "\n\n", "    ", "- ", "1. ", "> ", "# ", "|", "|\n-|-\n",
    ":   ", "\\", "&", "&amp;", "&#1;", "a", "b c", "[^a]", "[^a]: ", "[a]: ", "![", "](b:c)", "](javascript:a)", "](#a)",
    "<http://a.b>", "<a@b.c>", "javascript:", "data:", "//h", '"', "'", "===\n", "---\n", "\t", "\r", "\x00", "\x02", "\x03",
    "\x02wzxhzdk:0\x03", "\x02klzzwxh:0001\x03", "\u202e", "\u2028", "\ud800", "<script>", "</script>", "<b onclick=x>", "<!--",
    "-->", "{: onclick=x}", "***", "__", "*[A]: b", "[TOC]", "///Footnotes Go Here///", "<c:a>",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)
TAGS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "section", "table",
    "thead", "tbody", "tr", "th", "td", "a", "br", "code", "em", "img", "strong", "sup",
}  # fmt: skip


class _Reader(HTMLParser):
    """Collect what a browser would act on."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def _answer(destination: str) -> ResolvedLink | LinkFault:
    return LinkFault("no") if len(destination) % 3 == 0 else ResolvedLink(destination, "<b>x</b>", "nb")


def _check(markup: str) -> None:
    read = _Reader(markup)
    assert read.tags <= TAGS
    for name, value in read.attributes:
        assert not name.startswith("on")
        assert name != "style"
        if name in ("href", "src"):
            assert not value.lstrip().lower().startswith(("javascript:", "vbscript:", "data:", "//", "\\"))
    assert not set(markup) & {"\x00", "\x01", "\x02", "\x03", "\u202e", "\ud800"}


@settings(deadline=None)
@given(MARKDOWN)
@example("[^a]:\n\n[^a]")
@example("[^a]\n\n[^a]: [^a] [^b]\n[^b]: [^a]")
@example("\x02\x02")
@example("> [^a]: x\n\n- [^a]")
@example("# [](b:cc)\n\n## \n\n#")
def test_any_text_becomes_safe_html(text: str) -> None:
    markup, found = convert(text, Place("a.md"), _answer)
    _check(markup)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in found:
        assert 1 <= each.place.line <= len(lines)
        assert 1 <= each.place.column <= len(lines[each.place.line - 1]) + 1
    assert convert(text, Place("a.md"), _answer) == (markup, found)
    assert "\n" not in plain_text(markup)


@settings(deadline=None)
@given(MARKDOWN)
def test_any_result_is_well_formed(text: str) -> None:
    markup, _ = convert(text, Place("a.md"), _answer)
    parser = html5lib.HTMLParser()
    parser.parseFragment(markup)
    assert [code for _, code, _ in parser.errors if code != "invalid-codepoint"] == []


@settings(deadline=None)
@given(MARKDOWN)
def test_ids_are_unique(text: str) -> None:
    markup, _ = convert(text, Place("a.md"), _answer, prefix="p-")
    ids = [value for name, value in _Reader(markup).attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("p-") for each in ids)


def _leading(destination: str) -> ResolvedLink:
    """Answer as a page does, for any destination that a text may have."""
    if destination.partition(":")[0] in ("http", "https", "mailto", "tel"):
        return ResolvedLink(destination)
    name = f"/{len(destination)}/x.{'pdf' if destination.endswith('pdf') else 'html'}"
    return ResolvedLink(
        f'{name}?a=1&b="{len(destination)}"', "<b>x</b> & \u00a0y", "nb" if len(destination) % 2 else None
    )


LINKS = [
    "[x](b:c)", "[](b:c)", "[*x*](b:cc \"T & t\")", "![a](d.png)", "[a](d.pdf)", "[a pdf](d.pdf)", "![a](e.png \"t\")", "[![a](e.png)](b:d)",
    "[](b:cc 'u')", "[ ](b:cc)", "[a]: b:c 'v'\n", "[k](/.k)",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINKS + PIECES) | st.text(max_size=3), max_size=40).map("".join))
@example("# h\n[](b:c) [x](b:c) ![p](b.png) [^n]\n\n[^n]: [](b:cc)\n\n[h](#h)")
def test_a_text_that_waits_for_its_links_becomes_the_same(text: str) -> None:
    plain = convert(text, Place("a.md"), _leading, lang="da", prefix="p-")
    waiting = passage(text, Place("a.md"), "da")
    assert waiting.findings == plain[1]
    assert waiting.filled(_leading, "p-") == plain[0]


@settings(deadline=None)
@given(MARKDOWN, MARKDOWN)
def test_a_text_does_not_depend_on_the_one_before(first: str, second: str) -> None:
    alone = convert(second, Place("a.md"), _answer)
    convert(first, Place("a.md"), _answer)
    assert convert(second, Place("a.md"), _answer) == alone


ATTACKS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>x</script></svg>",
    '<a href="javascript:alert(1)">x</a>', '<a href=" java\nscript:alert(1)">x</a>', '<a href="data:text/html,x">x</a>',
    '<p style="position:fixed">x</p>', '<p onclick="x">x</p>', "<iframe src=//x></iframe>", "<object data=x></object>",
    '<form action="//x"><input></form>', "<base href=//x>", "<meta http-equiv=refresh content=0>", "<style>*{}</style>",
    '<math><mtext></p><img src=x onerror=alert(1)>', "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    '<template><script>x</script></template>', '<img src="javascript:x" alt="a">', '<h2 id="a" onfocus=x>x</h2>',
    "<!--><script>x</script>-->", "<sup id='a' class='b' onclick=c>1</sup>", "<a class='evil' href='https://a.b'>x</a>",
]  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_even_html_that_slipped_through_would_be_made_safe(attack: str) -> None:
    """The list of what may pass is the last defence: the converter before it makes none of this."""
    _check(sanitised(attack).replace(' class="evil"', ""))
    assert "evil" not in sanitised(attack)
    _check(convert(attack, Place("a.md"), _answer)[0])
