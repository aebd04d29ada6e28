"""A letter as plain text: lines of 72 characters that programs may flow anew (RFC 3676)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..views import Reader
from .issue import Group, Issue, Item

WIDTH = 72
"""Characters of a line, its last space among them; an address is longer where it must be."""


def as_text(reader: Reader, issue: Issue) -> str:
    """Return a letter as text, whose first line is the subject.

    A line that ends in a space goes on in the next one, so that narrow screens can break it elsewhere. An address has a
    line of its own, between angle brackets (RFC 3986, appendix C).
    """
    return "\n".join((*_letter(reader, issue), ""))


def _letter(reader: Reader, issue: Issue) -> Iterator[str]:
    yield issue.subject
    yield ""
    yield from _flowed(issue.summary)
    for group in issue.groups:
        yield from _group(group)
    yield ""
    yield from _flowed(reader.word("This letter tells what {name} has announced.").format(name=issue.site))
    yield from _flowed(reader.word("You leave it where you signed up for it."))
    yield ""
    yield from _flowed(reader.word("The same without e-mail, in a feed reader or your calendar:"))
    yield f"<{issue.follow}>"


def _group(group: Group) -> Iterator[str]:
    yield from ("", "", group.heading.upper(), "=" * len(group.heading))
    for item in group.items:
        yield ""
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield from _flowed(f"{item.word}: {item.title}")
    for each in (*item.facts, item.lead):
        yield from _flowed(each)
    yield f"<{item.url}>"


def _flowed(words: str) -> Iterator[str]:
    """Yield a paragraph line by line; what would mean something else at the beginning of a line gets a space before it."""
    lines = textwrap.wrap(words, WIDTH - 2, break_long_words=True, break_on_hyphens=False)
    for number, line in enumerate(lines, 1):
        stuffed = f" {line}" if line.startswith((" ", ">", "From ")) else line
        yield stuffed if number == len(lines) else f"{stuffed} "
