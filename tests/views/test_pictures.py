"""Places in pictures: inside the picture, in order, and as many marks as there is data."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.model.curriculum import AssessmentUse
from kyndig.model.group import Membership
from kyndig.model.words import Text
from kyndig.views.courses.course import InstanceRow
from kyndig.views.courses.time_line import TimeLine, time_line
from kyndig.views.curricula.year import due, year_of_competency
from kyndig.views.measures import percent, rem
from kyndig.views.needs.seats import seats
from kyndig.views.parts import Linked, Phrase
from kyndig.views.pieces import runs
from kyndig.views.reference.region_map import tile_map

TODAY = date(2026, 11, 22)
STATUSES = ("scheduled", "moved", "cancelled", "full")


class _Catalogue:
    """A catalogue in which everything is, under its own reference."""

    def __getitem__(self, ref: str) -> str:
        return ref


def _reader() -> Any:
    return SimpleNamespace(
        language="da",
        today=TODAY,
        catalogue=_Catalogue(),
        word=lambda message: message,
        title=lambda entity: Phrase(str(getattr(entity, "ref", entity))),
        href=lambda ref: f"/{ref}",
        link=lambda ref: Linked(f"/{ref}", Phrase(ref)),
    )


def _row(course: str, day: date, status: str = "scheduled") -> InstanceRow:
    known = {
        "course": Linked(f"/{course}", Phrase(course)),
        "iso": day.isoformat(),
        "status": status,
        "flags": (),
    }
    return InstanceRow(**{each.name: known.get(each.name, "") for each in fields(InstanceRow)})


def _number(place: str) -> float:
    return float(place.removesuffix("%"))


rows = st.lists(
    st.builds(
        _row,
        st.sampled_from([f"c{number}" for number in range(20)]),
        st.integers(0, 1200).map(lambda days: TODAY + timedelta(days=days)),
        st.sampled_from(STATUSES),
    ),
    max_size=80,
).map(lambda found: tuple(sorted(found, key=lambda row: row.iso)))


@given(rows)
@settings(max_examples=60)
def test_every_date_is_drawn_or_counted(dates: tuple[InstanceRow, ...]) -> None:
    line = time_line(_reader(), dates)
    if line is None:
        assert not dates
        return
    drawn = sum(mark.count for lane in line.lanes for mark in lane.marks)
    assert drawn + line.later + line.hidden == len(dates)
    assert len(line.lanes) <= 12


@given(rows)
@settings(max_examples=60)
def test_marks_lie_inside_the_line_and_one_status_once_in_half_a_month(
    dates: tuple[InstanceRow, ...],
) -> None:
    line = time_line(_reader(), dates)
    for lane in line.lanes if line else ():
        for status in STATUSES:
            places = [_number(mark.x) for mark in lane.marks if mark.status == status]
            assert places == sorted(places)
            assert all(2 <= place <= 98 for place in places)
            assert len(places) <= 2 * len(line.months) if line else True


def test_a_course_that_runs_already_stands_at_the_beginning() -> None:
    line = time_line(_reader(), (_row("long", date(2026, 3, 1)), _row("next", date(2027, 2, 14))))
    assert isinstance(line, TimeLine)
    assert _number(line.lanes[0].marks[0].x) == 2
    assert [month.name for month in line.months] == ["nov.", "dec.", "jan.", "feb."]
    assert [month.year for month in line.months] == ["", "", "2027", ""]


def test_dates_far_away_alone_leave_a_line_without_lanes() -> None:
    line = time_line(_reader(), (_row("far", date(2029, 1, 1)),))
    assert line is not None
    assert (line.lanes, line.later) == ((), 1)


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ((), ""),
        (("7",), "7"),
        (("1", "2", "3", "5"), "1–3, 5"),
        (("10", "9", "1"), "1, 9–10"),
        (("a", "2"), "a, 2"),
    ],
)
def test_numbers_in_few_words(ids: tuple[str, ...], words: str) -> None:
    assert runs(ids) == words


def _competency(*uses: AssessmentUse, months: int = 12) -> Any:
    document = SimpleNamespace(value=SimpleNamespace(months=months))
    return SimpleNamespace(value=SimpleNamespace(assessments=uses), document=document)


def test_a_competency_without_months_has_no_year() -> None:
    assert year_of_competency(_reader(), _competency(AssessmentUse(method="card", card="5"))) is None


@given(
    st.integers(1, 36).flatmap(
        lambda length: st.tuples(st.just(length), st.sets(st.integers(1, length), min_size=1))
    )
)
def test_months_lie_inside_the_year_and_are_named(case: tuple[int, set[int]]) -> None:
    length, months = case
    uses = (AssessmentUse(method="talk", purpose="summative", month=month) for month in months)
    year = year_of_competency(_reader(), _competency(*uses, months=length))
    assert year is not None
    (lane,) = year.lanes
    assert [mark.month for mark in lane.marks] == sorted(months)
    assert len(year.ticks) == length + 1
    assert all(6 <= _number(mark.x) <= 94 for mark in lane.marks)
    assert {str(month) for month in months} <= {tick.label for tick in year.ticks}
    assert all(f"month {month} summative" in lane.words for month in months)


def test_what_is_due_is_counted_by_method_month_and_purpose() -> None:
    def competency(name: str, month: int, purpose: Any) -> Any:
        return SimpleNamespace(
            id=name, assessments=(AssessmentUse(method="talk", month=month, purpose=purpose),)
        )

    competencies = [
        competency("1", 6, "formative"),
        competency("2", 6, "summative"),
        competency("3", 6, "formative"),
    ]
    curriculum: Any = SimpleNamespace(value=SimpleNamespace(competencies=competencies))
    assert due(curriculum, "talk", 6, "formative") == ("1", "3")
    assert due(curriculum, "talk", 9, "formative") == ()


def _members(*members: Membership) -> Any:
    return SimpleNamespace(members=members)


def test_every_seat_is_a_square_with_its_appointer() -> None:
    rule = Text((("da", "Dekanerne udpeger."),))
    group = _members(
        Membership(
            id="a",
            organisation="a",
            seats=5,
            appointers=("x", "y"),
            appointer_counts=(1, 4),
            appointment=rule,
        ),
        Membership(id="b", organisation="b", seats=2, appointers=("y",)),
        Membership(id="c", organisation="c", seats=7),
        Membership(id="d", organisation="d"),
    )
    picture = seats(_reader(), group)
    assert picture is not None
    assert [row.seats for row in picture.rows] == [6, 1, 7]
    assert [len(row.appointers) for row in picture.rows] == [1, 1, 0]
    assert picture.total == 14
    for row in picture.rows:
        assert row.path.count("M") == row.seats
        assert row.width == 7 * 5


def test_seats_that_several_fill_together_stand_with_all_of_them() -> None:
    picture = seats(_reader(), _members(Membership(id="a", organisation="a", seats=3, appointers=("x", "y"))))
    assert picture is not None
    (row,) = picture.rows
    assert [each.title.text for each in row.appointers] == ["organisation:x", "organisation:y"]


def test_a_group_without_appointers_has_no_picture() -> None:
    assert seats(_reader(), _members(Membership(id="a", organisation="a", seats=3))) is None


def _region(name: str, tile: tuple[int, int] | None, country: str = "DK", kind: str = "region") -> Any:
    return SimpleNamespace(ref=name, value=SimpleNamespace(tile=tile, country=country, type=kind))


def test_the_map_keeps_places_and_leaves_out_empty_edges() -> None:
    regions = (
        _region("denmark", None, kind="country"),
        _region("north", (3, 2)),
        _region("west", (2, 5)),
        _region("nowhere", None),
        _region("fjord", (4, 1), "NO"),
    )
    picture = tile_map(_reader(), regions, lambda _: 3)
    assert picture is not None
    names = [[tile.name.text if tile else "" for tile in row.tiles] for row in picture.rows]
    assert names == [["", "", "fjord"], ["", "north", ""], ["west", "", ""]]
    assert [row.country.text if row.country else "" for row in picture.rows] == ["", "denmark", ""]


def test_without_tiles_there_is_no_map() -> None:
    assert tile_map(_reader(), (_region("nowhere", None),), lambda _: 0) is None


def test_places_and_heights_as_svg_writes_them() -> None:
    assert (percent(0.125), percent(1 / 3), percent(0), rem(1.25)) == ("12.5%", "33.33%", "0%", "1.25rem")
