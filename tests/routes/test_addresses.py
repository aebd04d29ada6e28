"""Every page has one address, which works on every disk and below any path."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kyndig.build import check_site
from kyndig.catalogue import Catalogue
from kyndig.routes import SEGMENTS, Site, route
from kyndig.routes.route import CURRICULUM_PAGES, LISTS
from kyndig.settings import Settings
from site_cases import BASE, CASES, SETTINGS, Case

ROOT = Path(__file__).parents[2]


@pytest.fixture(
    scope="module", params=[(BASE, SETTINGS), (ROOT, Settings(siteurl="https://example.org"))], ids=str
)
def site(request: pytest.FixtureRequest) -> Site:
    return check_site(*request.param).site


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return check_site(BASE, SETTINGS).catalogue


def test_paths_have_only_plain_characters(site: Site) -> None:
    assert [each.path for each in site.pages if not re.fullmatch(r"[a-z0-9/.-]+\.html", each.path)] == []


def test_paths_are_unique_on_a_disk_that_ignores_capital_letters(site: Site) -> None:
    paths = [each.path.lower() for each in site.pages]
    assert len(set(paths)) == len(paths)


def test_every_page_stands_in_every_language_and_in_its_tree(site: Site) -> None:
    keys = {page.key for page in site.pages}
    languages = {page.language for page in site.pages}
    assert len(site.pages) == len(keys) * len(languages)
    assert all(page.path.startswith(f"{page.language}/") for page in site.pages)


def test_every_anchor_stands_on_a_page(site: Site) -> None:
    languages = {page.language for page in site.pages}
    for ref, (owner, anchor) in site.anchors.items():
        assert re.fullmatch(r"[a-z][a-z0-9.-]*", anchor), ref
        assert all(site.has(owner, language) for language in languages), ref


def test_anchors_do_not_collide_on_one_page(site: Site) -> None:
    assert len(set(site.anchors.values())) == len(site.anchors)


def test_addresses_are_below_the_path_of_the_site(catalogue: Catalogue) -> None:
    words = {language: lambda name: name for language in catalogue.languages}
    site, found = route(catalogue, words, "https://example.org/kurser")
    assert found == ()
    assert (site.origin, site.base) == ("https://example.org", "/kurser/")
    assert site.href("front", "da") == "/kurser/da/"
    assert site.href("course:supervision", "nb") == "/kurser/nb/courses/veilederkurs.html"
    assert site.href("objective:introduction/1/1", "da") == (
        "/kurser/da/curricula/introduktion/1-spinalblokade.html#m1"
    )
    assert site.absolute("da/index.html") == "https://example.org/kurser/da/"
    assert site.page("instance:supervision/2027-01-herlev", "da").key == "course:supervision"
    assert not site.has("role:nobody", "da")


@pytest.mark.parametrize(("siteurl", "front"), [
    ("https://example.org", "https://example.org/da/"),
    ("http://localhost:8000", "http://localhost:8000/da/"),
    ("https://example.org/a/b", "https://example.org/a/b/da/"),
])  # fmt: skip
def test_the_address_of_the_site_may_have_a_path_and_a_port(
    catalogue: Catalogue, siteurl: str, front: str
) -> None:
    site, _ = route(catalogue, dict.fromkeys(catalogue.languages, str), siteurl)
    assert site.absolute(site.page("front", "da").path) == front


def test_a_page_that_is_not_translated_says_so(catalogue: Catalogue) -> None:
    site, _ = route(catalogue, dict.fromkeys(catalogue.languages, str), "https://example.org")
    assert site.page("position:union/skills", "da").is_fallback
    assert site.page("position:union/skills", "da").words == "nb"
    assert not site.page("course:supervision", "nb").is_fallback


def test_an_older_version_stands_below_the_newest(tmp_path: Path) -> None:
    path = next(each for each in CASES if each.stem == "versions-of-a-curriculum")
    site = Case.read(path).check(tmp_path).site
    newest, old = (site.page(f"curriculum:introduction{at}", "da").path for at in ("", "@2013"))
    assert old == newest.replace("index.html", "v2013/index.html")


def test_every_folder_has_a_word_in_addresses() -> None:
    folders = {part for name in (*LISTS, *CURRICULUM_PAGES) for part in name.split("/")}
    assert folders <= set(SEGMENTS)
