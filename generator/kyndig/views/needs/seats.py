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
    """Seats filled by one appointer; without one, the source does not say who fills them."""

    appointer: Linked | None
    seats: int
    path: str
    width: int
    bodies: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Seats:
    """The picture: a row for each appointer, most seats first, and then the seats without one."""

    rows: tuple[SeatRow, ...]
    total: int
    most: int


def seats(reader: Reader, group: Group) -> Seats | None:
    """Return a group's seats by appointer, or None where no member has a number of seats.

    A row that several appointers fill together, without a number for each, stands with the first of them.
    """
    found: dict[str, list[tuple[Membership, int]]] = {}
    for member in group.members:
        for appointer, count in _filled(member):
            if count:
                found.setdefault(appointer, []).append((member, count))
    totals = {each: sum(count for _, count in filled) for each, filled in found.items()}
    if not totals:
        return None
    most = max(totals.values()) * _UNIT
    ordered = sorted(totals, key=lambda each: (each == "", -totals[each]))
    rows = tuple(_row(reader, each, found[each], most) for each in ordered)
    return Seats(rows, sum(totals.values()), most)


def _filled(member: Membership) -> Iterator[tuple[str, int]]:
    """Yield who fills the seats of a member, and how many; an empty name where the source does not say."""
    if member.appointers and not member.appointer_counts:
        yield member.appointers[0], member.seats or 0
    elif member.appointers:
        yield from zip(member.appointers, member.appointer_counts, strict=False)
    else:
        yield "", member.seats or 0


def _row(reader: Reader, appointer: str, filled: list[tuple[Membership, int]], width: int) -> SeatRow:
    count = sum(number for _, number in filled)
    bodies = dict.fromkeys(member.organisation for member, _ in filled)
    return SeatRow(
        appointer=reader.link(f"organisation:{appointer}") if appointer else None,
        seats=count,
        path="".join(f"M{place * _UNIT} 0h{_MARK}v{_MARK}h-{_MARK}z" for place in range(count)),
        width=width,
        bodies=tuple(reader.link(f"organisation:{each}") for each in bodies),
    )
