"""The seats of a group by who fills them: one mark for each seat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.group import Group, Membership
from ..parts import Linked
from ..reader import Reader

_UNIT, _MARK = 5, 4
"""Width of a seat with the gap after it, and without."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Seats filled by one appointer, or by several together; without one, the source does not say who fills them."""

    appointers: tuple[Linked, ...]
    seats: int
    path: str
    width: int
    bodies: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Seats:
    """The picture: a row for each appointer, most seats first, and then the seats without one."""

    rows: tuple[SeatRow, ...]
    total: int


def seats(reader: Reader, group: Group) -> Seats | None:
    """Return a group's seats by appointer, or None where the source names no appointer of a number of seats."""
    found: dict[tuple[str, ...], list[tuple[Membership, int]]] = {}
    for member in group.members:
        for appointers, count in _filled(member):
            if count:
                found.setdefault(appointers, []).append((member, count))
    totals = {each: sum(count for _, count in filled) for each, filled in found.items()}
    if not any(totals):
        return None
    width = max(totals.values()) * _UNIT
    ordered = sorted(totals, key=lambda each: (not each, -totals[each]))
    rows = tuple(_row(reader, each, found[each], width) for each in ordered)
    return Seats(rows, sum(totals.values()))


def _filled(member: Membership) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield who fills the seats of a member, and how many; nobody where the source does not say."""
    if member.appointer_counts:
        for appointer, count in zip(member.appointers, member.appointer_counts, strict=False):
            yield (appointer,), count
    else:
        yield member.appointers, member.seats or 0


def _row(
    reader: Reader, appointers: tuple[str, ...], filled: list[tuple[Membership, int]], width: int
) -> SeatRow:
    count = sum(number for _, number in filled)
    bodies = dict.fromkeys(member.organisation for member, _ in filled)
    return SeatRow(
        appointers=tuple(reader.link(f"organisation:{each}") for each in appointers),
        seats=count,
        path="".join(f"M{place * _UNIT} 0h{_MARK}v{_MARK}h-{_MARK}z" for place in range(count)),
        width=width,
        bodies=tuple(reader.link(f"organisation:{each}") for each in bodies),
    )
