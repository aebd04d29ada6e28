"""Let every test import the helpers that stand in this folder, however pytest names the test's own module."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of a process: Playwright cannot run twice in one."""
    from .browser import tools

    found = tools.chromium()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        tools.missing("playwright", "make test brings it")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(tools.QUIET))
        yield started
        started.close()
