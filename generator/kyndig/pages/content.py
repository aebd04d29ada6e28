"""What the frame of a page knows of its content: the headings to jump to, and what need not be said again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup, escape

from ..views.parts import Linked, Related

_LONG = 6
"""Sections from which a page has contents of its own."""
_SECTION = re.compile(
    r'<section class="sec" aria-labelledby="([^"]+)"><h2 id="\1"[^>]*>(.*?)</h2>', re.DOTALL
)
"""A section as the theme's macro writes it."""


def contents(content: Markup) -> tuple[tuple[str, Markup], ...]:
    """Return anchor and heading of each section of a long page; nothing for a short one.

    The heading is HTML without links: it stands in one. Sections of a list from A to Å are left out: such a list
    has its own row of letters.
    """
    found = [each for each in _SECTION.findall(content) if not each[0].startswith("letter-")]
    if len(found) < _LONG:
        return ()
    return tuple((anchor, Markup(re.sub(r"</?a\b[^>]*>", "", heading))) for anchor, heading in found)  # noqa: S704


def unsaid(groups: Iterable[Related], content: Markup) -> tuple[Related, ...]:
    """Return the related things that the content of the page has not shown already, with their reasons."""
    left = (
        replace(each, links=tuple(link for link in each.links if not _is_said(link, content)))
        for each in groups
    )
    return tuple(each for each in left if each.links)


def _is_said(link: Linked, content: Markup) -> bool:
    """Tell whether the content leads there, or to a place there, and gives each reason."""
    href = str(escape(link.href))
    return (f'href="{href}"' in content or f'href="{href}#' in content) and all(
        str(escape(why.text)) in content for why in link.reasons
    )
