"""A plan drawn and summed up: every activity once, real ones never mixed with invented ones."""

from __future__ import annotations

import csv
import io
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.model.plan import Activity, Channel, Need, Plan
from kyndig.model.vocabulary import Region
from kyndig.routes import plan_years, year_key
from kyndig.spreadsheets import COLUMNS, spreadsheet, spreadsheets
from kyndig.views.needs.plan_chart import COLUMNS as WIDEST
from kyndig.views.needs.plan_chart import PlanChart, Strip, plan_chart
from kyndig.views.needs.plan_year import PlanYearView, Summary, plan_year
from site_cases import CASES

from .speaking import entry, pages_of, reader_of, words

CASE = next(path for path in CASES if path.stem == "plan-year-by-year")
OF_PLAN = "/behov/spredning/"
GOLDEN = Path(__file__).parent / "golden"
WHEN = ("2018", "2019-autumn", "2021-03", "2022", "2023", "2024", "2026-11-22", "2027", "ongoing", "unknown")


def _region(name: str) -> Any:
    return entry("region", name, Region(id=name, label=words(name), country="NO", type="region"))


def _plan(*activities: Activity, year: int | None = None) -> Any:
    """Return a reader of a plan with two channels, two needs and three regions, two of which are its own."""
    need = {"text": words("It is needed."), "type": "competence"}
    plan = Plan(
        id="p",
        lang="en",
        title=words("Plan"),
        lead=words("What is done."),
        type="dissemination-plan",
        year=year,
        regions=("north", "south"),
        needs=tuple(Need(id=number, title=words(f"Need {number}"), **need) for number in "12"),
        channels=tuple(
            Channel(id=number, label=words(f"Channel {number}"), type="courses") for number in "12"
        ),
        activities=activities,
    )
    return reader_of((*map(_region, ("north", "south", "west")), entry("plan", "p", plan)))


def _activity(name: str, **facts: Any) -> Activity:
    given = {"channel": "p/1", "type": "course", **facts}
    return Activity(id=name, title=words(f"Activity {name}"), **given)


activities = st.lists(
    st.fixed_dictionaries(
        {
            "channel": st.sampled_from(("p/1", "p/2")),
            "when": st.sampled_from(WHEN),
            "region": st.sampled_from((None, "north", "west")),
            "done": st.booleans(),
            "example": st.booleans(),
        }
    ),
    min_size=1,
    max_size=14,
).map(lambda all_facts: tuple(_activity(f"a{n}", **facts) for n, facts in enumerate(all_facts)))


def _chart(reader: Any) -> PlanChart:
    chart = plan_chart(reader, reader.catalogue["plan:p"])
    assert chart is not None
    return chart


def _summed(reader: Any, year: str) -> PlanYearView:
    page = reader.site.page(year_key(reader.catalogue["plan:p"], year), "en")
    return plan_year(reader, page)[1]


def _number(place: str) -> float:
    return float(place.removesuffix("%").removesuffix("rem"))


@given(activities)
@settings(max_examples=60, deadline=None)
def test_every_activity_is_counted_once_in_each_picture(found: tuple[Activity, ...]) -> None:
    chart = _chart(_plan(*found))
    assert chart.done + chart.planned + chart.examples == len(found)
    for strips in (chart.strips, chart.regions):
        blocks = [block for strip in strips for lane in strip.lanes for block in lane.blocks]
        for done in (True, False):
            for example in (True, False):
                drawn = sum(each.count for each in blocks if (each.done, each.example) == (done, example))
                assert drawn == sum((each.done, each.example) == (done, example) for each in found)


