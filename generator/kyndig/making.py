"""Make: one page, staged where it differs from what is there, with what must be remembered of it."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from functools import partial

from .digests import digest_of
from .memory import Row, row_of
from .publish import Output
from .reads import Key, noted
from .render import Press
from .routes import Page
from .search import Entry, main_of
from .survey import Found

Made = tuple[Row, Entry | None, tuple[Key, ...], bool]
"""The row of a page, its entry, the keys that have no number yet, and whether it differs from what is there."""


def make(
    press: Press,
    output: Output,
    numbers: Mapping[Key, int],
    page: Page,
    write: bool,
    found: Found | None = None,
) -> Made:
    """Make one page, and stage it where `write` says so. What is known of the whole site is `found`."""
    (data, sheet), keys = noted(partial(press.page, page, found))
    reads = array("I", (numbers[key] for key in keys if key in numbers)).tobytes()
    indexed = digest_of(sheet.entry, main_of(data.decode())) if sheet.entry else ""
    differs = write and output.stage(page.path, data)
    unknown = tuple(key for key in keys if key not in numbers)
    return row_of(page, sheet, indexed, reads), sheet.entry, unknown, differs
