"""Build a site into a folder, and take over from the build before what has not changed.

What is taken over never decides what is right: texts are known by their bytes, a page by the answers to all that it read,
a file by the stamp it had when it was written. So the result is that of a build from nothing, byte for byte.
"""

from __future__ import annotations

import gc
import time
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b

from .build import Checked, check_site, findings_of, unsearchable
from .cache import Broken, Cache, packed, unpacked
from .diagnostics import Diagnostic, has_errors
from .facts import Facts, facts
from .identity import identity
from .memory import Memory, PartRow, Row, name_of, row_of, seen_again
from .order import Order, Result
from .publish import Folder, Stamp, Written
from .reads import SITE, Key, noted
from .recall import recall
from .render import Part, Press
from .routes import Page
from .search import Entry, Searchable, main_of
from .survey import Found
from .unchanged import inputs, remember
from .workers import spread

Progress = Callable[[str, int, int], None]


def rebuild(order: Order, progress: Progress = lambda what, done, total: None) -> Result:
    """Build a site as ordered. The output folder must be held (`publish.locked`); raises OSError."""
    own = identity(order.root)
    cache = Cache(order.cache, own)
    gc.disable()  # nearly everything that is made lasts to the end: looking for what does not costs a tenth
    try:
        if order.fresh:
            cache.clear(own)
        return _rebuild(order, cache, progress)
    except Broken:
        cache.clear(own)
        return _rebuild(order, cache, progress)
    finally:
        gc.enable()
        cache.close()


def _rebuild(order: Order, cache: Cache, progress: Progress) -> Result:
    asked = inputs(order)  # before anything is read: what changes meanwhile is seen the next time
    checked = check_site(order.root, order.settings, partial(recall, cache))
    findings = findings_of(checked, order.settings, order.today)
    if has_errors(findings):
        return Result(0, 0, Written((), 0, ()), checked.account, findings)
    press = Press.of(checked.catalogue, checked.site, checked.words, order.settings, order.today, order.theme)
    return _Build(order, checked, press, Memory.of(cache), Folder(order.output), asked).run(
        findings, progress
    )


