"""Hours that a clock skips or shows twice, and the zones they happen in."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kyndig.locales.dates import DateFault, attach_zone, in_daylight_gap, in_daylight_overlap

ZONES = ("Europe/Copenhagen", "Europe/Oslo")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2027, 3, 28, 1, 59), False),
        (datetime(2027, 3, 28, 2, 0), True),
        (datetime(2027, 3, 28, 2, 59), True),
        (datetime(2027, 3, 28, 3, 0), False),
        (datetime(2027, 10, 31, 2, 30), False),
        (datetime(2027, 7, 1, 2, 30), False),
    ],
)
def test_an_hour_that_the_clock_skips_is_found(moment: datetime, zone: str, expected: bool) -> None:
    assert in_daylight_gap(moment, zone) is expected


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2027, 10, 31, 1, 59), False),
        (datetime(2027, 10, 31, 2, 30), True),
        (datetime(2027, 10, 31, 3, 0), False),
        (datetime(2027, 3, 28, 2, 30), False),
    ],
)
def test_an_hour_that_comes_twice_is_found(moment: datetime, zone: str, expected: bool) -> None:
    assert in_daylight_overlap(moment, zone) is expected


def test_a_local_time_gets_its_offset_from_its_zone() -> None:
    assert attach_zone(datetime(2027, 1, 14, 8, 30), "Europe/Oslo").isoformat() == "2027-01-14T08:30:00+01:00"
    assert attach_zone(datetime(2027, 7, 14, 8, 30), "Europe/Oslo").isoformat() == "2027-07-14T08:30:00+02:00"


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    assert attach_zone(datetime(2027, 10, 31, 2, 30, fold=1), "Europe/Oslo").utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("zone", "remedy"),
    [
        ("Europe/Kopenhagen", 'did you mean "Europe/Copenhagen"?'),
        ("../../etc/passwd", "write one such as Europe/Copenhagen"),
        ("", "write one such as Europe/Copenhagen"),
        ("Europe", None),
    ],
)
def test_an_unknown_zone_is_refused(zone: str, remedy: str | None) -> None:
    with pytest.raises(DateFault) as caught:
        attach_zone(datetime(2027, 1, 14, 8, 30), zone)
    assert caught.value.message == f'there is no time zone "{zone}"'
    assert remedy is None or caught.value.remedy == remedy
