"""Facets: which values divide a list, and the addresses of the pages for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kyndig.build import Checked, check_site
from kyndig.routes import DIVISIBLE, SEGMENTS
from kyndig.routes.route import LISTS
from kyndig.settings import Settings
from kyndig.views.facets import FACETS
from site_cases import BASE, SETTINGS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_site(ROOT, Settings(siteurl="https://example.org"))


def test_every_facet_has_a_name_and_a_word_in_addresses() -> None:
    names = {facet for how in DIVISIBLE.values() for facet in how.facets}
    assert names == set(FACETS)
    assert {f"facet/{name}" for name in names} == {each for each in SEGMENTS if each.startswith("facet/")}
    assert set(DIVISIBLE) <= set(LISTS)


def test_a_facet_divides_its_list(checked: Checked) -> None:
    for key, divided in checked.site.divided.items():
        assert divided.facets, key
        for facet, values in divided.facets.items():
            assert len(values) > 1, (key, facet)
            assert all(value.members for value in values), (key, facet)


def test_a_facet_with_one_value_divides_nothing() -> None:
    site = check_site(BASE, SETTINGS).site
    assert all(len(values) > 1 for each in site.divided.values() for values in each.facets.values())
    assert "form" not in site.divided["courses"].facets


def test_a_value_stands_for_itself_in_few_letters_and_only_once(checked: Checked) -> None:
    for divided in checked.site.divided.values():
        marks = [value.mark for values in divided.facets.values() for value in values]
        assert len(set(marks)) == len(marks)
        assert all(mark.isascii() and " " not in mark for mark in marks)


def test_an_entity_has_the_marks_of_the_values_it_is_a_member_of(checked: Checked) -> None:
    """A course is a member through its dates as well, which have marks of their own."""
    catalogue = checked.catalogue
    for key, divided in checked.site.divided.items():
        part = DIVISIBLE[key].part
        for values in divided.facets.values():
            for value in values:
                for ref in value.members:
                    rows = (catalogue[ref], *(catalogue.parts(catalogue[ref], part) if part else ()))
                    assert any(value.mark in divided.marks[row.ref] for row in rows), (value.key, ref)


def test_addresses_are_made_of_the_words_of_the_language(checked: Checked) -> None:
    paths = {
        language: checked.site.page("courses/region/dk-syddanmark", language).path
        for language in ("da", "nb", "en")
    }
    assert paths == {
        "da": "da/kurser/region/region-syddanmark.html",
        "nb": "nb/kurs/region/region-syddanmark.html",
        "en": "en/courses/region/region-of-southern-denmark.html",
    }
    assert checked.site.page("needs/horizon/now", "da").path == "da/behov/hvornaar/nu.html"


def test_a_date_has_the_region_it_is_held_in_and_not_all_those_of_its_course(checked: Checked) -> None:
    divided = checked.site.divided["courses"]
    for entity in checked.catalogue.of_kind("instance"):
        if entity.value.region:
            regions = [mark for mark in divided.marks[entity.ref] if mark.startswith("region.")]
            assert regions == [f"region.{entity.value.region}"]
