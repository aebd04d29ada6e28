"""Python-Markdown, with what serves readers and nothing that lets HTML through."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from re import Match
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import AUTOMAIL_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString

from .fences import fences

RAW = "raw"
"""The tag that stands for HTML in the source: its text is what the author wrote."""

REACH = 500
"""How far a link's text or destination is followed. Python-Markdown would read on to the end of the block."""

_RAW = r"<(?:/?[A-Za-z][^<>]*>|!--|!\[CDATA\[|![A-Za-z]|\?)"
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
_LINKS = {
    "reference": 170, "link": 160, "image_link": 150, "image_reference": 140, "short_reference": 130,
    "short_image_ref": 125,
}  # fmt: skip


@contextmanager
def machine() -> Iterator[Markdown]:
    """Lend a Python-Markdown that remembers nothing.

    Making one takes longer than a short text, so each is kept for the next caller; two callers at once, or
    one within the other, get two. One that has failed is thrown away.
    """
    try:
        lent = _IDLE.pop()
    except IndexError:
        lent = _build()
    yield lent.reset()
    _IDLE.append(lent)


_IDLE: deque[Markdown] = deque()


def parse(text: str, lent: Markdown) -> Element:
    """Return the tree of a text, as Python-Markdown makes it before it writes HTML."""
    lines = text.split("\n")
    for preprocessor in lent.preprocessors:
        lines = preprocessor.run(lines)
    root = cast(Element, lent.parser.parseDocument(lines).getroot())
    for treeprocessor in lent.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    return root


def write(root: Element, lent: Markdown) -> str:
    """Return a tree as HTML, which is not yet safe."""
    output = (
        lent.serializer(root).strip().removeprefix(f"<{lent.doc_tag}>").removesuffix(f"</{lent.doc_tag}>")
    )
    for postprocessor in lent.postprocessors:
        output = postprocessor.run(output)
    return output.strip()


def words_of(element: Element) -> str:
    """Return the words of an element as they are read, without what Python-Markdown has put aside."""
    return unescaped(without_stash("".join(element.itertext())))


def unescaped(text: str) -> str:
    """Return a text with its entities as characters; `&copy=1` in an address is none."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def without_stash(text: str) -> str:
    """Return a text of the tree without the placeholders that Python-Markdown fills in at last."""
    parts = text.replace(AMP_SUBSTITUTE, "&").split(STX)
    return parts[0] + "".join(part.partition(ETX)[2] for part in parts[1:])


def _build() -> Markdown:
    # No text holds the marker: Python-Markdown takes STX out of its source, and puts it back only singly.
    notes = FootnoteExtension(PLACE_MARKER=STX + STX, BACKLINK_TEXT="&#8617;&#xFE0E;")
    tables = TableExtension(use_align_attribute=True)
    built = Markdown(
        extensions=[notes, tables, DefListExtension(), SaneListExtension()], output_format="html"
    )
    built.ESCAPED_CHARS.append("<")
    built.preprocessors.deregister("html_block")
    built.preprocessors.register(_Fences(built), "fences", 25)
    built.inlinePatterns.register(_Address(AUTOMAIL_RE, built), "automail", 110)
    built.inlinePatterns.register(_RawHtml(_RAW, built), "html", 90)
    for name, priority in _LINKS.items():
        read = built.inlinePatterns[name]
        near = type(f"_Near{type(read).__name__}", (_Near, type(read)), {})
        built.inlinePatterns.register(near(read.pattern, built), name, priority)
    return built


class _Near:
    """Let a processor of links see no farther than it must."""

    def getText(self, data: str, index: int) -> Any:  # noqa: N802  (Python-Markdown's name)
        return super().getText(data[: index + REACH], index)  # type: ignore[misc]

    def getLink(self, data: str, index: int) -> Any:  # noqa: N802
        return super().getLink(data[: index + REACH], index)  # type: ignore[misc]


class _Fences(Preprocessor):
    """Put fenced code aside."""

    def run(self, lines: list[str]) -> list[str]:
        result: list[str] = []
        at = 0
        for fence in fences(lines):
            body = lines[fence.start + 1 : fence.end - fence.is_closed]
            code = "\n".join(line[min(fence.indent, len(line) - len(line.lstrip(" "))) :] for line in body)
            escaped = html.escape(code.rstrip("\n"), quote=False)
            stash = self.md.htmlStash.store(f"<pre><code>{escaped}\n</code></pre>")
            result += [*lines[at : fence.start], "", " " * fence.indent + stash, "", ""]
            at = fence.end
        return [*result, *lines[at:]]


class _RawHtml(InlineProcessor):
    """Keep HTML in the source as the text that it is, where the author can be told of it."""

    def handleMatch(self, m: Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        element = Element(RAW)
        element.text = AtomicString(self.unescape(m[0]))
        return element, m.start(), m.end()


class _Address(InlineProcessor):
    """Link an e-mail address in angle brackets, without hiding it in entities as Python-Markdown does."""

    def handleMatch(self, m: Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        element = Element("a")
        address = self.unescape(m[1])
        element.set("href", address if address.lower().startswith("mailto:") else f"mailto:{address}")
        element.text = AtomicString(address.removeprefix("mailto:"))
        return element, m.start(), m.end()
