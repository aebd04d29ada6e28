"""Dates of a course that were taken away before they were held: old links lead to them, and people may be waiting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import Entity
from ...ledger import History
from ..announced.facts import when_and_where
from ..announced.reasons import withdrawal
from ..parts import Phrase
from ..reader import Reader


@dataclass(frozen=True, slots=True)
class WithdrawnDate:
    """One such date: when and where it was to be, the day it was withdrawn, and why, where somebody says so."""

    anchor: str
    what: str
    day: str
    reason: Phrase | None


def withdrawn_dates(reader: Reader, course: Entity) -> tuple[WithdrawnDate, ...]:
    """Return the withdrawn dates of a course that would still be to come, earliest first."""
    found = reader.catalogue.ledger.withdrawn_of(f"instance:{course.id}")
    ordered = sorted(found, key=lambda each: str(each.now["start"]))
    return tuple(row for each in ordered for row in _row(reader, each))


def _row(reader: Reader, history: History) -> Iterator[WithdrawnDate]:
    facts, gone = history.now, history.gone
    end = str(facts.get("end") or facts["start"])[:10]
    if gone is not None and end >= reader.today.isoformat():
        why = withdrawal(reader, history.of)
        yield WithdrawnDate(
            f"i-{history.of.rpartition('/')[2]}",
            when_and_where(reader, facts),
            reader.date(gone.line.at.date()),
            reader.say(why.value.reason) if why else None,
        )
