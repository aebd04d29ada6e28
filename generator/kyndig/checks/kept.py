"""Rules for what authors record of a source, and for what they accept."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic, did_you_mean
from ..findings import CODES, agrees


def accepted_codes_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What is accepted is a code of what can be found."""
    for entity in catalogue.entities.values():
        for index, each in enumerate(getattr(entity.value, "accepted", ())):
            if each.code not in CODES:
                spot = entity.spot("accepted", index, "code")
                message = f'no finding has the code "{each.code}"'
                meant = did_you_mean(each.code, CODES) or f"known are {', '.join(sorted(CODES))}"
                yield Diagnostic(spot.place, "accepted.code", message, spot.where, meant)


def disagreements_disagree(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What an author records as a disagreement is one: the two sides differ in what they say."""
    for entity in catalogue.entities.values():
        if entity.owner is None:
            for index, each in enumerate(getattr(entity.value, "disagreements", ())):
                if why := agrees(each):
                    spot = entity.spot("disagreements", index)
                    remedy = "correct a side, or delete the disagreement"
                    yield Diagnostic(spot.place, "disagreement.none", why, spot.where, remedy)
