"""One small site, and what a build on this machine makes of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kyndig.order import Order, Result
from kyndig.publish import RECORD
from kyndig.rebuild import rebuild
from kyndig.resources import theme_folder

from ..site_cases import BASE, SETTINGS

Files = dict[str, bytes]


def files_of(folder: Path) -> Files:
    """Return the files of a site in a folder."""
    found = (each for each in folder.rglob("*") if each.is_file() and not each.name.startswith(RECORD))
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


def order_of(root: Path, output: Path | str, **more: Any) -> Order:
    """Return an order for the site in a folder; the search index is left out."""
    theme, settings = theme_folder("kyndig", root), root / "publishconf.py"
    settings.touch()
    order = Order(
        settings, SETTINGS, date(2026, 11, 22), theme, output, root / "cache", index=False, workers=1
    )
    return replace(order, **more)


def built(order: Order, progress: Callable[[str, int, int], None] = lambda what, done, total: None) -> Result:
    """Build into what is there or not."""
    if isinstance(order.output, Path):
        order.output.mkdir(parents=True, exist_ok=True)
    result = rebuild(order, progress)
    assert not result.failed
    return result


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that may be changed."""
    shutil.copytree(BASE, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The site as this machine makes it."""
    folder = tmp_path_factory.mktemp("local")
    shutil.copytree(BASE, folder / "site")
    built(order_of(folder / "site", folder / "output"))
    return files_of(folder / "output")
