"""Small facts that pages of several kinds show alike: remarks, figures, addresses, vague dates, countries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..locales.dates import format_vague
from ..locales.numbers import format_decimal
from ..model.facts import Measure, Remark, WebLink
from .parts import Cited, Linked, Phrase, Shell
from .reader import Reader


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A short text with its time, links and place in the source."""

    text: Phrase
    when: str
    links: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A figure with its unit; `as_of` is empty where the source gives no date."""

    label: Phrase
    value: str
    unit: Phrase
    as_of: str
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class WebLinkRow:
    """An address outside the site; `passed` tells that the year it is valid for is over."""

    label: Phrase
    url: str
    format: str
    note: Phrase | None
    year: int | None
    passed: bool
    retired: bool
    superseded_by: str
    accessible_version: str
    cited: Cited | None


def remark_rows(reader: Reader, remarks: Iterable[Remark]) -> tuple[RemarkRow, ...]:
    """Return remarks in the reader's words."""
    return tuple(
        RemarkRow(
            reader.say(each.text),
            vague(reader, each.when) if each.when else "",
            tuple(reader.link(link.to, link.why) for link in each.links),
            reader.cite(each.source),
        )
        for each in remarks
    )


def measure_rows(reader: Reader, measures: Iterable[Measure]) -> tuple[MeasureRow, ...]:
    """Return figures in the reader's words."""
    return tuple(
        MeasureRow(
            reader.say(each.label),
            _figure(reader, each),
            reader.say(each.unit),
            vague(reader, each.as_of),
            reader.cite(each.source),
        )
        for each in measures
    )


def _figure(reader: Reader, measure: Measure) -> str:
    ends = [measure.value] if measure.value is not None else [measure.low, measure.high]
    figure = "–".join(format_decimal(each, reader.language) for each in ends if each is not None)
    return reader.word("more than {number}").format(number=figure) if measure.at_least else figure


def web_link_rows(reader: Reader, links: Iterable[WebLink]) -> tuple[WebLinkRow, ...]:
    """Return addresses outside the site, with what a reader should know before following them."""
    formats = {"html": "", "pdf": reader.word("PDF"), "document": reader.word("Document")}
    return tuple(
        WebLinkRow(
            label=reader.say(each.label),
            url=each.url,
            format=formats[each.format],
            note=reader.maybe(each.note),
            year=each.year,
            passed=each.year is not None and each.year < reader.today.year,
            retired=each.retired,
            superseded_by=each.superseded_by or "",
            accessible_version=each.accessible_version or "",
            cited=reader.cite(each.source),
        )
        for each in links
    )


def vague(reader: Reader, when: str | None) -> str:
    """Return a date as precise as it is known; nothing where it is unknown."""
    return "" if when is None or when == "unknown" else format_vague(when, reader.language)


def country_words(reader: Reader) -> dict[str, str]:
    """Return the names of countries and of groups of countries."""
    return {
        "DK": reader.word("Denmark"),
        "NO": reader.word("Norway"),
        "DE": reader.word("Germany"),
        "GB": reader.word("United Kingdom"),
        "EU": reader.word("Europe"),
        "XN": reader.word("The Nordic countries"),
    }


def leave_out(shell: Shell, shown: Iterable[Linked]) -> Shell:
    """Return the frame without the relations that the page itself shows under headings of its own."""
    taken = {link.href for link in shown}
    groups = (
        replace(group, links=tuple(link for link in group.links if link.href not in taken))
        for group in shell.referred_by
    )
    return replace(shell, referred_by=tuple(group for group in groups if group.links))


def leave_out_said(shell: Shell, said: Iterable[Linked]) -> Shell:
    """Return the frame without what the page refers to in its own facts, but for links with a reason."""
    taken = {(link.href, link.why) for link in said}
    groups = (
        replace(group, links=tuple(each for each in group.links if (each.href, each.why) not in taken))
        for group in shell.refers_to
    )
    return replace(shell, refers_to=tuple(group for group in groups if group.links))
