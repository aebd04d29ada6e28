"""The site of this repository with its search index, and a browser in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kyndig.build import Built, build, check_site
from kyndig.resources import theme_folder
from kyndig.routes import Site
from kyndig.settings import read_settings

from ..browser_site import served

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run all that needs the site and its index."""
    for item in items:
        if HERE in item.path.parents and "words" not in item.path.name:
            item.add_marker(pytest.mark.xdist_group("search"))


@pytest.fixture(scope="session")
def site() -> Site:
    return check_site(ROOT, read_settings(ROOT / "publishconf.py"), today=TODAY).site


@pytest.fixture(scope="session")
def built() -> Built:
    settings = read_settings(ROOT / "publishconf.py")
    return build(ROOT, settings, TODAY, theme_folder(settings.theme, ROOT)).indexed()


@dataclass(frozen=True)
class Shown:
    """A browser, and the address of the site that it can open."""

    browser: Any
    address: str


@pytest.fixture(scope="session")
def shown(built: Built, browser: Any) -> Iterator[Shown]:
    with served(built.files) as address:
        yield Shown(browser, address)
