"""Build a site into a folder, and take over from the build before what has not changed.

What is taken over never decides what is right: texts are known by their bytes, a page by the answers to all that it read,
a file by the stamp it had when it was written. So the result is that of a build from nothing, byte for byte.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from .build import Account, Checked, check_site, findings_of, unsearchable
from .cache import Broken, Cache, packed, unpacked
from .diagnostics import Diagnostic, has_errors
from .facts import Facts, facts
from .identity import identity
from .making import Made, digest_of, make
from .memory import Memory, Row, name_of
from .publish import Folder, Output, Stamp, Written
from .reads import Key
from .recall import recall
from .render import Press, Sheet
from .routes import Page
from .search import Entry, Searchable
from .settings import Settings
from .survey import Found
from .workers import spread


@dataclass(frozen=True, slots=True)
class Result:
    """What a build did: `pages` and `files` count those of the site; nothing was written where it `failed`."""

    pages: int
    files: int
    written: Written
    account: Account
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        return has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and where to.

    `root` is the folder of `publishconf.py`, `today` decides which courses are past, `cache` is the file of the cache.
    `output` is a folder, or an address that fsspec knows. Pages are made by the `executor` where there is one (`cluster`).
    `fresh` forgets what is in it, `index` asks for the search index too; `workers` is how many processes to use, one
    for each core where it is None.
    """

    root: Path
    settings: Settings
    today: date
    theme: Path
    output: Path | str
    cache: Path
    fresh: bool = False
    index: bool = True
    workers: int | None = None
    executor: Executor | None = None


Progress = Callable[[str, int, int], None]


def rebuild(order: Order, progress: Progress = lambda what, done, total: None) -> Result:
    """Build a site as ordered. The output folder must be held (`publish.locked`); raises OSError."""
    own = identity(order.root)
    cache = Cache(order.cache, own)
    try:
        if order.fresh:
            cache.clear(own)
        return _rebuild(order, cache, progress)
    except Broken:
        cache.clear(own)
        return _rebuild(order, cache, progress)
    finally:
        cache.close()


def _rebuild(order: Order, cache: Cache, progress: Progress) -> Result:
    checked = check_site(order.root, order.settings, partial(recall, cache))
    findings = findings_of(checked, order.settings, order.today)
    if has_errors(findings):
        return Result(0, 0, Written((), 0, ()), checked.account, findings)
    press = Press.of(checked.catalogue, checked.site, checked.words, order.settings, order.today, order.theme)
    return _Build(order, checked, press, Memory.of(cache), _output(order)).run(findings, progress)


def _output(order: Order) -> Output:
    if isinstance(order.output, Path):
        return Folder(order.output)
    from .cluster import Store

    return Store(order.output, order.cache.parent / "desk")


