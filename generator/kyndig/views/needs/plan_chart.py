"""The picture of a plan: a row for each channel, a column for each year, a mark for each activity."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...catalogue import Entity
from ..measures import percent, rem
from ..parts import Phrase
from ..reader import Reader

_STEP = 1.5
"""Distance in rem between the marks of one year."""


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One activity: `x` in per cent is where its year begins, `dx` in rem its place in the year."""

    href: str
    name: str
    x: str
    dx: str
    done: bool


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One channel with its activities that have a year."""

    number: str
    label: Phrase
    marks: tuple[ChartMark, ...]


@dataclass(frozen=True, slots=True)
class PlanChart:
    """The picture with every place worked out; years with their place in per cent."""

    years: tuple[tuple[str, str], ...]
    rows: tuple[ChartRow, ...]
    done: int
    planned: int
    undated: int


def plan_chart(reader: Reader, entity: Entity) -> PlanChart | None:
    """Return the picture of a plan's activities by channel and year, or None where none has a year."""
    channels = reader.catalogue.parts(entity, "channel")
    activities = reader.catalogue.parts(entity, "activity")
    dated = [each for each in activities if each.value.when[:4].isdigit()]
    if not dated or not channels:
        return None
    seen = [int(each.value.when[:4]) for each in dated]
    years = [str(year) for year in range(min(seen), max(seen) + 1)]
    column = {year: percent(i / len(years)) for i, year in enumerate(years)}
    own: dict[str, list[Entity]] = {}
    for each in dated:
        own.setdefault(reader.catalogue.targets(each, "channel")[0][0].ref, []).append(each)
    return PlanChart(
        years=tuple(column.items()),
        rows=tuple(
            ChartRow(
                each.value.id, reader.say(each.value.label), _marks(reader, own.get(each.ref, []), column)
            )
            for each in channels
        ),
        done=sum(each.value.done for each in activities),
        planned=sum(not each.value.done for each in activities),
        undated=len(activities) - len(dated),
    )


def _marks(reader: Reader, activities: list[Entity], column: dict[str, str]) -> tuple[ChartMark, ...]:
    placed: Counter[str] = Counter()
    marks = []
    for each in activities:
        year = each.value.when[:4]
        state = reader.word("done") if each.value.done else reader.word("planned")
        name = f"{reader.title(each)} ({year}, {state})"
        place = rem(0.8 + placed[year] * _STEP)
        marks.append(ChartMark(reader.href(each.ref), name, column[year], place, each.value.done))
        placed[year] += 1
    return tuple(marks)
