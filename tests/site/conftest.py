"""The site of this repository, built once in memory for all tests of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import html5lib
import pytest

from kyndig.build import Checked, build, check_site
from kyndig.resources import theme_folder
from kyndig.settings import Settings, read_settings

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)


HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run all tests of the site: building and parsing it is most of their work."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("site"))


@dataclass(frozen=True)
class Whole:
    """The files of the site, and what they were made from."""

    files: Mapping[str, bytes]
    checked: Checked
    settings: Settings
    pages: Mapping[str, str]

    @property
    def leading(self) -> frozenset[str]:
        """The paths of pages that only lead on."""
        return frozenset(page.path for page in self.checked.site.pages if page.kind == "leading")


@pytest.fixture(scope="session")
def whole() -> Whole:
    settings = read_settings(ROOT / "publishconf.py")
    built = build(ROOT, settings, TODAY, theme_folder(settings.theme, ROOT))
    assert not built.failed, "\n".join(map(str, built.diagnostics))
    pages = {path: data.decode() for path, data in built.files.items() if path.endswith(".html")}
    return Whole(built.files, check_site(ROOT, settings, today=TODAY), settings, pages)


@pytest.fixture(scope="session")
def trees(whole: Whole) -> dict[str, object]:
    """Every page as a tree, parsed as a browser does but strictly: a parse error fails the test that asks."""
    trees: dict[str, object] = {}
    faults = []
    for path, text in whole.pages.items():
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        trees[path] = parser.parse(text)
        faults += [f"{path}:{place[0]}:{place[1]}: {code} {data}" for place, code, data in parser.errors]
    assert not faults, "\n".join(faults[:40])
    return trees
