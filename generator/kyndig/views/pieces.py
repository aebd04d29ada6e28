"""Small facts that pages of several kinds show alike: remarks, figures, addresses, vague dates, countries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..locales.dates import format_vague
from ..locales.numbers import format_range
from ..markup import format_of
from ..model.facts import Measure, Remark, WebLink
from .parts import Cited, Linked, Phrase
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
    low = measure.low if measure.value is None else measure.value
    high = measure.high if measure.value is None else measure.value
    assert low is not None  # the gate lets no figure through
    assert high is not None  # that has neither a value nor both ends
    figure = format_range(low, high, reader.language)
    return reader.word("more than {number}").format(number=figure) if measure.at_least else figure


def web_link_rows(reader: Reader, links: Iterable[WebLink]) -> tuple[WebLinkRow, ...]:
    """Return addresses outside the site, with what a reader should know before following them."""
    formats = {"html": "", "pdf": reader.word("PDF"), "document": reader.word("Document")}
    return tuple(
        WebLinkRow(
            label=reader.say(each.label),
            url=each.url,
            format=format_of(each.url) or formats[each.format],
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


def runs(ids: Iterable[str]) -> str:
    """Return the numbers of things in few words, `1–22, 25`; ids that are no numbers stand one by one."""
    ids = tuple(ids)
    if not all(each.isdigit() for each in ids):
        return ", ".join(ids)
    numbers = sorted(set(map(int, ids)))
    gaps = [(before, after) for before, after in pairwise(numbers) if after != before + 1]
    starts = [*numbers[:1], *(after for _, after in gaps)]
    ends = [*(before for before, _ in gaps), *numbers[-1:]]
    pairs = zip(starts, ends, strict=True)
    return ", ".join(f"{start}–{end}" if start != end else str(start) for start, end in pairs)
