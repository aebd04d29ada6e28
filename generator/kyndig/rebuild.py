"""Build a site into a folder, and take over from the build before what has not changed.

What is taken over never decides what is right: texts are known by their bytes, a page by the answers to all that it read,
a file by the stamp it had when it was written. So the result is that of a build from nothing, byte for byte.
"""

from __future__ import annotations

import gc
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from .build import Checked, Progress, check_site, findings_of, unsearchable
from .cache import Broken, Cache, held, packed, unpacked
from .clock import Clock, timed
from .diagnostics import Diagnostic, has_errors
from .digests import digest_of
from .facts import Facts, facts
from .identity import identity
from .making import Made, make, make_parts
from .memory import Memory, PartRow, Row, name_of, seen_again
from .order import Order, Result
from .painting import paint
from .paper import printer
from .part import Part
from .pictures import painter
from .publish import Folder, Output, Stamp, Written
from .reads import Key
from .recall import recall
from .recording import unrecorded
from .render import Press
from .routes import Page
from .search import Entry, Searchable
from .survey import Found
from .unchanged import inputs, remember
from .workers import spread


def rebuild(
    order: Order, progress: Progress = lambda what, done, total: None, clock: Clock | None = None
) -> Result:
    """Build a site as ordered. The output folder must be held (`publish.locked`); raises OSError."""
    gc.disable()  # nearly everything that is made lasts to the end: looking for what does not costs a tenth
    try:
        with held(order.cache) as folder:
            return _with_cache(order, folder, progress, clock or Clock())
    finally:
        gc.enable()


def _with_cache(order: Order, folder: Path, progress: Progress, clock: Clock) -> Result:
    own = identity(order.root)
    cache = Cache(folder, own)
    try:
        if order.fresh:
            cache.clear(own)
        return _rebuild(order, cache, progress, clock)
    except Broken:
        cache.clear(own)
        return _rebuild(order, cache, progress, clock)
    finally:
        cache.close()


def _rebuild(order: Order, cache: Cache, progress: Progress, clock: Clock) -> Result:
    with clock.stage("digest"):
        asked = inputs(order)  # before anything is read: what changes meanwhile is seen the next time
    checked = check_site(
        order.root,
        order.settings,
        partial(recall, cache, workers=order.workers, clock=clock),
        clock,
        order.today,
    )
    findings = (*findings_of(checked, order.settings, order.today), *unrecorded(checked))
    if has_errors(findings):
        return Result(0, 0, Written((), 0, ()), checked.account, findings)
    with clock.stage("remember"):
        site = (checked.catalogue, checked.site, checked.words)
        paper = printer() if order.pdf else None
        drawing = painter(order.theme) if order.images else None
        press = Press.of(*site, order.settings, order.today, order.theme, printer=paper, painter=drawing)
        memory, folder = Memory.of(cache), _output(order)
        build = _Build(order, checked, press, memory, folder, clock, folder.stamps())
        now = facts(press)
        changed = memory.changed(now)
    return build.run(asked, now, changed, findings, progress)


def _output(order: Order) -> Output:
    if isinstance(order.output, Path):
        return Folder(order.output)
    from .cluster import Store

    return Store(order.output, order.cache / "desk")


