"""The pages "Follow": every feed and calendar can be found by choosing, without JavaScript."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest

from kyndig.routes.feeds import FORMATS, calendar_path, deadlines_path, feed_path, has_calendar

from .conftest import Whole

LANGUAGES = ("da", "nb", "en")


def _pages(whole: Whole, language: str) -> list[str]:
    kinds = ("list-feeds", "list-feeds-group")
    return [
        each.path for each in whole.checked.site.pages if each.kind in kinds and each.language == language
    ]


def _links(trees: dict[str, Element], paths: list[str]) -> list[str]:
    """All that a reader can choose in the tables of some pages."""
    return [a.attrib["href"] for path in paths for td in trees[path].iter("td") for a in td.iter("a")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_feed_and_calendar_is_found_once_in_each_form(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    expected = []
    for name in whole.checked.site.feeds:
        expected += [f"/{feed_path(language, name, suffix)}" for suffix in FORMATS]
        if has_calendar(name):
            for path in (calendar_path(language, name), deadlines_path(language, name)):
                expected += [f"/{path}", f"webcal://kyndig.example/{path}"]
    assert sorted(_links(trees, _pages(whole, language))) == sorted(expected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_group_is_reached_from_the_first_page(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    first, *groups = _pages(whole, language)
    hrefs = {each.attrib["href"] for each in trees[first].iter("a")}
    assert {f"/{path}" for path in groups} <= hrefs
    assert len(groups) > 5
    assert f"/{language}/feeds.opml" in hrefs


def test_links_that_look_alike_are_told_apart_by_their_names(whole: Whole, trees: dict[str, Element]) -> None:
    """WCAG 2.2, 2.4.9 and 2.5.3: the name says what the link is about, and begins with what can be seen."""
    for language in LANGUAGES:
        for path in _pages(whole, language):
            links = [a for td in trees[path].iter("td") for a in td.iter("a")]
            names = [a.attrib["aria-label"] for a in links]
            assert len(names) == len(set(names)), path
            assert all(
                name.startswith("".join(a.itertext())) for name, a in zip(names, links, strict=True)
            ), path


def test_a_page_that_has_a_feed_of_its_own_shows_the_way_to_it(whole: Whole) -> None:
    site = whole.checked.site
    page = whole.pages[site.page("topic:pain", "da").path]
    section = re.search(r'<section class="sec follow".*?</section>', page, re.DOTALL)
    assert section
    assert 'href="/da/feeds/topic/pain.rss"' in section[0]
    assert 'href="webcal://kyndig.example/da/calendars/topic/pain.ics"' in section[0]
    assert f'href="{site.href("feeds", "da")}"' in section[0]
    for key in ("terms", "documents", "feeds", "competency:anaesthesiology-introduction/9"):
        assert 'class="sec follow"' not in whole.pages[site.page(key, "da").path], key
