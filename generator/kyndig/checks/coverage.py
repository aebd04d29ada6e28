"""Rules for what is said of coverage."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue, Entity
from ..coverage import AXES, asked_for, upward
from ..diagnostics import Diagnostic


def nothing_covers_nothing(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """That a need is covered by nothing is said of all there is, not of one offer."""
    for entity in catalogue.of_kind("coverage"):
        if entity.value.degree == "none" and entity.value.by:
            message = f"{entity.value.by} is named as what covers the need, yet the degree is none"
            remedy = "leave out by:, or write degree: part"
            yield _fault(entity, "by", "coverage.none", message, remedy)


def somebody_can_take_part(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Where seats a year are given there is one at least."""
    for entity in catalogue.of_kind("coverage"):
        seats = entity.value.seats_per_year
        if seats is not None and seats < 1:
            message = f"{seats} is no number of seats"
            yield _fault(entity, "seats_per_year", "seats.count", message, "write 1 or more")


def audience_has_the_need(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """An assessment speaks of people and places that have the need: the ones it names, wider or narrower ones."""
    for entity in catalogue.of_kind("coverage"):
        for need, _ in catalogue.targets(entity, "need"):
            for axis in AXES:
                yield from _strangers(catalogue, entity, need, axis)


def _strangers(catalogue: Catalogue, entity: Entity, need: Entity, axis: str) -> Iterator[Diagnostic]:
    asked = asked_for(catalogue, need, axis)
    above = {wider.ref for each in asked for wider in upward(catalogue, each)}
    field = f"{axis.replace('-', '_')}s"
    for audience, _ in catalogue.targets(entity, field):
        own = {each.ref for each in upward(catalogue, audience)}
        if asked and audience.ref not in above and own.isdisjoint(each.ref for each in asked):
            message = f'{need.ref} is not a need of {axis} "{audience.id}"'
            known = ", ".join(each.id for each in asked)
            yield _fault(entity, field, "coverage.audience", message, f"it is one of {known}")


def _fault(entity: Entity, field: str, code: str, message: str, remedy: str) -> Diagnostic:
    spot = entity.spot(field)
    return Diagnostic(spot.place, code, message, spot.where, remedy)
