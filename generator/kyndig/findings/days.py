"""Rules for days: what is over by the day of the build, and days that are rare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from ..catalogue import Catalogue
from ..model.position import is_expired
from .found import Case, Quote, Side


def positions_still_hold(catalogue: Catalogue, today: date) -> Iterator[Case]:
    """A position holds on the day of the build, unless another replaces it."""
    for entity in catalogue.of_kind("position"):
        if is_expired(entity.value, today) and not catalogue.origins(entity, "replaces"):
            side = Side(entity, ("valid_to",), entity.value.source)
            yield Case("position.expired", entity.ref, (side,), (entity.value.valid_to,))


def courses_start_on_weekdays(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """A course that starts on a Saturday or Sunday is rare enough to ask about."""
    for entity in catalogue.of_kind("instance"):
        start = entity.value.start
        day = start.date() if isinstance(start, datetime) else start
        if day.isoweekday() > 5:
            name = Quote("Saturday" if day.isoweekday() == 6 else "Sunday")
            side = Side(entity, ("start",), None, (day,))
            yield Case("date.weekend", entity.ref, (side,), (day, name))
