"""What is due when: the months of a training in order, each with its assessments and the competencies they assess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import Entity
from ...model.curriculum import Curriculum
from ..parts import Linked
from ..reader import Reader
from .curriculum_parts import capital_link
from .year import due

_At = tuple[int, str, str]
"""Month, method and purpose."""


@dataclass(frozen=True, slots=True)
class Due:
    """One assessment: which one of how many, where the schedule counts them; `look` as that of a mark in the year."""

    method: Linked
    times: str
    purpose: str
    look: str
    competencies: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class DueMonth:
    """A month, and what is due in it."""

    number: int
    words: str
    due: tuple[Due, ...]


def months_of(reader: Reader, entity: Entity) -> tuple[DueMonth, ...]:
    """Return the months in which something is due."""
    value: Curriculum = entity.value
    counted = dict(_counted(reader, value))
    found = {*counted, *_used(value)}
    order = {method: place for place, method in enumerate(dict.fromkeys(at[1] for at in counted))}
    rows = sorted(found, key=lambda at: (at[0], order.get(at[1], len(order)), at[1], at[2]))
    message = reader.word("month {number}")
    return tuple(
        DueMonth(
            month,
            message.format(number=month),
            tuple(_due(reader, entity, at, counted.get(at, "")) for at in rows if at[0] == month),
        )
        for month in dict.fromkeys(at[0] for at in rows)
    )


def _counted(reader: Reader, value: Curriculum) -> Iterator[tuple[_At, str]]:
    """Yield the assessments of the schedule in order, each with its number where all of them have a month."""
    message = reader.word("{number} of {total}")
    for each in value.schedule:
        months = [(month, "formative") for month in each.formative_months]
        months += [(month, "summative") for month in each.summative_months]
        for number, (month, purpose) in enumerate(sorted(months), start=1):
            counts = len(months) == each.times
            yield (
                (month, each.method, purpose),
                message.format(number=number, total=each.times) if counts else "",
            )


def _used(value: Curriculum) -> Iterator[_At]:
    for competency in value.competencies:
        for use in competency.assessments:
            if use.month:
                yield use.month, use.method, use.purpose or ""


def _due(reader: Reader, entity: Entity, at: _At, times: str) -> Due:
    month, method, purpose = at
    words = {"formative": reader.word("formative"), "summative": reader.word("summative")}
    numbers = due(entity, method, month, purpose)
    competencies = (each for each in reader.catalogue.parts(entity, "competency") if each.value.id in numbers)
    return Due(
        capital_link(reader, f"method:{method}"),
        times,
        words.get(purpose, ""),
        "hit" if purpose == "summative" else "open",
        tuple(map(reader.link, competencies)),
    )
