"""What pages say of themselves to services that show a link: the Open Graph, and that nothing of it is untrue."""

from __future__ import annotations

import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from kyndig.build import Built, build, check_site
from kyndig.locales.languages import LANGUAGES
from kyndig.resources import theme_folder
from kyndig.routes import Site
from kyndig.settings import from_mapping

from .site.conftest import Whole, whole

__all__ = ["whole"]

BASE = Path(__file__).parent / "base"
SETTINGS = {
    "SITENAME": "Test · site", "SITEURL": "https://own.example/sub", "LANGUAGES": ["da", "nb", "en"],
    "FEED_DOMAIN": "own.example,2026",
}  # fmt: skip
META = re.compile(r'<meta (?:name="description" )?(?:property|name)="([a-z]+:[a-z:_]+)" content="([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')

pytestmark = pytest.mark.xdist_group("site")


def said(page: str) -> dict[str, list[str]]:
    """Return the values of each property that a page gives of itself, in its order."""
    found: dict[str, list[str]] = {}
    for name, value in META.findall(page.partition("</head>")[0]):
        found.setdefault(name, []).append(unescape(value))
    return found


def test_every_page_says_once_what_it_is_and_where(whole: Whole) -> None:
    pages = whole.checked.site.pages
    for page in pages:
        text = whole.pages[page.path]
        own = said(text)
        once = {"og:title", "og:type", "og:url", "og:site_name", "og:description", "og:locale"}
        assert {name for name in once if len(own.get(name, ())) == 1 and own[name][0].strip()} == once, (
            page.path
        )
        title = re.search(r"<title>(.*?)</title>", text)
        assert title
        assert f"{own['og:title'][0]} · {whole.settings.sitename}" == unescape(title[1])
        assert own["og:url"] == CANONICAL.findall(text)
        assert own["og:locale"] == [LANGUAGES[page.words].og_locale] or page.kind == "leading"
        assert own["og:type"][0] in ("article", "website")
    assert {said(whole.pages[each.path])["og:type"][0] for each in pages if each.kind == "course"} == {
        "article"
    }
    assert {said(whole.pages[each.path])["og:type"][0] for each in pages if each.kind == "front"} == {
        "website"
    }


def test_the_page_where_a_language_is_chosen_says_what_it_is(whole: Whole) -> None:
    own = said(whole.pages["index.html"])
    assert own["og:title"] == [whole.settings.sitename]
    assert own["og:url"] == CANONICAL.findall(whole.pages["index.html"])
    assert "og:locale" not in own, "it is in every language"


def test_the_day_of_the_last_change_is_the_one_that_readers_see(whole: Whole) -> None:
    days = 0
    for text in whole.pages.values():
        foot = re.split(r'<h2 id="source">|<p class="meta imprint">', text)[1:]
        seen = re.search(r'<time datetime="([^"]+)">', foot[-1]) if foot else None
        told = said(text).get("article:modified_time", [])
        assert told == ([seen[1]] if seen else []), text[:400]
        days += len(told)
    assert days > 100


def test_no_picture_is_named_where_none_is_made(whole: Whole) -> None:
    for path, text in whole.pages.items():
        assert not {name for name in said(text) if name.startswith(("og:image", "twitter:"))}, path
    assert not [path for path in whole.files if path.endswith(".png")]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Site]:
    """A small site in which a Danish page has no translation."""
    root = tmp_path_factory.mktemp("sharing")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    settings, day = from_mapping(SETTINGS), date(2026, 11, 22)
    built = build(root, settings, day, theme_folder("kyndig", root))
    assert not built.failed
    return built, check_site(root, settings, today=day).site


def test_a_page_that_is_not_translated_has_the_locale_of_its_text(small: tuple[Built, Site]) -> None:
    built, site = small
    shown = [page for page in site.pages if page.is_fallback and page.kind != "leading"]
    assert shown
    for page in shown:
        own = said(built.files[page.path].decode())
        original = site.by_key[page.key, page.words]
        assert own["og:locale"] == [LANGUAGES[page.words].og_locale]
        assert own["og:url"] == [site.absolute(original.path)]
        assert own["og:locale"][0] not in own.get("og:locale:alternate", [])


def test_only_translations_that_are_written_are_named(small: tuple[Built, Site]) -> None:
    built, site = small
    for page in site.pages:
        if page.kind == "leading":
            continue
        written = {lang for lang in ("da", "nb", "en") if not site.by_key[page.key, lang].is_fallback}
        own = said(built.files[page.path].decode())
        others = {LANGUAGES[each].og_locale for each in written - {page.words}}
        assert set(own.get("og:locale:alternate", [])) == others


def test_the_name_of_the_site_may_hold_what_divides_titles(small: tuple[Built, Site]) -> None:
    built, site = small
    own = said(built.files[site.page("courses", "en").path].decode())
    assert own["og:title"] == ["Courses"]
    assert own["og:site_name"] == ["Test · site"]
