"""Every page of the built site: valid, linked, in the right language, and the same for everyone."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest

from .conftest import Whole

FOREIGN = ("http://", "https://", "webcal://", "mailto:", "tel:")
ALONE = {"index.html": "en", "404.html": "en", "was/index.html": "da"}
"""Pages outside the trees of the languages, and the language each is in; the last only leads on."""


def _ids(tree: Element) -> list[str]:
    return [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_every_page_parses_without_an_error(trees: dict[str, Element]) -> None:
    assert len(trees) > 900


def test_no_id_stands_twice_on_a_page(trees: dict[str, Element]) -> None:
    twice = {path: [i for i, n in Counter(_ids(tree)).items() if n > 1] for path, tree in trees.items()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_every_link_leads_to_a_page_and_a_place_on_it(whole: Whole, trees: dict[str, Element]) -> None:
    ids = {path: set(_ids(tree)) for path, tree in trees.items()}
    broken = set()
    for path, tree in trees.items():
        for element in tree.iter():
            for name in ("href", "src"):
                address = element.attrib.get(name)
                if address is None or address.startswith(FOREIGN):
                    continue
                target, _, anchor = unquote(address).partition("#")
                file = (
                    path
                    if not target
                    else target.lstrip("/") + ("index.html" if target.endswith("/") else "")
                )
                if file not in whole.files or (anchor and anchor not in ids.get(file, ())):
                    broken.add(f"{path}: {address}")
    assert sorted(broken) == []


def test_the_languages_of_a_page_name_each_other(whole: Whole, trees: dict[str, Element]) -> None:
    """hreflang is reciprocal, includes the page itself, and has an x-default."""
    named: dict[str, dict[str, str]] = {}
    for path, tree in trees.items():
        if path in whole.leading:
            continue
        links = [
            each.attrib
            for each in tree.iter("link")
            if each.attrib.get("rel") == "alternate" and "hreflang" in each.attrib
        ]
        named[path] = {each["hreflang"]: _file(whole, each["href"]) for each in links}
    del named["404.html"]  # the page for a wrong address outside the languages leads to all of them
    for path, links in named.items():
        assert "x-default" in links or path == "was/index.html", path
        for language, other in links.items():
            if language != "x-default" and path != "index.html":
                assert named[other] == links, f"{path} names {other}, which does not name it back"


def _file(whole: Whole, url: str) -> str:
    path = url.removeprefix(whole.settings.siteurl + "/")
    return path + "index.html" if path.endswith("/") or not path else path


def test_the_language_switch_leads_to_the_same_page(whole: Whole) -> None:
    site = whole.checked.site
    for page in site.pages:
        text = whole.pages[page.path]
        for language in whole.settings.languages:
            if language != page.language and page.kind != "leading":
                other = site.address(site.by_key[page.key, language].path)
                assert f'hreflang="{language}" href="{other}"' in text, page.path


@pytest.mark.parametrize(
    "what", ["None", "Undefined", "<a", "<span", "{{", "{%", "%(", "&amp;lt;", "path/", "language/"]
)
def test_nothing_of_the_machine_shows(trees: dict[str, Element], what: str) -> None:
    shown = {
        path
        for path, tree in trees.items()
        if re.search(rf"(^|\s){re.escape(what)}", _text(tree.find("body")))
    }
    assert sorted(shown) == []


def test_every_page_has_one_heading_and_a_title_of_its_own(whole: Whole, trees: dict[str, Element]) -> None:
    assert {path for path, tree in trees.items() if len(list(tree.iter("h1"))) != 1} == set()
    titles = {
        language: Counter(
            _text(tree.find("head/title"))
            for path, tree in trees.items()
            if path.startswith(language) and path not in whole.leading
        )
        for language in ("da/", "nb/", "en/")
    }
    twice = [title for counter in titles.values() for title, n in counter.items() if n > 1]
    assert twice == []


def test_headings_go_down_one_level_at_a_time(trees: dict[str, Element]) -> None:
    jumps = set()
    for path, tree in trees.items():
        level = 0
        for element in tree.iter():
            if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag):
                if int(element.tag[1]) > level + 1:
                    jumps.add(f"{path}: {element.tag} {_text(element)}")
                level = int(element.tag[1])
    assert sorted(jumps) == []


def test_every_page_says_its_language_and_keeps_styles_out(trees: dict[str, Element]) -> None:
    for path, tree in trees.items():
        assert tree.attrib["lang"] == ALONE.get(path, path.split("/")[0]), path
        assert not [each for each in tree.iter() if each.tag == "style" or "style" in each.attrib], path


def test_a_script_is_a_module_of_the_site_and_stands_only_where_it_is_needed(
    whole: Whole, trees: dict[str, Element]
) -> None:
    """Lists that can be refined, the search page, pages that keep notes, those of editions, those that lead on and those
    for a wrong address have one."""
    keeping = {page.path for page in whole.checked.site.pages if page.kind == "curriculum-training"}
    kinds = ("list-search", "curriculum-versions", "leading")
    searching = {page.path for page in whole.checked.site.pages if page.kind in kinds}
    for path, tree in trees.items():
        scripts = list(tree.iter("script"))
        keys = {"type", "src"} | ({"data-stores"} if path in keeping else set())
        assert all(each.attrib.keys() == keys and not _text(each) for each in scripts), path
        refined = any("data-base" in each.attrib for each in tree.iter())
        assert bool(scripts) == (refined or path in searching | keeping or path.endswith("404.html")), path
        assert ("script-src 'self'" in whole.pages[path]) == bool(scripts), path


def test_no_address_outside_the_site_is_fetched(whole: Whole, trees: dict[str, Element]) -> None:
    own = whole.settings.siteurl
    for path, tree in trees.items():
        for element in tree.iter():
            fetched = element.attrib.get("src", "")
            if element.tag == "link" and element.attrib.get("rel") in ("stylesheet", "icon"):
                fetched = element.attrib["href"]
            assert not fetched.startswith(FOREIGN) or fetched.startswith(own), path


def test_pictures_and_tables_say_what_they_are(trees: dict[str, Element]) -> None:
    for path, tree in trees.items():
        assert not [each for each in tree.iter("img") if "alt" not in each.attrib], path
        assert not [each for each in tree.iter("table") if each.find("caption") is None], path
        assert not [each for each in tree.iter("th") if "scope" not in each.attrib], path


def test_a_page_that_is_not_translated_says_so_and_is_not_indexed(whole: Whole) -> None:
    for page in whole.checked.site.pages:
        if page.kind == "leading":
            continue
        text = whole.pages[page.path]
        assert ('name="robots" content="noindex"' in text) == (
            page.is_fallback or page.kind in ("missing", "withdrawn")
        ), page.path


def test_every_example_is_marked_where_it_is_shown(whole: Whole) -> None:
    """An invented date of a course carries the word on its page, in every list, and in every feed."""
    words = {"da": "Eksempel", "nb": "Eksempel", "en": "Example"}
    for entity in whole.checked.catalogue.of_kind("instance"):
        if entity.value.example:
            for language, word in words.items():
                page = whole.pages[whole.checked.site.page(entity.ref, language).path]
                start = page.index(f'id="i-{entity.value.id}"')
                assert word in page[start : start + 2500], (entity.ref, language)
