"""Tables for spreadsheets (CSV, RFC 4180, UTF-8): the activities of a plan and the matrix of coverage.

They have the same as the pages they belong to, with columns that stay.

The names of the columns are the same in every language, so that what reads one table reads all; the cells are in the
reader's language.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from .catalogue import Entity
from .locales.dates import format_vague
from .routes import coverage_path, sheet_path, sheets, year_of
from .views import Reader
from .views.coverage.sheet import coverage_sheet
from .views.needs.plan_words import activity_types

COLUMNS = (
    "plan", "id", "title", "kind", "channel_number", "channel", "date", "when", "year", "region", "state", "example",
    "target_groups", "partners", "publication", "needs", "url", "source",
)  # fmt: skip
"""The first row of a table of activities. New columns go last: people have formulas that count on these."""

_BETWEEN = "; "
_RUNS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet may take for a formula (OWASP, CSV injection)."""


def spreadsheets(reader: Reader) -> dict[str, bytes]:
    """Return the tables of one language by path: of coverage, each plan with activities, and each of its years."""
    coverage = {coverage_path(reader.site, reader.language): spreadsheet(coverage_sheet(reader))}
    return coverage | {
        sheet_path(reader.site, key, reader.language): spreadsheet(_rows(reader, plan, activities))
        for plan in reader.catalogue.of_kind("plan")
        for key, activities in sheets(reader.catalogue, plan).items()
        if reader.site.has(key, reader.language)
    }


def spreadsheet(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as a file that a spreadsheet opens; no cell of it can run as a formula."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")  # without the mark, Excel reads æøå as two letters


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RUNS) else cell


def _rows(reader: Reader, plan: Entity, activities: Iterable[Entity]) -> Iterator[Iterable[str]]:
    yield COLUMNS
    for each in activities:
        yield _row(reader, plan, each)


def _row(reader: Reader, plan: Entity, entity: Entity) -> tuple[str, ...]:
    value = entity.value
    channel = reader.catalogue.targets(entity, "channel")[0][0]
    cited = reader.cite(value.source)
    return (
        reader.title(plan).text,
        value.id,
        reader.title(entity).text,
        activity_types(reader)[value.type],
        channel.value.id,
        reader.title(channel).text,
        value.when,
        format_vague(value.when, reader.language),
        year_of(value.when),
        _named(reader, entity, "region"),
        reader.word("done") if value.done else reader.word("planned"),
        reader.word("Example") if value.example else "",
        _named(reader, entity, "target_groups"),
        _named(reader, entity, "partners"),
        reader.say(value.publication).text if value.publication else "",
        _BETWEEN.join(
            f"{need.value.id} {reader.title(need).text}"
            for need, _ in reader.catalogue.targets(entity, "meets")
        ),
        value.url or "",
        cited.source.title.text if cited else "",
    )


def _named(reader: Reader, entity: Entity, field: str) -> str:
    return _BETWEEN.join(reader.title(each).text for each, _ in reader.catalogue.targets(entity, field))