@dataclass(frozen=True, slots=True)
class _Build:
    """One build under way; `there` has the stamps of all files that were in the output folder when it began."""

    order: Order
    checked: Checked
    press: Press
    memory: Memory
    folder: Output
    clock: Clock
    there: Mapping[str, Stamp]

    def run(
        self,
        asked: str,
        now: Facts,
        changed: frozenset[int],
        findings: tuple[Diagnostic, ...],
        progress: Progress,
    ) -> Result:
        pages = self.press.site.pages
        self.folder.begin(each.path for each in pages)
        staged, stale = self._pages(changed, progress)
        others = self._others(changed, stale, staged) | self._pictures(staged, progress)
        searchable = self.press.searchable(())
        with self.clock.stage("index") as counted:
            index = self._index(searchable) if searchable and self.order.index else {}
            made = {path: data for path, data in index.items() if data}
            counted[0] = len(made)
            staged |= self._stage(made)
        wanted = {*(page.path for page in pages), *others, *index}
        with self.clock.stage("write", len(staged)):
            written = self.folder.settle(staged, wanted)
        findings = findings if searchable else unsearchable(findings)
        count = sum(path.endswith(".html") for path in wanted)
        result = Result(count, len(wanted), written, self.checked.account, findings)
        with self.clock.stage("keep", len(self.memory.new)):
            self._remember(asked, now, staged, result, wanted)
        return result

    def _pages(self, changed: frozenset[int], progress: Progress) -> tuple[set[str], set[int]]:
        """Make the pages that do not stand; return the paths of those that differ, and the numbers of all made."""
        late = set(self.press.late())
        with self.clock.stage("pages") as counted:
            stale = [
                number
                for number, page in enumerate(self.press.site.pages)
                if not (self.memory.stands(page, changed) and (number in late or self._stands(page.path)))
            ]
            counted[0] = len(stale)
            return self._make(stale, late, progress), set(stale)

    def _others(self, changed: frozenset[int], stale: set[int], staged: set[str]) -> set[str]:
        """Make what speaks of all pages, and return the paths of it and of files that are only copied."""
        with self.clock.stage("lists") as counted:
            sheets = [self._row(page).sheet for page in self.press.site.pages]
            copied = {**self.checked.attachments, **dict(self.press.static.values())}
            seen = [*(each.seen for each in sheets), *self.press.look(copied)]
            staged |= self._stage(copied)
            paths = set(copied)
            papers = tuple(self._parts(tuple(self.press.papers(self.folder.read)), changed, staged))
            sizes = {path: len(data) for path, data in copied.items()}
            sizes |= {path: size for row in papers for path, size, *_ in row.files}
            parts = tuple(self.press.parts(sheets, sizes))
            for row in (*papers, *self._parts(parts, changed, staged)):
                paths.update(row.paths)
                seen += map(seen_again, row.files)
            staged |= self._late(self.press.survey(seen), stale)
            counted[0] = len(paths)
        return paths

    def _pictures(self, staged: set[str], progress: Progress) -> set[str]:
        """Make the pictures that pages are shared with, where they are wanted, and return the paths of all."""
        with self.clock.stage("pictures") as counted:
            wanted = self.press.posters(self._row(page).sheet for page in self.press.site.pages)

            def tell(done: int, total: int) -> None:
                counted[0] = done
                progress("pictures", done, total)

            own = self.press.painter, self.memory.cache, self.folder, self._stands, self.order.workers
            staged |= paint(wanted, *own, tell)
        return set(wanted)

    def _stands(self, path: str) -> bool:
        """Tell whether a file is as it was when it was last written."""
        return path in self.there and self.there[path] == self.memory.stamps.get(path)

    def _row(self, page: Page) -> Row:
        name = name_of(page)
        return self.memory.new[name][0] if name in self.memory.new else self.memory.rows[name]

    def _make(self, stale: list[int], late: set[int], progress: Progress) -> set[str]:
        """Make the pages of some numbers, and return the paths of those that differ from what is there.

        What tells of the whole site is not written yet.
        """
        pages = self.press.site.pages
        staged: set[str] = set()
        for run, made in self._runs(stale, late):
            for number, (seconds, (row, entry, unknown, differs)) in zip(
                stale[run.start : run.stop], made, strict=True
            ):
                self.clock.files.append((seconds, row.path))
                self._learn(pages[number], row, entry, unknown)
                if differs:
                    staged.add(row.path)
            progress("pages", run.stop, len(stale))
        return staged

    def _runs(self, stale: list[int], late: set[int]) -> Iterator[tuple[range, list[tuple[float, Made]]]]:
        """Yield what is made of each run of pages: by the executor that was ordered, else in every core of this machine."""
        if self.order.executor is not None:
            from .cluster import spread_out

            aside = self.folder.aside or str(self.order.cache.resolve() / "parcel")
            return spread_out(self.order.executor, aside, self.press, self.folder, stale, late)

        def job(start: int, stop: int) -> list[tuple[float, Made]]:
            self.press.forget({self.press.site.pages[number].language for number in stale[start:stop]})
            return [timed(partial(self._made, number, number not in late)) for number in stale[start:stop]]

        return spread(job, len(stale), workers=self.order.workers)

    def _made(self, number: int, write: bool, found: Found | None = None) -> Made:
        """Make one page."""
        page = self.press.site.pages[number]
        return make(self.press, self.folder, self.memory.numbers, page, write, found)

    def _learn(self, page: Page, row: Row, entry: Entry | None, unknown: Iterable[Key]) -> None:
        more = array("I", map(self.memory.number, unknown)).tobytes()
        row = replace(row, reads=row.reads + more)
        self.memory.new[name_of(page)] = row, entry

    def _stage(self, files: Mapping[str, bytes]) -> set[str]:
        return {path for path, data in files.items() if self.folder.stage(path, data)}

    def _parts(self, parts: Sequence[Part], changed: frozenset[int], staged: set[str]) -> Iterator[PartRow]:
        """Return parts as they were made before, or make them; what differs from what is there is added to `staged`."""
        rows = {part.name: self.memory.part(part.name, part.digest, changed) for part in parts}
        stale = [part for part in parts if not self._part_stands(rows[part.name])]
        for part, (row, unknown, differing) in make_parts(
            self.press, self.folder, self.memory.numbers, stale, self.order.workers
        ):
            staged.update(differing)
            rows[part.name] = self.memory.keep_row(part.name, row, unknown)
        return (row for row in rows.values() if row is not None)

    def _part_stands(self, row: PartRow | None) -> bool:
        return row is not None and all(self._stands(path) for path in row.paths)

    def _late(self, found: Found, stale: set[int]) -> set[str]:
        """Make the pages that tell of the whole site, now that the rest of it is there."""
        digest, staged = digest_of(found), set()
        told = self.memory.part("late", digest, frozenset())
        for number in self.press.late():
            page = self.press.site.pages[number]
            if told and number not in stale and self._stands(page.path):
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

    def _index(self, searchable: Searchable) -> dict[str, bytes]:
        """Return the files of the search index; without their bytes where nothing that is searched has changed."""
        pages = self.press.site.pages
        digest = digest_of(
            self.press.indexer,
            searchable.entries,
            [(self._row(each).path, self._row(each).indexed) for each in pages],
        )
        before, paths = unpacked(self.memory.cache.get("meta", "index") or packed(("", ())))
        if before == digest and all(self._stands(path) for path in paths):
            return dict.fromkeys(paths, b"")
        entries = self.memory.entries()
        found = (entry for each in pages if (entry := entries[name_of(each)]) is not None)
        made = replace(searchable, entries=(*found, *searchable.entries)).files(self.folder.read)
        self.memory.cache.put("meta", {"index": packed((digest, tuple(made)))})
        return made

    def _remember(self, asked: str, now: Facts, staged: set[str], result: Result, wanted: set[str]) -> None:
        if staged:
            time.sleep(_TICK)  # whoever changes a file after us must leave another stamp than ours
        stamps = {path: self.folder.stamp(path) if path in staged else self.there[path] for path in wanted}
        self.memory.keep(now, (name_of(each) for each in self.press.site.pages), stamps)
        remember(self.memory.cache, asked, result)
        self.memory.cache.commit()


_TICK = 0.012
"""Seconds after which the clock of a file system has moved."""
