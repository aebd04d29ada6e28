"""Pictures of the built site: named, described, with the same numbers as the tables and lists beside them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element

import pytest

from .conftest import Whole

CURRICULUM = "curriculum:anaesthesiology-introduction"
SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ("da", "nb", "en")
FIRST_VIEW = 14 * 1024


def _page(whole: Whole, trees: dict[str, Element], key: str, language: str = "en") -> Element:
    """Return a page whose pictures are found by plain names, as its HTML is."""
    tree = deepcopy(trees[whole.checked.site.page(key, language).path])
    for each in tree.iter():
        if isinstance(each.tag, str):
            each.tag = each.tag.removeprefix(SVG)
    return tree


def _named(tree: Element, name: str) -> Element:
    """Return the picture whose name has an id."""
    return next(each for each in tree.iter("figure") if each.attrib.get("aria-labelledby") == name)


def _with(element: Element, tag: str, name: str) -> list[Element]:
    return [each for each in element.iter(tag) if name in each.attrib.get("class", "").split()]


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).replace("\N{SOFT HYPHEN}", "").split())


def _rows(element: Element) -> Iterator[list[str]]:
    """Yield the cells of each row in the bodies of tables, as they are read."""
    for body in element.iter("tbody"):
        for row in body.iter("tr"):
            yield [_text(cell) for cell in row if cell.tag in ("th", "td")]


def test_every_picture_has_a_name_and_a_description_on_its_page(trees: dict[str, Element]) -> None:
    for path, tree in trees.items():
        ids = {each.attrib["id"] for each in tree.iter() if "id" in each.attrib}
        for figure in tree.iter("figure"):
            if "aria-labelledby" in figure.attrib:
                assert {figure.attrib["aria-labelledby"], figure.attrib["aria-describedby"]} <= ids, path
        for svg in tree.iter(f"{SVG}svg"):
            named = svg.find(f"{SVG}title") is not None or "aria-label" in svg.attrib
            assert named or svg.attrib.get("aria-hidden") == "true" or "role" not in svg.attrib, path


def test_the_map_has_each_competency_once_with_its_objectives(
    whole: Whole, trees: dict[str, Element]
) -> None:
    picture = _named(_page(whole, trees, CURRICULUM), "map-t")
    catalogue = whole.checked.catalogue
    competencies = catalogue.parts(catalogue[CURRICULUM], "competency")
    tiles = _with(picture, "a", "tile")
    assert [tile.find("b").text for tile in tiles] == [each.value.id for each in competencies]
    bars = [int(tile.find("svg/path").attrib["d"].removeprefix("M0 1h")) for tile in tiles]
    assert [(bar + 1) // 4 for bar in bars] == [len(each.value.objectives) for each in competencies]
    longest = {tile.find("svg").attrib["viewBox"] for tile in tiles}
    assert longest == {f"0 0 {max(bars) + 1} 2"}


def test_the_strips_of_roles_have_what_their_rows_say(whole: Whole, trees: dict[str, Element]) -> None:
    (table,) = _with(_page(whole, trees, CURRICULUM), "table", "strips")
    catalogue = whole.checked.catalogue
    competencies = catalogue.parts(catalogue[CURRICULUM], "competency")
    counted = [(int(row[1]), int(row[3])) for row in _rows(table)]
    marks = [strip.findall("path")[1].attrib["d"].count("M") for strip in table.iter("svg")]
    assert marks == [number for number, _ in counted]
    roles = [role for each in competencies for role in each.value.roles]
    assert sum(marks) == len(roles)
    named = sum(len(each.value.objectives) * len(each.value.roles) for each in competencies)
    assert sum(objectives for _, objectives in counted) == named


def test_the_year_has_the_numbers_of_its_table(whole: Whole, trees: dict[str, Element]) -> None:
    tree = _page(whole, trees, f"{CURRICULUM}#schedule")
    lanes = [
        each for each in _named(tree, "year-t") if each.tag == "div" and "aria-hidden" not in each.attrib
    ]
    table = next(_rows(each) for each in tree.iter("table"))
    for lane, row in zip(lanes, table, strict=True):
        drawn = [int(text.text or 0) for text in lane.iter("text")]
        said = [re.search(r"(\d+) competenc", cell) for cell in row[2:]]
        assert drawn == [int(each[1]) for each in said if each]
        assert len(list(lane.iter("circle"))) == len(drawn)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_competencies_with_months_have_a_year(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    for entity in whole.checked.catalogue.of_kind("competency"):
        tree = _page(whole, trees, entity.ref, language)
        months = [use for use in entity.value.assessments if use.month]
        marks = [each for each in tree.iter("circle") if each.attrib.get("r") == ".5rem"]
        assert len(marks) == len(months), entity.ref


def test_the_time_line_has_the_dates_of_the_list(whole: Whole, trees: dict[str, Element]) -> None:
    tree = _page(whole, trees, "courses")
    picture = _named(tree, "line-t")
    said = [each.find("title").text for each in picture.iter("svg") if each.attrib.get("role") == "img"]
    listed = tree.find(".//section[@aria-labelledby='upcoming']/ul")
    assert sum(len(each.split("; ")) for each in said) == len(listed)
    shown = _with(picture, "circle", "hit")
    crossed = [each for each in picture.iter("use") if each.attrib["href"] == "#d-off"]
    cancelled = sum("Cancelled" in each for title in said for each in title.split("; "))
    assert len(crossed) == cancelled + 1  # the key has one
    assert shown


def test_every_seat_is_drawn_once(whole: Whole, trees: dict[str, Element]) -> None:
    tree = _page(whole, trees, "group:genome-education")
    squares = [each.find("path").attrib["d"].count("M") for each in _with(tree, "svg", "units")]
    foot = next(tree.iter("tfoot"))
    assert str(sum(squares)) == re.search(r"\d+", _text(foot.find("tr/td")))[0]


def test_the_tiles_have_the_dates_of_the_tables(whole: Whole, trees: dict[str, Element]) -> None:
    tree = _page(whole, trees, "regions")
    table = {
        row.find("th/a").attrib["href"]: _text(row.find("td"))
        for body in tree.iter("tbody")
        for row in body.iter("tr")
    }
    tiles = _with(_named(tree, "map-t"), "a", "tile")
    regions = [each for each in whole.checked.catalogue.of_kind("region") if each.value.tile]
    assert len(tiles) == len(regions)
    for tile in tiles:
        count = tile.find("b").text
        assert table[tile.attrib["href"]] == count
        assert ("t-card" in tile.attrib["class"]) == (count != "0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_coverage_adds_up_and_is_drawn_as_it_is_counted(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    picture = _named(_page(whole, trees, "front", language), "cover-t")
    of = whole.checked.catalogue.of_kind
    strips = _with(picture, "svg", "cover")
    for strip, row, kind in zip(strips, _rows(picture), ("competency", "need"), strict=True):
        counts = [int(cell) for cell in row[1:]]
        assert sum(counts) == len(of(kind))
        widths = [float(each.attrib["width"].removesuffix("%")) for each in strip.findall("rect")]
        assert widths == [pytest.approx(100 * each / sum(counts), abs=0.01) for each in counts if each]
        assert sum(widths) == pytest.approx(100, abs=0.02)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_drawn_as_its_table_says(whole: Whole, trees: dict[str, Element], language: str) -> None:
    tree = _page(whole, trees, "plan:usigt", language)
    plan = whole.checked.catalogue["plan:usigt"].value
    for name in ("plan-t", "reach-t"):
        blocks = [each for each in _named(tree, name).iter("a") if each.find("rect") is not None]
        counts = [int(each.find("text").text) for each in blocks]
        assert sum(counts) == len(plan.activities)
        assert all(
            each.find("title").text.startswith(f"{count} ")
            for each, count in zip(blocks, counts, strict=True)
        )
        drawn = dict.fromkeys(("hit ex", "open ex"), 0)
        for each, count in zip(blocks, counts, strict=True):
            drawn[each.find("rect").attrib["class"]] += count
        done = sum(each.done for each in plan.activities)
        assert drawn == {"hit ex": done, "open ex": len(plan.activities) - done}
    listed = [row for row in _rows(tree) if len(row) == 7]
    assert len(listed) == len(plan.activities)


def test_a_link_in_a_picture_is_called_what_it_says(trees: dict[str, Element]) -> None:
    """Who speaks to the machine says what stands there: the name of a link is its text (WCAG 2.5.3)."""
    for path, tree in trees.items():
        for figure in tree.iter("figure"):
            for link in figure.iter("a"):
                assert "aria-label" not in link.attrib, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_with_pictures_are_a_first_view(whole: Whole, language: str) -> None:
    for key in (
        "front",
        "courses",
        "regions",
        CURRICULUM,
        f"{CURRICULUM}#schedule",
        "group:genome-education",
        "plan:usigt",
    ):
        data = whole.files[whole.checked.site.page(key, language).path]
        assert len(gzip.compress(data, 9)) <= FIRST_VIEW, key