@dataclass(frozen=True, slots=True)
class _Build:
    order: Order
    checked: Checked
    press: Press
    memory: Memory
    folder: Folder
    asked: str

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
        rest = {**self.checked.attachments, **dict(self.press.static.values())}
        seen = [*(each.seen for each in sheets), *self.press.look(rest)]
        staged |= self._stage(rest)
        parts: set[str] = set()
        for part in self.press.parts(sheets):
            row = self._part(part, changed, there, staged)
            parts.update(row.paths)
            seen += map(seen_again, row.files)
        staged |= self._late(self.press.survey(seen), set(stale), there)
        searchable = self.press.searchable(())
        index = self._index(searchable, there) if searchable and self.order.index else {}
        staged |= self._stage({path: data for path, data in index.items() if data})
        wanted = {*(page.path for page in pages), *rest, *parts, *index}
        written = self.folder.settle(staged, wanted)
        findings = findings if searchable else unsearchable(findings)
        count = sum(path.endswith(".html") for path in wanted)
        result = Result(count, len(wanted), written, self.checked.account, findings)
        self._remember(now, staged, there, result, wanted)
        return result

    def _stands(self, path: str, there: Mapping[str, Stamp]) -> bool:
        """Tell whether a file is as it was when it was last written."""
        return path in there and there[path] == self.memory.stamps.get(path)

    def _row(self, page: Page) -> Row:
        name = name_of(page)
        return self.memory.new[name][0] if name in self.memory.new else self.memory.rows[name]

    def _make(self, stale: list[int], late: set[int], progress: Progress) -> set[str]:
        """Make the pages of some numbers, in every core, and return the paths of those that differ from what is there.

        What tells of the whole site is not written yet.
        """

        def job(start: int, stop: int) -> list[tuple[Row, Entry | None, tuple[Key, ...], bool]]:
            return [self._made(number, number not in late) for number in stale[start:stop]]

        staged: set[str] = set()
        for run, made in spread(job, len(stale), workers=self.order.workers):
            for number, (row, entry, unknown, differs) in zip(stale[run.start : run.stop], made, strict=True):
                self._learn(self.press.site.pages[number], row, entry, unknown)
                if differs:
                    staged.add(row.path)
            progress("pages", run.stop, len(stale))
        return staged

    def _made(
        self, number: int, write: bool, found: Found | None = None
    ) -> tuple[Row, Entry | None, tuple[Key, ...], bool]:
        """Make one page; return its row, its entry, the keys that have no number yet, and whether it differs."""
        page = self.press.site.pages[number]
        (data, sheet), keys = noted(partial(self.press.page, page, found))
        numbers = self.memory.numbers
        reads = array("I", (numbers[key] for key in keys if key in numbers)).tobytes()
        indexed = _digest(sheet.entry, main_of(data.decode())) if sheet.entry else ""
        differs = write and self.folder.stage(page.path, data)
        unknown = tuple(key for key in keys if key not in numbers)
        return row_of(page, sheet, indexed, reads), sheet.entry, unknown, differs

    def _learn(self, page: Page, row: Row, entry: Entry | None, unknown: Iterable[Key]) -> None:
        more = array("I", map(self.memory.number, unknown)).tobytes()
        row = Row(row.path, row.title, row.changed, row.seen, row.indexed, row.reads + more)
        self.memory.new[name_of(page)] = row, entry

    def _stage(self, files: Mapping[str, bytes]) -> set[str]:
        return {path for path, data in files.items() if self.folder.stage(path, data)}

    def _part(
        self, part: Part, changed: frozenset[int], there: Mapping[str, Stamp], staged: set[str]
    ) -> PartRow:
        """Return a part as it was made before, or make it; what differs from what is there is added to `staged`."""
        row = self.memory.part(part.name, part.digest, changed)
        if row is None or not all(self._stands(path, there) for path in row.paths):
            files, keys = noted(part.make)
            staged |= self._stage(files)
            row = self.memory.keep_part(part.name, part.digest, (*keys, SITE), self.press.look(files))
        return row

    def _late(self, found: Found, stale: set[int], there: Mapping[str, Stamp]) -> set[str]:
        """Make the pages that tell of the whole site, now that the rest of it is there."""
        digest, staged = _digest(found), set()
        told = self.memory.part("late", digest, frozenset())
        for number in self.press.late():
            page = self.press.site.pages[number]
            if told and number not in stale and self._stands(page.path, there):
                continue
            row, entry, _, differs = self._made(number, write=True, found=found)
            first = self._row(page)
            self.memory.new[name_of(page)] = (
                Row(first.path, row.title, row.changed, first.seen, row.indexed, first.reads),
                entry,
            )
            if differs:
                staged.add(page.path)
        self.memory.keep_part("late", digest, (), ())
        return staged

    def _index(self, searchable: Searchable, there: Mapping[str, Stamp]) -> dict[str, bytes]:
        """Return the files of the search index; without their bytes where nothing that is searched has changed."""
        pages = self.press.site.pages
        digest = _digest(
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
        self, now: Facts, staged: set[str], there: Mapping[str, Stamp], result: Result, wanted: set[str]
    ) -> None:
        if staged:
            time.sleep(_TICK)  # whoever changes a file after us must leave another stamp than ours
        stamps = {path: self.folder.stamp(path) if path in staged else there[path] for path in wanted}
        self.memory.keep(now, (name_of(each) for each in self.press.site.pages), stamps)
        remember(self.memory.cache, self.asked, result)
        self.memory.cache.commit()


_TICK = 0.012
"""Seconds after which the clock of a file system has moved."""


def _digest(*values: object) -> str:
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
