"""The same input gives the same bytes: for Kyndig and Pelican, whatever the hash seed, time zone or locale."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASE = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "SOURCE_DATE_EPOCH": "1795305600"}


def _digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".kyndig")
    }


def _kyndig(out: Path, **environment: str) -> dict[str, str]:
    command = [sys.executable, "-m", "kyndig", "build", "-q", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, env={**BASE, **environment}, check=True)
    return _digest(out)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return _kyndig(tmp_path_factory.mktemp("plain"), PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANG": "da_DK.UTF-8"},
    ],
)
def test_two_builds_are_equal(plain: dict[str, str], tmp_path: Path, environment: dict[str, str]) -> None:
    assert _kyndig(tmp_path, **environment) == plain


def test_pelican_makes_the_same_site(plain: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=BASE, check=True, capture_output=True)
    assert _digest(tmp_path) == plain
