"""What meets a need: the one place that pages about positions and plans ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from ...catalogue import Entity
from ...coverage import Offer, offers
from ..gather import details
from ..parts import Cited, Linked
from ..reader import Reader

Standing = Literal["met", "example", "open"]
"""Whether something meets a need: something does, nothing but invented examples do, or nothing that is written here."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One thing that meets a need: `link` has the reason and what tells it from its like."""

    link: Linked
    example: bool
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class NeedStep:
    """A need that a statement argues for, with the reason in its link, and what meets it."""

    need: Linked
    standing: Standing
    words: str
    met: tuple[Meeting, ...]


def met_by(reader: Reader, need: Entity) -> tuple[Meeting, ...]:
    """Return what is linked to a need as `coverage` counts it, each with the place that says so.

    What merely concerns a need (`relates`) does not meet it.
    """
    return reader.once(f"met by {need.ref}", partial(_met_by, reader, need))


def _met_by(reader: Reader, need: Entity) -> tuple[Meeting, ...]:
    return tuple(_meeting(reader, each) for each in offers(reader.catalogue, need))


def _meeting(reader: Reader, offer: Offer) -> Meeting:
    thing, example = offer.entity, offer.entity.is_example
    beyond = () if example else (thing.document,)  # no document says what is invented
    sources = (getattr(one.value, "source", None) for one in (thing, *beyond))
    through = (reader.title(offer.via).text,) if offer.via else ()
    link = replace(
        reader.link(thing, offer.why), meta=(reader.kind(thing), *details(reader, thing), *through)
    )
    return Meeting(link, example, reader.cite(next(filter(None, sources), None)))


def standing(found: Iterable[Meeting]) -> Standing:
    """Return whether something meets a need, given all that does; an invented example meets nothing."""
    examples = [each.example for each in found]
    if not examples:
        return "open"
    return "example" if all(examples) else "met"


def standing_words(reader: Reader) -> dict[Standing, str]:
    """Return in words whether something meets a need."""
    return {
        "met": reader.word("Something meets it"),
        "example": reader.word("Only invented examples meet it"),
        "open": reader.word("Nothing on this site meets it"),
    }


def need_steps(reader: Reader, statement: Entity) -> tuple[NeedStep, ...]:
    """Return the needs that a statement argues for, each with what meets it."""
    words, steps = standing_words(reader), []
    for need, relation in reader.catalogue.targets(statement, "argues_for"):
        found = met_by(reader, need)
        state = standing(found)
        steps.append(NeedStep(reader.link(need, relation.why), state, words[state], found))
    return tuple(steps)
