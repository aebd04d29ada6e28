"""Rules for how files and figures fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic


def position_in_its_folder(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A position document stands in the folder of its organisation."""
    for entity in catalogue.of_kind("position"):
        folder, organisation = entity.id.split("/")[0], entity.value.organisation
        if folder != organisation:
            spot = entity.spot("organisation")
            message = f'the file stands in the folder "{folder}", but is by "{organisation}"'
            yield Diagnostic(spot.place, "file.folder", message, spot.where, "move the file or correct the name")


def version_is_in_file_name(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The file name of a curriculum is its version: a year, with month or day."""
    for entity in catalogue.of_kind("curriculum"):
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", entity.value.version):
            message = f'"{entity.value.version}" is not a version'
            yield Diagnostic(entity.spot().place, "file.version", message, remedy="name the file 2018-07.yaml")


def seats_add_up(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Where each way of appointing fills a number of seats, the numbers add up."""
    for entity in catalogue.of_kind("group"):
        for index, member in enumerate(entity.value.members):
            total = sum(member.appointer_counts)
            if member.appointer_counts and total != member.seats:
                spot = entity.spot("members", index, "appointer_counts")
                message = f"{' + '.join(map(str, member.appointer_counts))} is {total}, not {member.seats} seats"
                yield Diagnostic(spot.place, "seats.sum", message, spot.where)


def measure_has_a_value(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A figure has a value, or both ends of a range in order."""
    for entity in catalogue.of_kind("curriculum", "position"):
        for index, measure in enumerate(entity.value.figures):
            ends = (measure.low, measure.high)
            if (measure.value is None) == (None in ends) or (None not in ends and measure.low > measure.high):
                spot = entity.spot("figures", index)
                message = "a figure needs value, or low and high in order"
                yield Diagnostic(spot.place, "measure.value", message, spot.where)


def validity_in_order(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A position does not cease to hold before it begins to."""
    for entity in catalogue.of_kind("position"):
        first, last = entity.value.valid_from, entity.value.valid_to
        if first is not None and last is not None and last < first:
            spot = entity.spot("valid_to")
            yield Diagnostic(spot.place, "date.order", f"{last} is before {first}", spot.where)
