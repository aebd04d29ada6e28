"""The programs that the checks in a browser need, and what is said where one is missing.

None is needed to build or to test the rest: a check whose tool is missing skips and names the command that brings it.
With KYNDIG_REQUIRE_BROWSER=1 it fails instead, so that no check goes missing unseen where all tools should be.
"""

from __future__ import annotations

import json
import os
import shutil
from importlib.metadata import version
from pathlib import Path
from subprocess import run
from typing import NoReturn

import pytest

MODULES = Path(__file__).parent / "node_modules"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""What keeps Chromium from asking the network for anything but the pages, and lets it run as any user."""


def missing(what: str, how: str) -> NoReturn:
    """Skip the test that asks, or fail where every check must run."""
    reason = f"{what} is not installed: {how}"
    if os.environ.get("KYNDIG_REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)


def chromium() -> str:
    """Return the path of the system's Chromium, or of the one that KYNDIG_CHROMIUM names."""
    names = (os.environ.get("KYNDIG_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, (shutil.which(name) for name in names if name)), None)
    return found or missing("Chromium", "apt-get install chromium, or KYNDIG_CHROMIUM=/path/of/it")


def program(name: str, package: str) -> str:
    """Return the path of a program of the system."""
    return shutil.which(name) or missing(name, f"apt-get install {package}")


def module(path: str) -> Path:
    """Return a file of an npm package."""
    found = MODULES / path
    return found if found.exists() else missing(path.split("/")[0], "make tools")


def versions() -> dict[str, str]:
    """Return which version of each tool there is, for the report."""
    found = {"playwright": version("playwright")}
    for path in sorted(MODULES.glob("*/package.json")):
        if path.parent.name in ("axe-core", "lighthouse", "vnu-jar"):
            found[path.parent.name] = json.loads(path.read_text("utf-8"))["version"]
    for name in (os.environ.get("KYNDIG_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        if name and (path_of := shutil.which(name)):
            said = run([path_of, "--version"], capture_output=True, text=True, check=False).stdout
            return found | {"browser": said.strip().partition(" built on")[0]}
    return found
