"""The files of the index: the same every time, only what is fetched, and a site without them where they cannot be made."""

from __future__ import annotations

import gzip
import re
from datetime import date
from pathlib import Path

import pytest

from kyndig.build import Built, build
from kyndig.resources import theme_folder
from kyndig.scaffold import init
from kyndig.search import engine
from kyndig.settings import read_settings

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def small(tmp_path: Path) -> Built:
    init(tmp_path / "site")
    settings = read_settings(tmp_path / "site" / "publishconf.py")
    return build(tmp_path / "site", settings, date(2026, 11, 22), theme_folder(settings.theme, tmp_path))


def test_two_indexes_are_equal(small: Built) -> None:
    assert small.indexed().files == small.indexed().files


def test_the_index_is_made_only_when_it_is_asked_for(small: Built) -> None:
    assert not [path for path in small.files if path.startswith("search/")]
    made = small.indexed()
    assert [path for path in made.files if path.startswith("search/")]
    assert made.indexed() is made


def test_only_what_a_browser_fetches_is_published(built: Built) -> None:
    kinds = {
        re.sub(r".*/|(?<=\.)\w\w(?=\.)|[0-9a-z_]{5,}(?=\.pf)", "", path)
        for path in built.files
        if path.startswith("search/")
    }
    endings = {"pf_fragment", "pf_index", "pf_meta", "pagefind", "js", "json", "txt"}
    assert {each.rpartition(".")[2] for each in kinds} == endings
    own = [path for path in built.files if path.startswith("search/")]
    assert not [path for path in own if "-ui" in path or "highlight" in path or "worker" in path]


def test_published_pages_carry_no_words_for_the_index(built: Built) -> None:
    assert not [
        path for path, data in built.files.items() if path.endswith(".html") and b"data-pagefind" in data
    ]


def test_our_own_scripts_are_small(built: Built) -> None:
    sizes = {
        path: len(gzip.compress(data, 9))
        for path, data in built.files.items()
        if path.startswith("theme/") and path.endswith(".js")
    }
    assert sizes
    assert {path: size for path, size in sizes.items() if size > 4096} == {}


def test_the_lists_that_scripts_fetch_are_small(built: Built) -> None:
    lists = {
        path: data
        for path, data in built.files.items()
        if path.endswith(("/names.json", ".txt")) and path != "robots.txt"
    }
    assert {path for path, data in lists.items() if len(gzip.compress(data)) > 20_000} == set()


def test_without_the_program_the_site_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "none"))
    assert engine() is None
    init(tmp_path / "site")
    settings = read_settings(tmp_path / "site" / "publishconf.py")
    made = build(
        tmp_path / "site", settings, date(2026, 11, 22), theme_folder(settings.theme, tmp_path)
    ).indexed()
    assert "search.unavailable" in [each.code for each in made.diagnostics if each.severity == "notice"]
    page = made.files["en/search/index.html"].decode()
    assert "Search is not available here." in page
    assert "<script" not in page
