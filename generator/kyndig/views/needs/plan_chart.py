"""The picture of a plan: a lane for each channel and region, a column for each year, a block for what is in each cell.

A block counts the activities of one state. Invented ones stand in blocks of their own, one line below, so that no number
mixes them with real ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...catalogue import Entity
from ...locales.dates import format_vague, vague_key
from ...locales.numbers import join_list
from ...routes import year_key, year_of
from ..measures import percent, rem
from ..parts import Linked
from ..reader import Reader

COLUMNS = 6
"""Columns of one strip at most: two blocks beside each other are then as wide as a thumb on a phone."""

_LINE, _BLOCK, _GAP = 2.2, 1.8, 0.006
"""Height of a line of blocks and of a block in rem; the gap beside a block as a part of the width."""


@dataclass(frozen=True, slots=True)
class Column:
    """A year, or `ongoing`, or `unknown`: its name, and the page that sums the year up, if there is one."""

    label: str
    href: str
    x: str
    middle: str


@dataclass(frozen=True, slots=True)
class Block:
    """The activities of one cell and state: places in per cent and rem; `name` begins with the count."""

    href: str
    name: str
    count: int
    done: bool
    example: bool
    x: str
    width: str
    middle: str
    y: str
    base: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One region of one channel; `channel` only on its first lane, `region` None where no region is given."""

    channel: Linked | None
    region: Linked | None
    height: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A few columns with the lanes that have something in them."""

    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class PlanChart:
    """The picture with every place worked out.

    `strips` are by channel and region, `regions` by region alone, with those of the plan that have nothing. `idle` are
    channels without an activity, `gap` names years in between without one. Counts are of real activities, `examples`
    of invented ones.
    """

    strips: tuple[Strip, ...]
    regions: tuple[Strip, ...]
    idle: tuple[Linked, ...]
    gap: str
    done: int
    planned: int
    examples: int
    dateless: int


def plan_chart(reader: Reader, entity: Entity) -> PlanChart | None:
    """Return the picture of a plan's activities by channel, region and year, or None where there is none."""
    activities = reader.catalogue.parts(entity, "activity")
    channels = reader.catalogue.parts(entity, "channel")
    if not activities:
        return None
    of_channel = {each.ref: _channel(reader, each) for each in activities}
    real = [each for each in activities if not each.value.example]
    chunks = _chunks(_columns(activities))
    return PlanChart(
        strips=tuple(_strip(reader, entity, chunk, _by_channel(reader, entity, chunk)) for chunk in chunks),
        regions=tuple(_strip(reader, entity, chunk, _by_region(reader, entity, chunk)) for chunk in chunks),
        idle=tuple(reader.link(each) for each in channels if each.ref not in of_channel.values()),
        gap=_gap(reader, activities),
        done=sum(each.value.done for each in real),
        planned=sum(not each.value.done for each in real),
        examples=len(activities) - len(real),
        dateless=sum(not year_of(each.value.when) for each in activities),
    )


_Rows = Iterator[tuple[Linked | None, Linked | None, list[Entity]]]
"""Channel, region, and the activities that they have in the columns of a strip."""


def _column(activity: Entity) -> str:
    when: str = activity.value.when
    return year_of(when) or when


def _columns(activities: Iterable[Entity]) -> list[str]:
    return sorted({_column(each) for each in activities}, key=vague_key)


