"""Identity: what everything that is kept between builds depends on besides the site itself."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parent


def identity(root: Path) -> str:
    """Return a digest of our own code, of Python, of the libraries that are installed, and of where the site is."""
    digest = blake2b(digest_size=16)
    digest.update(f"{sys.version} {root.resolve()}".encode())
    digest.update(_code())
    for folder in sys.path:  # a library that comes, goes or changes its version changes the folder it is in
        if folder.endswith("-packages") and os.path.isdir(folder):  # noqa: PTH112  (counted in milliseconds)
            digest.update(f"{folder} {os.stat(folder).st_mtime_ns}".encode())  # noqa: PTH116
    return digest.hexdigest()


_SHAPING = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pyphen")
"""Libraries whose version shows in the bytes of a page."""


@cache
def likeness() -> str:
    """Return a digest that is the same on every machine that makes the same pages of the same site."""
    digest = blake2b(digest_size=16)
    digest.update(f"{sys.version_info[:2]} {[version(each) for each in _SHAPING]}".encode())
    digest.update(_code())
    return digest.hexdigest()


@cache
def _code() -> bytes:
    """Return a digest of our own code, which a process reads once: what it runs does not change any more."""
    digest = blake2b(digest_size=16)
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
