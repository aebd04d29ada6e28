"""Remarks and addresses: short texts with a source of their own, which documents of several kinds hold."""

from __future__ import annotations

from dataclasses import dataclass

from ..locales.dates import format_vague
from ..model.facts import Remark, WebLink
from .parts import Cited, Linked, Phrase
from .reader import Reader


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One remark, with the time it is about and what it leads to."""

    text: Phrase
    when: str
    links: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class WebRow:
    """One address outside the site, and what the reader should know before following it.

    `url` is the address to use now: empty where the system behind it is gone. `past_year` is the year a document was
    valid for, when that year is over.
    """

    label: Phrase
    url: str
    note: Phrase | None
    retired: bool
    moved: bool
    format: str
    accessible: str
    past_year: int | None
    cited: Cited | None


def remark_rows(reader: Reader, remarks: tuple[Remark, ...]) -> tuple[RemarkRow, ...]:
    """Return the rows for remarks, in their order."""
    return tuple(
        RemarkRow(
            text=reader.say(each.text), when=format_vague(each.when, reader.language) if each.when else "",
            links=tuple(reader.link(link.to, link.why) for link in each.links), cited=reader.cite(each.source),
        )
        for each in remarks
    )


def web_rows(reader: Reader, links: tuple[WebLink, ...]) -> tuple[WebRow, ...]:
    """Return the rows for addresses, in their order."""
    formats = {"html": "", "pdf": reader.word("PDF"), "document": reader.word("document to download")}
    return tuple(
        WebRow(
            label=reader.say(each.label), url=each.superseded_by or ("" if each.retired else each.url),
            note=reader.maybe(each.note), retired=each.retired, moved=each.superseded_by is not None,
            format=formats[each.format], accessible=each.accessible_version or "",
            past_year=each.year if each.year and each.year < reader.today.year else None, cited=reader.cite(each.source),
        )
        for each in links
    )
