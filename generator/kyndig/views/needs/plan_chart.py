"""The picture of a plan: a row for each channel, a column for each year, a mark for each activity."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ..measures import percent, rem
from ..parts import Phrase
from ..reader import Reader

_ROW = 3.25
"""Height of a row in rem: a line of words, and the marks below it."""
_STEP = 1.5
"""Distance in rem between the marks of one year."""


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One activity: `x` in per cent is where its year begins, `dx` in rem its place in the year."""

    href: str
    name: str
    x: str
    dx: str
    y: str
    done: bool


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One channel: the line of words, and the line below its marks, in rem from the top."""

    number: str
    label: Phrase
    words_y: str
    rule_y: str


@dataclass(frozen=True, slots=True)
class PlanChart:
    """The picture with every place worked out; `height` in rem, years with their place in per cent."""

    height: str
    years: tuple[tuple[str, str], ...]
    rows: tuple[ChartRow, ...]
    marks: tuple[ChartMark, ...]
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
    column = {year: i / len(years) for i, year in enumerate(years)}
    top = {each.ref: 2 + i * _ROW for i, each in enumerate(channels)}
    return PlanChart(
        height=rem(2 + len(channels) * _ROW),
        years=tuple((year, percent(x)) for year, x in column.items()),
        rows=tuple(
            ChartRow(each.value.id, reader.say(each.value.label), rem(y + 0.95), rem(y + _ROW))
            for each, y in zip(channels, top.values(), strict=True)
        ),
        marks=_marks(reader, dated, column, top),
        done=sum(each.value.done for each in activities),
        planned=sum(not each.value.done for each in activities),
        undated=len(activities) - len(dated),
    )


def _marks(
    reader: Reader, activities: list[Entity], column: dict[str, float], top: dict[str, float]
) -> tuple[ChartMark, ...]:
    placed: dict[tuple[str, str], int] = {}
    marks = []
    for each in activities:
        channel = reader.catalogue.targets(each, "channel")[0][0].ref
        year = each.value.when[:4]
        at = placed[channel, year] = placed.get((channel, year), -1) + 1
        state = reader.word("done") if each.value.done else reader.word("planned")
        marks.append(
            ChartMark(
                reader.href(each.ref),
                f"{reader.title(each)} ({year}, {state})",
                percent(column[year]),
                rem(1 + at * _STEP),
                rem(top[channel] + 2.2),
                each.value.done,
            )
        )
    return tuple(marks)
