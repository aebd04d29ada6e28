"""Rules for the dates of courses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import product
from typing import Any

from ..catalogue import Catalogue, Entity
from ..diagnostics import Diagnostic
from ..locales.dates import in_daylight_gap
from ..records.entry import Location


def ends_after_start(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A course does not end before it starts, now or formerly."""
    for entity in catalogue.of_kind("instance"):
        for location, times in _times(entity):
            start, end = times.start, times.end
            if start is not None and end is not None and _moment(end, latest=True) < _moment(start):
                message = f"the end {_iso(end)} is before the start {_iso(start)}"
                yield _fault(entity, (*location, "end"), "date.order", message, "correct one of them")


def deadline_before_start(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The last day to sign up is not after the course has started."""
    for entity in catalogue.of_kind("instance"):
        deadline = entity.value.deadline
        if deadline is not None and deadline > _moment(entity.value.start).date():
            message = f"the deadline {deadline} is after the start {_iso(entity.value.start)}"
            yield _fault(entity, ("deadline",), "date.deadline", message, "correct one of them")


def opens_before_deadline(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Signing up opens before it closes."""
    for entity in catalogue.of_kind("instance"):
        opens, deadline = entity.value.opens, entity.value.deadline
        if opens is not None and deadline is not None and opens > deadline:
            message = f"signing up opens {opens}, after the deadline {deadline}"
            yield _fault(entity, ("opens",), "date.order", message, "correct one of them")


def seats_fit(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """There are not more seats left than there are seats, and a full course has none left."""
    for entity in catalogue.of_kind("instance"):
        seats, left = entity.value.seats, entity.value.seats_left
        if seats is not None and seats < 1:
            yield _fault(
                entity, ("seats",), "seats.count", f"{seats} is no number of seats", "write 1 or more"
            )
        elif left is not None and seats is None:
            message = f"{left} seats are left, but of how many is not said"
            yield _fault(
                entity,
                ("seats_left",),
                "seats.count",
                message,
                "write seats: with the number of seats in all",
            )
        elif left is not None and seats is not None and not 0 <= left <= seats:
            message = f"of {seats} seats {left} cannot be left"
            yield _fault(entity, ("seats_left",), "seats.count", message, f"write a number from 0 to {seats}")
        elif left and entity.value.status == "full":
            message = f"the course is full, yet {left} seats are left"
            yield _fault(entity, ("seats_left",), "seats.full", message, "correct status or seats_left")


def place_where_people_meet(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A course where people meet has a place."""
    for entity in catalogue.of_kind("instance"):
        if entity.value.mode != "online" and not entity.value.place:
            message = "people meet, but where is not said"
            yield _fault(entity, ("place",), "place.missing", message, "write place: …, or mode: online")


def no_daylight_gap(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A time exists on the clock of its place: not in the hour that is skipped in spring."""
    for entity in catalogue.of_kind("instance"):
        held = (each for each in _times(entity) if each[0][:1] != ("former",))
        for location, field in product(held, ("start", "end")):
            moment = getattr(location[1], field)
            if isinstance(moment, datetime) and in_daylight_gap(moment, entity.value.timezone):
                message = f"{_iso(moment)} does not exist in {entity.value.timezone}: clocks go forward then"
                remedy = "write a time before 02:00 or from 03:00"
                yield _fault(entity, (*location[0], field), "date.gap", message, remedy)


def sessions_within(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The meetings of a course take place from its start to its end."""
    for entity in catalogue.of_kind("instance"):
        value = entity.value
        whole = value.start, value.end or value.start
        for i, each in enumerate(value.sessions):
            end = each.end or each.start
            if _moment(each.start, latest=True) < _moment(whole[0]):
                message = f"the meeting begins {_iso(each.start)}, before the course does: {_iso(whole[0])}"
                remedy = "correct it, or the start of the course"
                yield _fault(entity, ("sessions", i, "start"), "date.session", message, remedy)
            elif _moment(end) > _moment(whole[1], latest=True):
                field = "end" if each.end else "start"
                message = f"the meeting ends {_iso(end)}, after the course does: {_iso(whole[1])}"
                remedy = "correct it, or the end of the course"
                yield _fault(entity, ("sessions", i, field), "date.session", message, remedy)


def moved_has_former(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A moved course says when or where it was before, and a changed status says when it changed.

    What has been recorded need not: the ledger knows both.
    """
    for entity in catalogue.of_kind("instance"):
        value = entity.value
        if catalogue.ledger.get(entity.ref) is not None:
            continue
        if value.status == "moved" and not value.former:
            message = "the course is moved, but from where is not said"
            yield _fault(
                entity, ("status",), "status.former", message, "write former: with the old start or place"
            )
        if value.status in ("moved", "cancelled") and value.status_changed is None:
            message = f"when it was {value.status} is not said"
            yield _fault(entity, ("status",), "status.date", message, "write status_changed: with the date")


def _times(entity: Entity) -> Iterator[tuple[Location, Any]]:
    """Yield what has a start and an end: the course itself, its meetings, and what held before, each with its place."""
    yield (), entity.value
    for field in ("sessions", "former"):
        yield from (((field, i), each) for i, each in enumerate(getattr(entity.value, field)))


def _moment(value: date | datetime, latest: bool = False) -> datetime:
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time.max if latest else time.min)


def _iso(value: date | datetime) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def _fault(entity: Entity, location: Location, code: str, message: str, remedy: str) -> Diagnostic:
    spot = entity.spot(*location)
    return Diagnostic(spot.place, code, message, spot.where, remedy)
