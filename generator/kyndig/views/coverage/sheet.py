"""The matrix as a table for spreadsheets: a line for each need, audience and time. Its columns never change places."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue import Entity
from ...coverage import AXES, Cell, asked_for, looked_at
from ..reader import Reader
from .cells import cell_of, cell_view

COLUMNS = (
    "plan",
    "plan_title",
    "need",
    "need_number",
    "need_title",
    "kind",
    "axis",
    "audience",
    "audience_title",
    "time",
    "degree",
    "basis",
    "linked",
    "words",
    "offers",
    "assessments",
    "sources",
    "address",
)
"""Names of the columns, the same in every language; new ones are added at the end. `docs/coverage.md` explains them."""


def coverage_sheet(reader: Reader) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the table, its head first: plan by plan, need by need, in the order of the content."""
    yield COLUMNS
    for need in reader.catalogue.of_kind("need"):
        for axis, audience in _audiences(reader, need):
            for horizon in looked_at(reader.catalogue, need):
                yield _line(reader, axis, cell_of(reader, need, audience, horizon))


def _audiences(reader: Reader, need: Entity) -> Iterator[tuple[str, Entity | None]]:
    """Yield the audiences of a need with their axis; a need that names no group has a line for all."""
    for axis in AXES:
        asked = asked_for(reader.catalogue, need, axis)
        if not asked and axis == "target-group":
            yield "", None
        yield from ((axis, each) for each in asked)


def _line(reader: Reader, axis: str, it: Cell) -> tuple[str, ...]:
    plan, shown, site = it.need.document, cell_view(reader, it), reader.site
    found = [each.assessment.entity for each in it.findings]
    sources = {each.value.source.document for each in found if each.value.source}
    return (
        plan.id,
        reader.title(plan).text,
        it.need.ref,
        str(it.need.value.id),
        reader.title(it.need).text,
        it.need.value.type,
        axis,
        it.audience.id if it.audience else "",
        reader.title(it.audience).text if it.audience else "",
        it.horizon,
        it.degree,
        "" if it.degree == "unknown" else "asserted" if it.asserted else "computed",
        str(len(it.linked)),
        shown.word,
        " ".join(each.entity.ref for each in it.linked),
        " ".join(each.ref for each in found),
        " ".join(sorted(filter(None, sources))),
        f"{site.origin}{shown.href}",
    )
