"""Rules for the dates of courses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from ..catalogue import Catalogue, Entity
from ..diagnostics import Diagnostic, Severity
from ..locales.dates import in_daylight_gap


def ends_after_start(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A course does not end before it starts."""
    for entity in catalogue.of_kind("instance"):
        start, end = entity.value.start, entity.value.end
        if end is not None and _moment(end, latest=True) < _moment(start):
            yield _fault(entity, "end", "date.order", f"the end {_iso(end)} is before the start {_iso(start)}")


def deadline_before_start(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The last day to sign up is not after the course has started."""
    for entity in catalogue.of_kind("instance"):
        deadline = entity.value.deadline
        if deadline is not None and deadline > _moment(entity.value.start).date():
            message = f"the deadline {deadline} is after the start {_iso(entity.value.start)}"
            yield _fault(entity, "deadline", "date.deadline", message)


def opens_before_deadline(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Signing up opens before it closes."""
    for entity in catalogue.of_kind("instance"):
        opens, deadline = entity.value.opens, entity.value.deadline
        if opens is not None and deadline is not None and opens > deadline:
            yield _fault(entity, "opens", "date.order", f"signing up opens {opens}, after the deadline {deadline}")


def seats_fit(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """There are not more seats left than there are seats, and a full course has none left."""
    for entity in catalogue.of_kind("instance"):
        seats, left = entity.value.seats, entity.value.seats_left
        if left is not None and (seats is None or not 0 <= left <= seats):
            yield _fault(entity, "seats_left", "seats.count", f"{left} of {seats or 'no'} seats cannot be left")
        elif left and entity.value.status == "full":
            yield _fault(entity, "seats_left", "seats.full", f"the course is full, yet {left} seats are left")


def place_where_people_meet(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A course where people meet has a place."""
    for entity in catalogue.of_kind("instance"):
        if entity.value.mode != "online" and not entity.value.place:
            yield _fault(entity, "place", "field.missing", "people meet, but nowhere is said", "write place: …")


def no_daylight_gap(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A time exists on the clock of its place: not in the hour that is skipped in spring."""
    for entity in catalogue.of_kind("instance"):
        for field in ("start", "end"):
            moment = getattr(entity.value, field)
            if isinstance(moment, datetime) and in_daylight_gap(moment, entity.value.timezone):
                message = f"{_iso(moment)} does not exist in {entity.value.timezone}: clocks go forward then"
                yield _fault(entity, field, "date.gap", message, "write a time before 02:00 or from 03:00")


def moved_has_former(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A moved course says when or where it was before, and a changed status says when it changed."""
    for entity in catalogue.of_kind("instance"):
        value = entity.value
        if value.status == "moved" and not value.former:
            yield _fault(entity, "status", "status.former", "the course is moved, but from where is not said",
                         "write former: with the old start or place")
        if value.status in ("moved", "cancelled") and value.status_changed is None:
            yield _fault(entity, "status", "status.date", f"when it was {value.status} is not said",
                         "write status_changed: with the date")


def weekend(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A course that starts on a Saturday or Sunday is rare enough to ask about."""
    for entity in catalogue.of_kind("instance"):
        day = _moment(entity.value.start)
        if day.weekday() >= 5:
            yield _fault(entity, "start", "date.weekend", f"{day.date()} is a {day:%A}", severity="notice")


def _moment(value: date | datetime, latest: bool = False) -> datetime:
    if isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day, 23 if latest else 0, 59 if latest else 0)


def _iso(value: date | datetime) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def _fault(
    entity: Entity, field: str, code: str, message: str, remedy: str = "", severity: Severity = "error"
) -> Diagnostic:
    spot = entity.spot(field)
    return Diagnostic(spot.place, code, message, spot.where, remedy, severity)
