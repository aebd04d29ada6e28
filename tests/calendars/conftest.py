from __future__ import annotations

from collections.abc import Mapping

import pytest

from .cases import SESSIONS, course
from .site import Small


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of a site with the cases, of which nothing is recorded: their author dated them."""
    return Small.at(tmp_path_factory.mktemp("cases"), cases=course(), parts=SESSIONS).files()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run what is built once."""
    for item in items:
        if "calendars" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("calendars"))