@given(activities)
@settings(max_examples=60, deadline=None)
def test_blocks_lie_in_their_picture_and_not_on_each_other(found: tuple[Activity, ...]) -> None:
    chart = _chart(_plan(*found))
    for strip in (*chart.strips, *chart.regions):
        assert 1 <= len(strip.columns) <= WIDEST
        for lane in strip.lanes:
            taken: list[tuple[float, float, float]] = []
            for block in lane.blocks:
                left, top = _number(block.x), _number(block.y)
                right = left + _number(block.width)
                assert 0 <= left < _number(block.middle) < right <= 100.01
                assert 0 <= top < _number(block.base) < _number(lane.height)
                assert all(top != other[0] or left >= other[2] or right <= other[1] for other in taken)
                taken.append((top, left, right))


@given(activities, st.sampled_from((None, 2018, 2020)))
@settings(max_examples=60, deadline=None)
def test_the_years_and_what_has_none_hold_every_activity(
    found: tuple[Activity, ...], updated: int | None
) -> None:
    reader = _plan(*found, year=updated)
    years = plan_years(reader.catalogue, reader.catalogue["plan:p"])
    assert (updated is None) or (str(updated) in years)
    told = [_summed(reader, year) for year in years]
    rows = [row for view in told for part in (view.real, view.examples) if part for row in part.rows]
    dateless = [each for each in found if each.when in ("ongoing", "unknown")]
    assert len(rows) + len(dateless) == len(found)
    for view in told:
        assert len(view.ongoing) + len(view.dateless) == len(dateless)
        for part in (view.real, view.examples):
            _adds_up(part) if part else None


def _adds_up(part: Summary) -> None:
    """Channels and regions divide the activities of a summary; each state is told with its own number."""
    for _, counts in part.counts[:2]:
        assert sum(row.done + row.planned for row in counts) == len(part.rows)
        assert sum(row.done for row in counts) == sum(row.done for row in part.rows)
    numbers = [int(re.match(r"\d+", state.text)[0]) for state in part.states]  # type: ignore[index]
    assert sum(numbers) == len(part.rows)


def _lanes(strips: tuple[Strip, ...]) -> list[tuple[str, str, list[str]]]:
    return [
        (
            lane.channel.title.text if lane.channel else "",
            lane.region.title.text if lane.region else "",
            [block.name for block in lane.blocks],
        )
        for strip in strips
        for lane in strip.lanes
    ]


def test_a_chart_worked_out_by_hand() -> None:
    chart = _chart(
        _plan(
            _activity("a", when="2020", region="west", done=True),
            _activity("b", when="2020-05", region="west"),
            _activity("c", when="2023", region="west", done=True, example=True),
            _activity("d", when="unknown"),
        )
    )
    (strip,) = chart.strips
    assert [each.label for each in strip.columns] == ["2020", "2023", "undated"]
    years = ["/en/needs/plan/year/2020.html", "/en/needs/plan/year/2023.html"]
    assert [each.href for each in strip.columns] == [*years, ""]
    west = [
        "1 done, 2020: Activity a",
        "1 planned, 2020: Activity b",
        "1 done, invented example, 2023: Activity c",
    ]
    assert _lanes(chart.strips) == [("Channel 1", "west", west), ("", "", ["1 planned, undated: Activity d"])]
    assert _lanes(chart.regions) == [
        ("", "north", []),
        ("", "south", []),
        ("", "west", west),
        ("", "", ["1 planned, undated: Activity d"]),
    ]
    first, second, third = strip.lanes[0].blocks
    assert (first.x, first.width, first.y) == ("0.6%", "15.47%", "0.2rem")
    assert (second.x, third.x, third.y) == ("17.27%", "33.93%", "2.4rem")
    assert (chart.done, chart.planned, chart.examples, chart.dateless) == (1, 2, 1, 1)
    assert chart.gap == "2021–2022"
    assert [each.title.text for each in chart.idle] == ["Channel 2"]


def test_more_columns_than_fit_are_divided_evenly() -> None:
    found = (_activity(f"a{year}", when=str(year)) for year in range(2010, 2017))
    chart = _chart(_plan(*found))
    assert [len(each.columns) for each in chart.strips] == [4, 3]


