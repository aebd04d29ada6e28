"""Rules for pages that stand for themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic


def one_page_adds_it(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What the build adds to a page stands on one page only, so that it is clear which page is meant."""
    first: dict[str, str] = {}
    for entity in catalogue.of_kind("page"):
        adds = entity.value.adds
        if adds and first.setdefault(adds, entity.ref) != entity.ref:
            spot, message = entity.spot("adds"), f"{first[adds]} adds {adds} already"
            yield Diagnostic(spot.place, "page.adds", message, spot.where, "delete it on one of the pages")


def accessibility_on_its_page(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Known faults, and the day of the review, stand on the page that shows them."""
    for entity in catalogue.of_kind("page"):
        for field in ("faults", "reviewed"):
            if getattr(entity.value, field) and entity.value.adds != "accessibility":
                spot, message = entity.spot(field), f"{field} is shown only on the page about accessibility"
                remedy = "write adds: accessibility, or move it to the page that has it"
                yield Diagnostic(spot.place, "page.adds", message, spot.where, remedy)
