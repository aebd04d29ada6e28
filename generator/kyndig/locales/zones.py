"""Time zones: when a local time happens, and the hours that a clock skips or shows twice."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

from ..diagnostics import did_you_mean
from .iso import DateFault


def attach_zone(naive: datetime, zone: str) -> datetime:
    """Return a local time with its zone; of an hour that comes twice, the first.

    Raises DateFault for a zone that the IANA database does not have.
    """
    try:
        return naive.replace(tzinfo=ZoneInfo(zone), fold=0)
    except (LookupError, ValueError, OSError):
        near = did_you_mean(zone, available_timezones())
        raise DateFault(
            f'there is no time zone "{zone}"', near or "write one such as Europe/Copenhagen"
        ) from None


def in_daylight_gap(naive: datetime, zone: str) -> bool:
    """Tell whether a local time does not exist, because clocks go forward over it in spring."""
    there_and_back = attach_zone(naive, zone).astimezone(UTC).astimezone(ZoneInfo(zone))
    return there_and_back.replace(tzinfo=None, fold=0) != naive.replace(fold=0)


def in_daylight_overlap(naive: datetime, zone: str) -> bool:
    """Tell whether a local time comes twice, because clocks go back over it in autumn."""
    first = attach_zone(naive, zone)
    return first.utcoffset() != first.replace(fold=1).utcoffset() and not in_daylight_gap(naive, zone)
