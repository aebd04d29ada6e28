"""The small site, built once in each process that tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from . import site
from .building import compile_once


@pytest.fixture(scope="package")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the folder of a small site that has been built once, as `here` beside it; a copy under that name goes on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compile_once)
        yield site.ready(tmp_path_factory.mktemp("incremental"))
