"""The built site behind a server, one browser for all, and the report of what was found."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from kyndig.build import build, check_site
from kyndig.resources import theme_folder
from kyndig.routes import Page
from kyndig.scaffold import init
from kyndig.views.registry import MAKERS

from ..site.conftest import ROOT, TODAY, Whole
from ..site.conftest import whole as own
from .evidence import Evidence
from .gates import Gate
from .server import Site

__all__ = ["own"]

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process have the browser: to start it and to build the site is the smaller part of the work once."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


def pytest_configure(config: pytest.Config) -> None:
    """Write the report of the checks where KYNDIG_REPORT names a folder for it."""
    folder = os.environ.get("KYNDIG_REPORT")
    if folder and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Evidence(Path(folder)), "kyndig-evidence")


BORROWED = {"curriculum-changes", "withdrawn"}
"""Kinds of page that need two versions of a curriculum, or that something was withdrawn: the site of `kyndig init` lends its
own."""

SKIPPED = {"leading"}
"""Kinds of page that lead on at once, so that nobody sees them in a browser with scripts."""


@pytest.fixture(scope="session")
def whole(own: Whole, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The site of this repository, with pages of another for the kinds it has none of."""
    root = tmp_path_factory.mktemp("lender") / "site"
    init(root)
    built = build(root, own.settings, TODAY, theme_folder(own.settings.theme, ROOT))
    site = check_site(root, own.settings, today=TODAY).site
    lent = [page for page in site.pages if page.kind in BORROWED]
    files = {page.path: built.files[page.path] for page in lent}
    pages = {path: data.decode() for path, data in files.items()}
    mine = replace(own.checked.site, pages=(*own.checked.site.pages, *lent))
    checked = replace(own.checked, site=mine)
    return Whole({**own.files, **files}, checked, own.settings, {**own.pages, **pages})


@dataclass(frozen=True)
class Sample:
    """One page of every kind in every language, the longest of its kind, and the page at the root."""

    pages: tuple[Page, ...]

    def each_kind(self) -> tuple[Page, ...]:
        """One page a kind, the kinds taking turns in the languages."""
        languages = sorted({page.language for page in self.pages})
        kinds = list(dict.fromkeys(page.kind for page in self.pages))
        turn = {kind: languages[number % len(languages)] for number, kind in enumerate(kinds)}
        return tuple(page for page in self.pages if page.language == turn[page.kind])


@pytest.fixture(scope="session")
def sample(whole: Whole) -> Sample:
    longest: dict[tuple[str, str], Page] = {}
    for page in whole.checked.site.pages:
        if page.kind in SKIPPED:
            continue
        key = page.kind, page.language
        if key not in longest or len(whole.files[page.path]) > len(whole.files[longest[key].path]):
            longest[key] = page
    kinds = {kind for kind, _ in longest}
    wanted = set(MAKERS) - SKIPPED
    assert kinds == wanted, f"no page of this site is of the kind {sorted(wanted - kinds)}"
    first = whole.settings.languages[0]
    root = Page("root", "root", first, first, "index.html")
    return Sample((root, *longest.values()))


@pytest.fixture
def gate(request: pytest.FixtureRequest) -> Gate:
    """The gate that the test's mark names; asked for first, so that a skipped check is in the report as well."""
    mark = request.node.get_closest_marker("gate")
    call = getattr(request.node, "callspec", None)
    made = Gate(mark.args[0], ", ".join(str(each) for each in call.params.values()) if call else "")
    request.node.user_properties.append(("gate", made.record))
    return made


@pytest.fixture(scope="session")
def site(whole: Whole) -> Iterator[Site]:
    path = urlsplit(whole.settings.siteurl).path.strip("/")
    served = Site(whole.files, f"/{path}/" if path else "/")
    yield served
    served.close()


class Tabs:
    """Opens pages of the site, each set of wishes in a context of its own that is used again."""

    def __init__(self, browser: Any, site: Site) -> None:
        self.browser, self.site = browser, site

    def context(self, **wishes: Any) -> Any:
        """Start a context that nothing was stored in, with the bounds of patience that a fast site needs."""
        made = self.browser.new_context(**wishes)
        made.set_default_timeout(15_000)
        return made

    def tab(self, width: int = 1280, height: int = 800, **wishes: Any) -> Any:
        return self.context(viewport={"width": width, "height": height}, **wishes).new_page()

    def go(self, tab: Any, page: Page) -> None:
        """Show a page and wait until its style and its scripts have run."""
        tab.goto(self.site.address(page.path), wait_until="load")


@pytest.fixture
def tabs(browser: Any, site: Site) -> Iterator[Tabs]:
    yield Tabs(browser, site)
    for context in browser.contexts:
        context.close()
