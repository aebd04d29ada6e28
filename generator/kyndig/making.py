"""Make: one page, staged where it differs from what is there, with what must be remembered of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from functools import partial

from .digests import digest_of
from .memory import PartRow, Row, row_of
from .part import Part
from .publish import Output
from .reads import SITE, Key, noted
from .render import Press
from .routes import Page
from .search import Entry, main_of
from .survey import Found
from .workers import spread

Made = tuple[Row, Entry | None, tuple[Key, ...], bool]
"""The row of a page, its entry, the keys that have no number yet, and whether it differs from what is there."""


MadePart = tuple[PartRow, tuple[Key, ...], tuple[str, ...]]
"""The row of a part, the keys that have no number yet, and the paths of files that differ from what is there."""


def make_parts(
    press: Press, output: Output, numbers: Mapping[Key, int], parts: Sequence[Part], workers: int | None
) -> Iterator[tuple[Part, MadePart]]:
    """Make the files of parts and stage them, in every core where there are many; yield each with what was made."""

    def job(start: int, stop: int) -> list[MadePart]:
        press.forget({part.language for part in parts[start:stop]})
        return [_make_part(press, output, numbers, part) for part in parts[start:stop]]

    for run, made in spread(job, len(parts), workers=workers):
        yield from zip(parts[run.start : run.stop], made, strict=True)


def _make_part(press: Press, output: Output, numbers: Mapping[Key, int], part: Part) -> MadePart:
    files, read = noted(part.make)
    keys = (*read, SITE)
    reads = array("I", (numbers[key] for key in keys if key in numbers)).tobytes()
    row = PartRow(part.digest, reads, tuple(astuple(each) for each in press.look(files)))
    differing = tuple(path for path, data in files.items() if output.stage(path, data))
    return row, tuple(key for key in keys if key not in numbers), differing


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
