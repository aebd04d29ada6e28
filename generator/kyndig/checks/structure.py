"""Rules for how files and figures fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..catalogue import Catalogue, Entity
from ..diagnostics import Diagnostic, Place

_COLUMNS = 9
"""Columns of the map of regions; more would leave no room for names."""
_HALF = Decimal("0.5")
"""With risks of a half and more the limits of a CUSUM score would lie on the wrong sides of its start."""


def position_in_its_folder(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A position document stands in the folder of its organisation."""
    for entity in catalogue.of_kind("position"):
        folder, organisation = entity.id.split("/")[0], entity.value.organisation
        if folder != organisation and f"organisation:{organisation}" in catalogue.entities:
            spot = entity.spot("organisation")
            message = f'the file stands in the folder "{folder}", but is by "{organisation}"'
            yield Diagnostic(spot.place, "file.folder", message, spot.where, "move the file, or correct this")


def version_is_in_file_name(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The file name of a curriculum is its version: a year, with month or day."""
    for entity in catalogue.of_kind("curriculum"):
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", entity.value.version):
            message = f'"{entity.value.version}" is not a version: a year, with month and day if need be'
            remedy = "name the file as 2018.yaml or 2018-07.yaml"
            yield Diagnostic(Place(entity.spot().place.file), "file.version", message, remedy=remedy)


def seats_add_up(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Where each way of appointing fills a number of seats, the numbers add up."""
    for entity in catalogue.of_kind("group"):
        for index, member in enumerate(entity.value.members):
            total = sum(member.appointer_counts)
            if member.appointer_counts and total != member.seats:
                spot = entity.spot("members", index, "appointer_counts")
                wanted = (
                    "no number of seats is given"
                    if member.seats is None
                    else f"there are {member.seats} seats"
                )
                message = f"{' + '.join(map(str, member.appointer_counts))} is {total}, but {wanted}"
                yield Diagnostic(spot.place, "seats.sum", message, spot.where, "correct one of the numbers")


def measure_has_a_value(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A figure has a value, or both ends of a range in order."""
    for entity in catalogue.of_kind("curriculum", "position"):
        for index, measure in enumerate(entity.value.figures):
            ends = [end for end in (measure.low, measure.high) if end is not None]
            if len(ends) != (2 if measure.value is None else 0) or ends != sorted(ends):
                spot = entity.spot("figures", index)
                message = "a figure has either a value, or a low and a high end in order"
                yield Diagnostic(
                    spot.place, "measure.value", message, spot.where, "write value: … or low: … and high: …"
                )


def validity_in_order(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A position does not cease to hold before it begins to."""
    for entity in catalogue.of_kind("position"):
        first, last = entity.value.valid_from, entity.value.valid_to
        if first is not None and last is not None and last < first:
            spot = entity.spot("valid_to")
            message = f"the last year {last} is before the first year {first}"
            yield Diagnostic(spot.place, "date.order", message, spot.where, "correct one of them")


def cusum_rates_in_order(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A CUSUM score is made of two rates of failure in order and two risks of error, for a procedure that has one."""
    for entity in catalogue.of_kind("procedure"):
        rule = entity.value.cusum_rule
        if rule is None:
            continue
        spot, remedy = entity.spot("cusum_rule"), "write shares, such as 0.1 for 10 %"
        if not entity.value.cusum:
            message = "this says how a score is made, but the procedure has none"
            yield Diagnostic(
                spot.place, "cusum.rule", message, spot.where, "write cusum: true, or leave this out"
            )
        if not 0 < rule.acceptable < rule.unacceptable < 1:
            message = "the acceptable rate of failure is above 0 and below the other, which is below 1"
            yield Diagnostic(spot.place, "cusum.rates", message, spot.where, remedy)
        if not (0 < rule.alpha < _HALF and 0 < rule.beta < _HALF):
            message = "alpha and beta are risks above 0 and below 0.5"
            yield Diagnostic(spot.place, "cusum.rates", message, spot.where, remedy)


def tiles_fit_the_map(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A region's tile lies in the map, and no other region has it."""
    taken: dict[tuple[int, int], Entity] = {}
    for entity in catalogue.of_kind("region"):
        tile = entity.value.tile
        if tile is None:
            continue
        column, row = tile
        spot = entity.spot("tile")
        if not (1 <= column <= _COLUMNS and row >= 1):
            message = f"the map has columns 1 to {_COLUMNS}, and rows from 1"
            yield Diagnostic(spot.place, "region.tile", message, spot.where, "write [column, row]")
        elif taken.setdefault(tile, entity) is not entity:
            message = f"{taken[tile].ref} already has column {column}, row {row}"
            yield Diagnostic(spot.place, "region.tile", message, spot.where, "give one of them another tile")


def nothing_contains_itself(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What is part of something else, or narrower, or replaced by it, does not come back to itself."""
    for field, kinds in _UPWARD.items():
        for entity in catalogue.of_kind(*kinds):
            circle = _upward(catalogue, entity, field)
            if entity.ref in circle and entity.ref == min(circle):
                spot = entity.spot(field)
                message = f"this leads back to {entity.ref} itself"
                yield Diagnostic(
                    spot.place, "ref.circle", message, spot.where, "refer to something else, or to nothing"
                )


_UPWARD = {
    "broader": ("need", "topic", "profession", "target-group"),
    "within": ("region",),
    "part_of": ("course", "organisation"),
    "superseded_by": ("source",),
    "replaces": ("position",),
}
"""Fields that lead upward → the kinds that have them."""


def _upward(catalogue: Catalogue, entity: Entity, field: str) -> set[str]:
    """Return everything that a chain of one field leads to."""
    found: set[str] = set()
    todo = [entity]
    while todo:
        for target, _ in catalogue.targets(todo.pop(), field):
            if target.ref not in found:
                found.add(target.ref)
                todo.append(target)
    return found