@dataclass(frozen=True, slots=True)
class _Build:
    order: Order
    checked: Checked
    press: Press
    memory: Memory
    folder: Output

    def run(self, findings: tuple[Diagnostic, ...], progress: Progress) -> Result:
        pages, memory = self.press.site.pages, self.memory
        now, there = facts(self.press), self.folder.stamps()
        changed = memory.changed(now)
        late = set(self.press.late())
        self.folder.begin(each.path for each in pages)
        stale = [
            number
            for number, page in enumerate(pages)
            if not (memory.stands(page, changed) and (number in late or self._stands(page.path, there)))
        ]
        staged = self._make(stale, late, progress)
        sheets = [self._row(page).sheet for page in pages]
        rest = {**self.checked.attachments, **self.press.rest(sheets)}
        staged |= self._late(sheets, rest, there)
        staged |= {path for path, data in rest.items() if self.folder.stage(path, data)}
        searchable = self.press.searchable(())
        index = self._index(searchable, there) if searchable and self.order.index else {}
        staged |= {path for path, data in index.items() if data and self.folder.stage(path, data)}
        wanted = {*(page.path for page in pages), *rest, *index}
        written = self.folder.settle(staged, wanted)
        self._remember(now, staged, there, wanted)
        findings = findings if searchable else unsearchable(findings)
        count = sum(path.endswith(".html") for path in wanted)
        return Result(count, len(wanted), written, self.checked.account, findings)

    def _stands(self, path: str, there: Mapping[str, Stamp]) -> bool:
        """Tell whether a file is as it was when it was last written."""
        return path in there and there[path] == self.memory.stamps.get(path)

    def _row(self, page: Page) -> Row:
        name = name_of(page)
        return self.memory.new[name][0] if name in self.memory.new else self.memory.rows[name]

    def _make(self, stale: list[int], late: set[int], progress: Progress) -> set[str]:
        """Make the pages of some numbers, and return the paths of those that differ from what is there.

        What tells of the whole site is not written yet.
        """
        staged: set[str] = set()
        for run, made in self._runs(stale, late):
            for number, (row, entry, unknown, differs) in zip(stale[run.start : run.stop], made, strict=True):
                self._learn(self.press.site.pages[number], row, entry, unknown)
                if differs:
                    staged.add(row.path)
            progress("pages", run.stop, len(stale))
        return staged

    def _runs(self, stale: list[int], late: set[int]) -> Iterator[tuple[range, list[Made]]]:
        """Yield what is made of each run of pages: by the executor that was ordered, else in every core of this machine."""
        if self.order.executor is not None:
            from .cluster import spread_out

            aside = self.folder.aside or str(self.order.cache.parent.resolve() / "snapshot")
            return spread_out(self.order.executor, aside, self.press, self.folder, stale, late)

        def job(start: int, stop: int) -> list[Made]:
            return [self._made(number, number not in late) for number in stale[start:stop]]

        return spread(job, len(stale), workers=self.order.workers)

    def _made(self, number: int, write: bool, found: Found | None = None) -> Made:
        page = self.press.site.pages[number]
        return make(self.press, self.folder, self.memory.numbers, page, write, found)

    def _learn(self, page: Page, row: Row, entry: Entry | None, unknown: Iterable[Key]) -> None:
        more = array("I", map(self.memory.number, unknown)).tobytes()
        row = Row(row.path, row.title, row.changed, row.seen, row.indexed, row.reads + more)
        self.memory.new[name_of(page)] = row, entry

    def _late(self, sheets: list[Sheet], rest: Mapping[str, bytes], there: Mapping[str, Stamp]) -> set[str]:
        """Make the pages that tell of the whole site, now that the rest of it is there."""
        found = self.press.survey(sheets, rest)
        staged = set()
        for number in self.press.late():
            page = self.press.site.pages[number]
            row, entry, _, differs = self._made(number, write=True, found=found)
            first = self._row(page)
            self.memory.new[name_of(page)] = (
                Row(first.path, row.title, row.changed, first.seen, row.indexed, first.reads),
                entry,
            )
            if differs:
                staged.add(page.path)
        return staged

    def _index(self, searchable: Searchable, there: Mapping[str, Stamp]) -> dict[str, bytes]:
        """Return the files of the search index; without their bytes where nothing that is searched has changed."""
        pages = self.press.site.pages
        digest = digest_of(
            self.press.indexer,
            searchable.entries,
            [(self._row(each).path, self._row(each).indexed) for each in pages],
        )
        before, paths = unpacked(self.memory.cache.get("meta", "index") or packed(("", ())))
        if before == digest and all(self._stands(path, there) for path in paths):
            return dict.fromkeys(paths, b"")
        entries = self.memory.entries()
        found = (entry for each in pages if (entry := entries[name_of(each)]) is not None)
        made = replace(searchable, entries=(*found, *searchable.entries)).files(self.folder.read)
        self.memory.cache.put("meta", {"index": packed((digest, tuple(made)))})
        return made

    def _remember(
        self, now: Facts, staged: set[str], there: Mapping[str, Stamp], wanted: set[str]
    ) -> dict[str, Stamp]:
        if staged:
            time.sleep(_TICK)  # whoever changes a file after us must leave another stamp than ours
        stamps = {path: self.folder.stamp(path) if path in staged else there[path] for path in wanted}
        self.memory.keep(now, (name_of(each) for each in self.press.site.pages), stamps)
        self.memory.cache.commit()
        return stamps


_TICK = 0.012
"""Seconds after which the clock of a file system has moved."""
