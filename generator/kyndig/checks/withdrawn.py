"""Rules for what was taken away."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, did_you_mean
from ..ledger import KINDS


def withdrawn_is_gone(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What is said to be withdrawn has been announced, and is not there any more."""
    for entity in catalogue.of_kind("withdrawal"):
        ref, spot = entity.value.of, entity.spot("of")
        if ref in catalogue.entities and not catalogue.entities[ref].is_draft:
            message, remedy = f"{ref} is still there", "delete this, or delete what is withdrawn"
            yield Diagnostic(spot.place, "withdrawn.there", message, spot.where, remedy)
        elif catalogue.ledger.get(ref) is None:
            known = [each.of for each in catalogue.ledger if each.of.partition(":")[0] in KINDS]
            remedy = did_you_mean(ref, known) or "write it as it stands in the ledger, or delete this"
            message = f"{ref} was never announced"
            yield Diagnostic(spot.place, "withdrawn.unknown", message, spot.where, remedy)
