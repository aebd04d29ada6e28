"""How a date of a course stands: what its author says, and what the ledger remembers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..catalogue import Catalogue, Entity
from ..ledger import History, moment
from ..model.course import Former


def standing(catalogue: Catalogue, instance: Entity) -> tuple[str, date | None]:
    """Return how a date of a course stands, and since when, as far as that is known.

    An author need not say that a date was moved: the ledger knows where it was.
    """
    value, history = instance.value, catalogue.ledger.get(instance.ref)
    last = _last(history)
    if value.status != "scheduled":
        since = last[1] if last and last[0] == value.status else None
        return value.status, value.status_changed or since
    return ("moved", last[1]) if last and last[0] == "moved" else ("scheduled", None)


def _last(history: History | None) -> tuple[str, date] | None:
    """Return what happened last that says how a date stands, and the day."""
    told = [each.line for each in history.events if each.line.what in _TELLING] if history else []
    return (told[-1].what, told[-1].at.date()) if told else None


_TELLING = frozenset({"moved", "cancelled", "full", "restored", "places"})
"""What tells how a date stands after it; the first three are called as its status is."""


def former(catalogue: Catalogue, instance: Entity) -> Iterator[Former]:
    """Yield the times and places that held before: those that the author gives, then others that the ledger remembers."""
    own: tuple[Former, ...] = instance.value.former
    yield from own
    history = catalogue.ledger.get(instance.ref)
    now = instance.value.start, instance.value.place
    for facts in history.was if history else ():
        start, end = (moment(facts[name]) if name in facts else None for name in ("start", "end"))
        place = facts.get("place")
        if not any(each.start in (None, start) and each.place in (None, place) for each in own):
            was = Former(
                start=start if start != now[0] else None, end=end, place=place if place != now[1] else None
            )
            if was.start or was.place:
                yield was