def test_a_plan_without_activities_has_no_picture_and_a_list_of_needs_no_years() -> None:
    reader = _plan(year=2018)
    plan = reader.catalogue["plan:p"]
    assert plan_chart(reader, plan) is None
    assert plan_years(reader.catalogue, plan) == ("2018",)
    assert not [path for path in spreadsheets(reader) if path.startswith("en/needs/plan")]


def test_an_invented_activity_counts_in_no_sentence_about_real_ones() -> None:
    reader = _plan(
        _activity("a", when="2026", done=True, example=True), _activity("b", when="2026", done=True)
    )
    view = _summed(reader, "2026")
    assert [each.text for each in view.real.states] == ["1 activity was done in 2026."]
    assert view.examples is not None
    assert [row.link.title.text for row in view.examples.rows] == ["Activity a"]


@pytest.mark.parametrize(("year", "said"), [
    ("2025", "1 activity was planned for 2025 and is not written down as done."),
    ("2026", "1 activity is planned for 2026."),
    ("2027", "1 activity is planned for 2027."),
])  # fmt: skip
def test_what_was_planned_for_a_year_that_is_over_is_not_called_planned(year: str, said: str) -> None:
    view = _summed(_plan(_activity("a", when=year)), year)
    assert [each.text for each in view.real.states] == [said]


def test_the_pictures_of_a_plan_are_as_they_were() -> None:
    """The whole figures with their SVG; after a change that is meant: RENEW=1."""
    page = pages_of(CASE)["nb/behov/spredning.html"]
    figures = "\n".join(re.findall(r"<figure.*?</figure>", page, re.DOTALL)) + "\n"
    path = GOLDEN / "plan.html"
    if os.environ.get("RENEW"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(figures, "utf-8")
    assert figures == path.read_text("utf-8")


def _table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_tables_have_the_same_columns_in_every_language_and_rows_in_order() -> None:
    pages = pages_of(CASE)
    tables = {path: _table(text) for path, text in pages.items() if OF_PLAN in path and path.endswith(".csv")}
    assert sorted(path for path in tables if path.startswith("nb/")) == [
        "nb/behov/spredning/aar/2025.csv",
        "nb/behov/spredning/aar/2026.csv",
        "nb/behov/spredning/activities.csv",
    ]
    assert {tuple(rows[0]) for rows in tables.values()} == {COLUMNS}
    whole = [dict(zip(COLUMNS, row, strict=True)) for row in tables["nb/behov/spredning/activities.csv"][1:]]
    assert [row["id"] for row in whole] == [
        "missed",
        "talk",
        "spring",
        "may",
        "invented",
        "always",
        "sometime",
    ]
    assert [row["year"] for row in whole] == ["2025", "2026", "2026", "2026", "2026", "", ""]
    assert [row["example"] for row in whole] == ["", "", "", "", "Eksempel", "", ""]
    assert whole[3]["needs"] == "1 Ultralyd; 2 Utstyr"
    assert whole[3]["target_groups"] == "klinikere; pasienter"
    assert (whole[2]["state"], whole[2]["partners"], whole[2]["date"]) == (
        "gjennomført",
        "Forbundet",
        "2026-03",
    )
    assert whole[6]["publication"] == "'=Nytt om ultralyd"
    assert [row[1] for row in tables["nb/behov/spredning/aar/2026.csv"][1:]] == [
        "talk",
        "spring",
        "may",
        "invented",
    ]


def test_every_table_is_linked_from_its_page() -> None:
    pages = pages_of(CASE)
    linked = {
        href.removeprefix("/kurser/")
        for text in pages.values()
        for href in re.findall(r'href="([^"]+\.csv)"', text)
    }
    assert linked == {path for path in pages if path.endswith(".csv")}


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=("Cs",))), min_size=1), min_size=1))
def test_a_table_is_read_as_it_was_written_and_runs_nothing(rows: list[list[str]]) -> None:
    read = _table(spreadsheet(rows).decode("utf-8"))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in read for cell in row)
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
