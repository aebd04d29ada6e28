"""The small site, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from . import site
from .building import compile_once


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a small site that has been built once; a copy of it as `here` beside it goes on from there."""
    monkeypatch.setattr(Environment, "compile", compile_once)
    return site.ready(tmp_path)
