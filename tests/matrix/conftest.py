"""The site of the case on coverage: a plan with assessments, offers, gaps and unknowns, small enough to count by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kyndig.build import Built, Checked, build, check_site
from kyndig.resources import theme_folder
from site_cases import SETTINGS, TESTS, Case


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("coverage")
    Case.read(TESTS / "cases" / "coverage.txt").lay_out(root)
    return root


@pytest.fixture(scope="session")
def checked(laid_out: Path) -> Checked:
    return check_site(laid_out, SETTINGS)


@pytest.fixture(scope="session")
def built(laid_out: Path) -> Built:
    return build(laid_out, SETTINGS, date(2026, 11, 22), theme_folder(SETTINGS.theme, laid_out))
