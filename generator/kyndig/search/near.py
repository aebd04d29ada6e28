"""The names of the pages by address: what the page for a wrong address compares it with."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..routes import Page
from .entries import LEFT_OUT

_MANY = frozenset({"statement"})
"""Kinds whose addresses are numbers only, so that none is near another."""


def names(titles: Iterable[tuple[Page, str]], languages: Iterable[str]) -> dict[str, bytes]:
    """Return a list for each language: path within the language without suffix, and title."""
    rows: dict[str, list[tuple[str, str]]] = {language: [] for language in languages}
    for page, title in titles:
        if page.kind not in LEFT_OUT | _MANY:
            rows[page.language].append((_short(page), title))
    return {
        f"{language}/names.json": json.dumps(
            sorted(found), ensure_ascii=False, separators=(",", ":")
        ).encode()
        for language, found in rows.items()
    }


def _short(page: Page) -> str:
    path = page.path.partition("/")[2]
    return path.removesuffix("index.html") if path.endswith("index.html") else path
