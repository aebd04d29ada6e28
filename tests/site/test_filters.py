"""The pages of facets over the whole site: what a link counts is what its page shows, and every page is linked."""

from __future__ import annotations

from urllib.parse import unquote
from xml.etree.ElementTree import Element

from .conftest import Whole


def _file(href: str) -> str:
    return unquote(href).lstrip("/") + ("index.html" if href.endswith("/") else "")


def _rows(tree: Element) -> list[Element]:
    """Return the rows of what is counted: courses and not their dates, needs in a table and not in its picture."""
    return [each for each in tree.iter() if "data-f" in each.attrib and "data-of" not in each.attrib]


def _choices(tree: Element) -> list[tuple[Element, int]]:
    links = [each for each in tree.iter("a") if "data-v" in each.attrib]
    return [(each, int(each.find("b").text or "")) for each in links]


def test_what_a_link_counts_is_what_its_page_shows(trees: dict[str, Element]) -> None:
    rows = {path: len(_rows(tree)) for path, tree in trees.items()}
    wrong = {
        (path, link.attrib["href"])
        for path, tree in trees.items()
        for link, count in _choices(tree)
        if count != rows[_file(link.attrib["href"])]
    }
    assert wrong == set()


def test_every_page_of_a_facet_is_linked_and_shows_something(whole: Whole, trees: dict[str, Element]) -> None:
    linked = {
        _file(link.attrib["href"])
        for tree in trees.values()
        for link in tree.iter("a")
        if "href" in link.attrib
    }
    pages = [page for page in whole.checked.site.pages if page.key in whole.checked.site.values]
    assert len(pages) > 600
    assert [page.path for page in pages if page.path not in linked] == []
    assert [page.path for page in pages if not _rows(trees[page.path])] == []


def test_a_page_of_a_facet_marks_its_value_and_leads_back_to_the_whole_list(
    whole: Whole, trees: dict[str, Element]
) -> None:
    site = whole.checked.site
    for page in site.pages:
        if value := site.values.get(page.key):
            tree = trees[page.path]
            current = [link for link, _ in _choices(tree) if link.attrib.get("aria-current")]
            assert [link.attrib["data-v"] for link in current] == [value.mark], page.path
            clear = next(each for each in tree.iter("a") if each.attrib.get("class") == "clear")
            assert clear.attrib["href"] == site.href(value.list, page.language)
            assert "hidden" not in clear.attrib


def test_every_row_of_a_page_has_its_value(whole: Whole, trees: dict[str, Element]) -> None:
    """A course may have it through one of its dates, which then stands on the page."""
    site = whole.checked.site
    for page in site.pages:
        if value := site.values.get(page.key):
            marked = [each for each in trees[page.path].iter("li") if "data-f" in each.attrib]
            parts = {each.attrib["data-of"] for each in marked if "data-of" in each.attrib}
            for each in marked:
                has = value.mark in each.attrib["data-f"].split()
                assert has or each.attrib.get("data-group") in parts, page.path


def test_pages_of_facets_have_headings_of_their_own(whole: Whole, trees: dict[str, Element]) -> None:
    site = whole.checked.site
    for language in whole.settings.languages:
        paths = [page.path for page in site.pages if page.key in site.values and page.language == language]
        headings = ["".join(next(iter(trees[path].iter("h1"))).itertext()) for path in paths]
        assert len(set(headings)) == len(headings)
