"""What authors accept: the findings that they know of and keep, and what is accepted in vain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue import Catalogue, Entity
from ..model.facts import Accepted
from ..model.words import Text
from .codes import CODES
from .found import Case


@dataclass(frozen=True, slots=True)
class Unused:
    """An acceptance that holds for nothing, and where it stands; `of` is the thing that has no such finding, if named."""

    entity: Entity
    index: int
    code: str
    of: str = ""


def reason(catalogue: Catalogue, case: Case) -> Text | None:
    """Return why a case is accepted, or None where nobody accepts it."""
    return next((each.reason for _, _, each, _ in _for(catalogue, case)), None)


def _for(catalogue: Catalogue, case: Case) -> Iterator[tuple[Entity, int, Accepted, str]]:
    """Yield every acceptance of a case, with the thing it names, if it does."""
    about = catalogue.entities.get(case.about)
    holders = {each.ref: each for start in (case.sides[0].entity, about) if start for each in start.chain()}
    refs = {case.about, *(each.ref for each in about.chain())} if about else {case.about}
    for entity in holders.values():
        for index, each in enumerate(getattr(entity.value, "accepted", ())):
            if each.code == case.code:
                named = [link.to for link in each.of]
                yield from ((entity, index, each, ref) for ref in named if ref in refs)
                if not named:
                    yield entity, index, each, ""


def unused(catalogue: Catalogue, cases: tuple[Case, ...]) -> Iterator[Unused]:
    """Yield what is accepted though no case has it; of codes that do not exist something else tells."""
    used = {(entity.ref, index, of) for case in cases for entity, index, _, of in _for(catalogue, case)}
    for entity in catalogue.entities.values():
        for index, each in enumerate(getattr(entity.value, "accepted", ())):
            if each.code in CODES:
                for of in [link.to for link in each.of] or [""]:
                    if (entity.ref, index, of) not in used:
                        yield Unused(entity, index, each.code, of)
