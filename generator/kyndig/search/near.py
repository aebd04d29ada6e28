"""The names of the pages by address: what the page for a wrong address compares it with."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..routes import Page
from ..views import Reader, view
from .entries import LEFT_OUT

_MANY = frozenset({"statement"})
"""Kinds whose addresses are numbers only, so that none is near another."""


def names(readers: Mapping[str, Reader]) -> dict[str, bytes]:
    """Return a list for each language: path within the language without suffix, and title."""
    return {f"{language}/names.json": _names(reader) for language, reader in readers.items()}


def _names(reader: Reader) -> bytes:
    pages = (each for each in reader.site.pages if each.language == reader.language)
    rows = sorted((_short(each), _title(reader, each)) for each in pages if each.kind not in LEFT_OUT | _MANY)
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def _short(page: Page) -> str:
    path = page.path.partition("/")[2]
    return path.removesuffix("index.html") if path.endswith("index.html") else path


def _title(reader: Reader, page: Page) -> str:
    return view(reader, page).shell.title.text
