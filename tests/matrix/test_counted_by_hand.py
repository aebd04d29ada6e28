"""Coverage under both rules, as counted by hand from `tests/cases/coverage.txt`."""

from __future__ import annotations

import pytest

from kyndig.build import Checked
from kyndig.coverage import (
    asked_for,
    cell,
    felt_by,
    idle,
    looked_at,
    matrix,
    offers,
    overlaps,
    tally,
    unmet,
    unserved,
    untaught,
)  # fmt: skip

CELLS = {
    ("1", "target-group:doctors", "now"): ("full", True, ""),
    ("1", "target-group:nurses", "now"): ("unknown", False, "activity:plan/day"),
    ("1", "target-group:nurses", "future"): ("planned", True, "activity:plan/day"),
    ("1", "region:west", "now"): ("part", False, "activity:plan/day"),
    ("1", "region:north", "now"): ("part", False, ""),
    ("1", "", "now"): ("part", False, "activity:plan/day"),
    ("2", "target-group:doctors", "now"): ("part", False, "channel:plan/1 course:seminar"),
    ("2", "target-group:nurses", "now"): ("part", False, "course:seminar"),
    ("2", "region:west", "now"): ("part", True, "channel:plan/1 course:seminar"),
    ("3", "target-group:doctors", "now"): ("unknown", False, ""),
    ("3", "target-group:nurses", "now"): ("part", False, ""),
    ("3", "target-group:patients", "now"): ("none", True, ""),
    ("3", "region:west", "now"): ("part", False, ""),
    ("3", "region:north", "now"): ("unknown", False, ""),
    ("3", "", "now"): ("part", False, ""),
    ("4", "", "future"): ("unknown", False, ""),
}
"""Need, audience and time → degree, whether it is asserted of this audience, and the offers that count."""


@pytest.mark.parametrize("case", CELLS, ids=" ".join)
def test_a_cell_is_as_counted_by_hand(checked: Checked, case: tuple[str, str, str]) -> None:
    number, audience, horizon = case
    catalogue = checked.catalogue
    of = catalogue[audience] if audience else None
    found = cell(catalogue, catalogue[f"need:plan/{number}"], of, horizon)
    linked = " ".join(each.entity.ref for each in found.linked)
    assert (found.degree, found.asserted, linked) == CELLS[case]


def test_both_rules_count_what_they_say(checked: Checked) -> None:
    by_group = matrix(checked.catalogue, checked.catalogue.of_kind("need"), "target-group")
    found = tally(by_group.cells)
    assert (found.cells, found.linked, found.full, found.silent, found.computed) == (7, 3, 1, 1, 3)
    assert found.degrees == {"full": 1, "part": 3, "none": 1, "unknown": 2}
    assert [each.need.id for each in by_group.unplaced] == ["plan/4"]
    by_region = tally(matrix(checked.catalogue, checked.catalogue.of_kind("need"), "region").cells)
    assert (by_region.cells, by_region.linked, by_region.full) == (8, 3, 0)


def test_the_matrix_of_one_time_has_the_needs_as_they_are_then(checked: Checked) -> None:
    needs = [checked.catalogue["need:plan/1"]]
    expected = matrix(checked.catalogue, needs, "target-group", horizon="future")
    assert [each.degree for each in expected.cells] == ["planned", "planned"]
    assert [looked_at(checked.catalogue, each) for each in needs] == [("now", "future")]


def test_who_has_a_need(checked: Checked) -> None:
    catalogue = checked.catalogue
    assert [each.id for each in asked_for(catalogue, catalogue["need:plan/1"], "region")] == ["west", "north"]
    assert [each.id for each in felt_by(catalogue, catalogue["target-group:patients"])] == ["plan/3"]
    assert felt_by(catalogue, catalogue["target-group:staff"]) == ()


def test_lists_of_what_is_missing(checked: Checked) -> None:
    catalogue = checked.catalogue
    assert [each.id for each in unmet(catalogue)] == ["plan/3", "plan/4"]
    assert [each.id for each in unserved(catalogue)] == ["patients"]
    assert [each.id for each in untaught(catalogue)] == ["introduction/3", "introduction/32"]
    assert idle(catalogue) == ()


def test_invented_examples_are_shown_and_counted_nowhere(checked: Checked) -> None:
    """An invented fair is linked to two needs, and an invented assessment says that a third is fully covered."""
    catalogue = checked.catalogue
    need = catalogue["need:plan/3"]
    assert [each.entity.ref for each in offers(catalogue, need)] == ["activity:plan/fair"]
    found = cell(catalogue, need, catalogue["target-group:patients"])
    assert [each.assessment.entity.id for each in found.findings] == ["plan/nothing"]
    assert [each.entity.id for each in found.beside] == ["plan/fair"]


def test_three_offers_are_an_overlap(checked: Checked) -> None:
    catalogue = checked.catalogue
    found = cell(catalogue, catalogue["need:plan/2"], catalogue["target-group:doctors"])
    assert overlaps([found]) == ()
    more = type(found)(
        **{**{name: getattr(found, name) for name in found.__slots__}, "linked": found.linked * 2}
    )
    assert overlaps([found, more]) == (more,)


def test_an_offer_is_counted_once_however_often_it_is_linked(checked: Checked) -> None:
    found = offers(checked.catalogue, checked.catalogue["need:plan/2"])
    assert [each.entity.ref for each in found] == ["channel:plan/1", "course:seminar"]
