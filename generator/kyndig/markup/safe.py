"""The last word on HTML: what is not named here does not reach a page."""

from __future__ import annotations

import html
import re
from typing import Any

import nh3

_TAGS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr",
    "section", "table", "thead", "tbody", "tr", "th", "td",
    "a", "abbr", "br", "code", "em", "img", "strong", "sub", "sup",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang"},
    "a": {"href", "title", "hreflang", "rel", "role", "aria-label"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"role", "aria-label"},
    "sup": {"id"},
    "th": {"scope"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_ALIGNED = {"align-left", "align-center", "align-right"}
_CLASSES: dict[str, set[str]] = {
    "a": {"footnote-ref", "footnote-backref"}, "section": {"footnotes"}, "th": _ALIGNED, "td": _ALIGNED,
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto", "tel"}

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_BETWEEN = re.compile(
    r"</?(?:p|h[2-6]|ul|ol|li|dl|dt|dd|pre|blockquote|table|tr|th|td|br|hr|section)\b[^>]*>"
)
_NOTES = re.compile(
    r'<section [^>]*class="footnotes".*?</section>|<sup id="[^"]*fnref[^"]*">.*?</sup>', re.DOTALL
)


def sanitised(markup: str) -> str:
    """Return HTML with the elements, attributes, classes and schemes that prose needs, and nothing else.

    nh3 keeps control characters and the ones that turn the direction of reading; they are taken out as well.
    """
    clean = nh3.clean(
        _INVISIBLE.sub("", markup),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return _INVISIBLE.sub("", clean)


def plain_text(markup: str) -> str:
    """Return the words of converted Markdown in one line, without footnotes: for feeds and descriptions."""
    spaced = _BETWEEN.sub(" ", _NOTES.sub("", markup))
    words: Any = nh3.clean(spaced, tags=set())
    return " ".join(html.unescape(words).split())