def _chunks(columns: list[str]) -> list[list[str]]:
    """Divide columns into strips that are about as wide as each other."""
    strips = -(-len(columns) // COLUMNS)
    wide = -(-len(columns) // strips)
    return [columns[at : at + wide] for at in range(0, len(columns), wide)]


def _gap(reader: Reader, activities: Iterable[Entity]) -> str:
    """Return the years between the first and the last that have no activity: `2019–2023 and 2025`."""
    years = sorted({int(year) for each in activities if (year := year_of(each.value.when))})
    runs = [(one + 1, other - 1) for one, other in pairwise(years) if other - one > 1]
    return join_list([str(a) if a == b else f"{a}–{b}" for a, b in runs], reader.language)


def _channel(reader: Reader, activity: Entity) -> str:
    return reader.catalogue.targets(activity, "channel")[0][0].ref


def _region(reader: Reader, activity: Entity) -> str:
    return next((each.ref for each, _ in reader.catalogue.targets(activity, "region")), "")


def _by_channel(reader: Reader, plan: Entity, columns: list[str]) -> _Rows:
    """Yield a row for each channel and region, the channel named once; no region stands last."""
    found: dict[str, dict[str, list[Entity]]] = {}
    for each in reader.catalogue.parts(plan, "activity"):
        if _column(each) in columns:
            own = found.setdefault(_channel(reader, each), {})
            own.setdefault(_region(reader, each), []).append(each)
    for channel in reader.catalogue.parts(plan, "channel"):
        name: Linked | None = reader.link(channel)
        for ref, own_activities in sorted(found.get(channel.ref, {}).items(), key=lambda row: not row[0]):
            yield name, reader.link(ref) if ref else None, own_activities
            name = None


def _by_region(reader: Reader, plan: Entity, columns: list[str]) -> _Rows:
    """Yield a row for each region of the plan, then for others and for no region where they have something."""
    found: dict[str, list[Entity]] = {each.ref: [] for each, _ in reader.catalogue.targets(plan, "regions")}
    for each in reader.catalogue.parts(plan, "activity"):
        if _column(each) in columns:
            found.setdefault(_region(reader, each), []).append(each)
    for ref, activities in sorted(found.items(), key=lambda row: not row[0]):
        yield None, reader.link(ref) if ref else None, activities


def _strip(reader: Reader, plan: Entity, columns: list[str], rows: _Rows) -> Strip:
    heads = [_head(reader, plan, name, number, len(columns)) for number, name in enumerate(columns)]
    lanes = [_lane(reader, channel, region, own, columns) for channel, region, own in rows]
    return Strip(tuple(heads), tuple(lanes))


def _head(reader: Reader, plan: Entity, name: str, number: int, columns: int) -> Column:
    key = year_key(plan, name)
    href = reader.href(key) if reader.site.has(key, reader.language) else ""
    return Column(
        format_vague(name, reader.language),
        href,
        percent(number / columns),
        percent((number + 0.5) / columns),
    )


def _lane(
    reader: Reader, channel: Linked | None, region: Linked | None, own: list[Entity], columns: list[str]
) -> Lane:
    kinds = sorted({each.value.example for each in own})
    blocks = [
        block
        for line, example in enumerate(kinds)
        for number, column in enumerate(columns)
        for block in _cell(
            reader,
            [each for each in own if each.value.example == example and _column(each) == column],
            (number, len(columns), line),
        )
    ]
    return Lane(channel, region, rem(_LINE * max(1, len(kinds))), tuple(blocks))


def _cell(reader: Reader, activities: list[Entity], place: tuple[int, int, int]) -> Iterator[Block]:
    """Yield the blocks of a cell, done before planned; `place` is its column, of how many, and its line."""
    number, columns, line = place
    states = [state for state in (True, False) if any(each.value.done == state for each in activities)]
    for at, done in enumerate(states):
        own = [each for each in activities if each.value.done == done]
        width = 1 / columns / len(states)
        left = number / columns + at * width
        top = _LINE * line + (_LINE - _BLOCK) / 2
        yield Block(
            href=reader.href(own[0].ref),
            name=_name(reader, own),
            count=len(own),
            done=done,
            example=own[0].value.example,
            x=percent(left + _GAP),
            width=percent(width - 2 * _GAP),
            middle=percent(left + width / 2),
            y=rem(top),
            base=rem(top + 1.2),
        )


def _name(reader: Reader, own: list[Entity]) -> str:
    """Return what a block says: how many of which state, when, and what they are."""
    first = own[0].value
    states = {
        (True, False): reader.word("{count} done"),
        (False, False): reader.word("{count} planned"),
        (True, True): reader.word("{count} done, invented example"),
        (False, True): reader.word("{count} planned, invented example"),
    }
    state = states[first.done, first.example].format(count=len(own))
    when = format_vague(_column(own[0]), reader.language)
    titles = "; ".join(reader.title(each).text for each in own)
    return f"{state}, {when}: {titles}"
