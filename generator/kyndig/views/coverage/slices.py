"""A slice of the matrix: what it says of one audience, or of one organisation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import Entity
from ...coverage import Cell, assessments, felt_by, looked_at, offers, tally
from ..parts import Linked
from ..reader import Reader
from ..shell import list_link
from .cells import CellView, cell_of, cell_view
from .evidence import time_words


@dataclass(frozen=True, slots=True)
class SliceRow:
    """One need; `states` are now and as expected, None where it is not felt then, `own` what the organisation offers."""

    need: Linked
    states: tuple[CellView | None, ...]
    own: tuple[Linked, ...] = ()


@dataclass(frozen=True, slots=True)
class Slice:
    """Needs with their states; `times` head the columns, `counted` tells both rules in a sentence.

    `own` tells that rows may say what the organisation itself offers.
    """

    times: tuple[str, ...]
    rows: tuple[SliceRow, ...]
    counted: str
    own: bool
    whole: Linked


_TIMES = ("now", "future")

_Asked = tuple[Entity, Entity | None, tuple[Linked, ...]]
"""A need, the audience that is looked at, and what an organisation itself offers."""


def slice_of(reader: Reader, audience: Entity) -> Slice | None:
    """Return what the matrix says of one audience, or None where no need is one of it."""
    needs = felt_by(reader.catalogue, audience)
    return _slice(reader, [(each, audience, ()) for each in needs])


def slice_of_organisation(reader: Reader, organisation: Entity) -> Slice | None:
    """Return what the matrix says of the needs that an organisation has named, assessed, or offers something for."""
    found = {each.ref: each for each in _needs_of(reader, organisation)}
    rows: list[_Asked] = [(each, None, tuple(_own(reader, organisation, each))) for each in found.values()]
    return _slice(reader, rows)


def _slice(reader: Reader, needs: list[_Asked]) -> Slice | None:
    if not needs:
        return None
    felt = {each.ref: looked_at(reader.catalogue, each) for each, _, _ in needs}
    times = tuple(each for each in _TIMES if any(each in horizons for horizons in felt.values()))
    cells: list[Cell] = []
    rows = []
    for need, audience, own in needs:
        row = {each: cell_of(reader, need, audience, each) for each in felt[need.ref]}
        cells.append(next(iter(row.values())))
        states = tuple(cell_view(reader, row[each]) if each in row else None for each in times)
        rows.append(SliceRow(reader.link(need), states, own))
    words = tuple(time_words(reader)[each] for each in times)
    has_own = any(each.own for each in rows)
    return Slice(words, tuple(rows), both_rules(reader, cells), has_own, list_link(reader, "needs/coverage"))


def both_rules(reader: Reader, cells: list[Cell]) -> str:
    """Return in a sentence how many needs are met under either rule."""
    found = tally(cells)
    message = reader.words.ngettext(
        "Of {count} need, something is linked to {linked}; {full} is said to be fully covered.",
        "Of {count} needs, something is linked to {linked}; {full} are said to be fully covered.",
        found.cells,
    )
    return message.format(count=found.cells, linked=found.linked, full=found.full)


def _needs_of(reader: Reader, organisation: Entity) -> Iterator[Entity]:
    catalogue = reader.catalogue
    for plan, _ in catalogue.origins(organisation, "owner"):
        yield from catalogue.parts(plan, "need")
    for origin, _ in catalogue.origins(organisation, "provider", "organisers", "partners"):
        for each in (origin, *catalogue.parts(origin, "course")):
            yield from (need for need, _ in catalogue.targets(each, "meets"))
    for origin, _ in catalogue.origins(organisation, "assessor"):
        yield from (need for need, _ in catalogue.targets(origin, "need"))


def _own(reader: Reader, organisation: Entity, need: Entity) -> Iterator[Linked]:
    """Yield what an organisation itself offers for a need, or has found out about it; nothing that is invented."""
    catalogue = reader.catalogue
    for offer in offers(catalogue, need):
        if organisation.ref in _behind(reader, offer.entity) and not offer.entity.is_example:
            yield reader.link(offer.entity)
    for each in assessments(catalogue, need):
        if any(who is organisation for who, _ in catalogue.targets(each.entity, "assessor")):
            yield reader.link(each.entity)


def _behind(reader: Reader, offer: Entity) -> set[str]:
    """Return who answers for an offer: a course that names no provider is its catalogue's."""
    catalogue = reader.catalogue
    fields = ("provider", "organisers", "partners", "owner")
    own = {each.ref for each, _ in catalogue.targets(offer, *fields)}
    if offer.document is not offer and (offer.kind != "course" or not offer.value.provider):
        own |= {each.ref for each, _ in catalogue.targets(offer.document, *fields)}
    return own
