"""A site as it is between two edits: every file is made when it is first asked for, and kept."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..duties import SECURITY
from ..exports import exports, last_change
from ..render import Press, Sheet
from ..routes import Page
from ..routes.feeds import CALENDAR_SUFFIX, OPML_SUFFIX, calendar_at, feed_at
from ..search import Searchable
from ..survey import Found


@dataclass(slots=True)
class Snapshot:
    """Makes any file of a site by its path; not for several threads at once.

    Some files cannot be made before every page is there (`needs_all`), and some pages then say more than before
    (`is_late`): `advance` makes pages that nobody has asked for, and `found` is what all of them hold when they are there.
    """

    press: Press
    attachments: Mapping[str, bytes]
    made: dict[str, bytes] = field(default_factory=dict)
    early: dict[str, bytes] = field(default_factory=dict)
    """Late pages as they are as long as not all pages are there."""
    sheets: dict[int, Sheet] = field(default_factory=dict)
    found: Found | None = None
    stuck: bool = False
    """Whether a page cannot be made, so that not all of them will be."""
    indexed: bool = False
    numbers: Mapping[str, int] = field(init=False)
    late: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        """Note where every page is, and begin with the files of the theme."""
        self.numbers = {page.path: number for number, page in enumerate(self.pages)}
        self.late = frozenset(self.press.late())
        self.made |= dict(self.press.static.values())

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.press.site.pages

    def is_late(self, path: str) -> bool:
        """Tell whether a page tells what all files hold, and not all of them are known."""
        return self.found is None and not self.stuck and self.numbers.get(path) in self.late

    def needs_all(self, path: str) -> bool:
        """Tell whether a file can only be made from all pages, and not all of them are there."""
        indexer = self.press.indexer
        in_index = indexer is not None and path.startswith(f"{indexer.folder}/")
        return (
            self.found is None
            and not self.stuck
            and (in_index or path in {f"{each}/names.json" for each in self.press.readers})
        )

    def find(self, path: str) -> bytes | None:
        """Return a file, or None where there is none. Raises what a faulty template does."""
        if path not in self.made and path in self.numbers:
            return self._page(self.numbers[path])
        for make in self._others(path):
            if path in self.made:
                break
            self.made |= make
        return self.made.get(path, self.attachments.get(path))

    def moved(self, path: str, before: Snapshot) -> str:
        """Return where a page of an earlier snapshot is now, or an empty text where it is there still or no longer."""
        if path in self.numbers or path not in before.numbers:
            return ""
        page, site = before.pages[before.numbers[path]], self.press.site
        return site.page(page.key, page.language).path if site.has(page.key, page.language) else ""

    def advance(self, seconds: float) -> None:
        """Make pages for a while; when all are there, make what is made from all of them."""
        end = time.monotonic() + seconds
        for number, page in enumerate(self.pages):
            if number not in self.sheets:
                data, self.sheets[number] = self.press.page(page)
                (self.early if number in self.late else self.made)[page.path] = data
                if time.monotonic() > end:
                    return
        sheets = [self.sheets[number] for number in range(len(self.pages))]
        rest = self.press.rest(sheets, self.attachments)
        self.found = self.press.survey((*(each.seen for each in sheets), *self.press.look(rest)))
        self.made |= rest

    def searchable(self) -> Searchable | None:
        """Return what the search index can be made of, when all pages are there."""
        for number in self.late:
            self._page(number)
        return self.press.searchable(self.sheets[number] for number in range(len(self.pages)))

    def _page(self, number: int) -> bytes:
        page, kept = (
            self.pages[number],
            self.early if self.found is None and number in self.late else self.made,
        )
        if page.path not in kept:
            kept[page.path], self.sheets[number] = self.press.page(page, self.found)
        return kept[page.path]

    def _others(self, path: str) -> Iterator[Mapping[str, bytes]]:
        """Yield the files among which one may be, a few more each time."""
        yield dict(self.press.alone())
        language = path.partition("/")[0]
        if "/feeds/" in path or path.endswith(OPML_SUFFIX):
            wanted = (f"feed {language} {feed_at(path)}", f"opml {language}")
            yield from (part.make() for part in self.press.following() if part.name in wanted)
        if path.endswith(CALENDAR_SUFFIX):
            name = f"calendar {language} {calendar_at(path)}"
            yield from (part.make() for part in self.press.calendars() if part.name == name)
        if "/" not in path or path == SECURITY:
            first = next(iter(self.press.readers.values()))
            yield exports(first, (last_change(first, page) for page in self.pages))
