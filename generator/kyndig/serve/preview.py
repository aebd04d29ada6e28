"""What browsers are shown: the last good site, the faults since, and word of everything new."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from ..diagnostics import Diagnostic
from .faults import fault_of
from .snapshot import Snapshot

_PATIENCE = 1.5
"""Seconds that a page may wait for all others to be made, where it tells of them."""
_TURN = 0.05
"""Seconds for which pages are made that nobody waits for, before others have their turn."""
_KEPT = 200
"""Pages that are kept as they were last good."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is answered for a path: no `data` where nothing can be shown; `moved` leads to where a page went."""

    status: int
    data: bytes | None
    digest: str
    faults: tuple[Diagnostic, ...] = ()
    moved: str = ""


@dataclass(slots=True)
class Preview:
    """The site that is shown, for any number of threads; only one of them works on it at a time.

    `root` and `theme` are folders that faults are told by. `findings` are the errors in the content as it is now, while
    `site` is as it was without any. `ticks` counts everything that browsers may want to know.
    """

    root: Path = Path()
    theme: Path = Path()
    base: str = "/"
    site: Snapshot | None = None
    before: Snapshot | None = None
    findings: tuple[Diagnostic, ...] = ()
    ticks: int = 0
    good: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    work: threading.RLock = field(default_factory=threading.RLock)
    indexing: threading.Lock = field(default_factory=threading.Lock)
    news: threading.Condition = field(default_factory=threading.Condition)
    completing: Snapshot | None = None

    def take(self, site: Snapshot | None, findings: Iterable[Diagnostic], base: str | None = None) -> None:
        """Show another site, or the same with other findings, and wake the browsers."""
        self.findings = tuple(each for each in findings if each.severity == "error")
        if site is not None:
            self.before, self.site = self.site, site
        self.base = self.base if base is None else base
        self.tick()

    def tick(self) -> None:
        """Say that there is something to know."""
        with self.news:
            self.ticks += 1
            self.news.notify_all()

    def wait(self, since: int, seconds: float) -> int:
        """Return the number of the latest news, waiting a while for some after `since`."""
        with self.news:
            self.news.wait_for(lambda: self.ticks != since, seconds)
            return self.ticks

    def look(self, path: str) -> Shown:
        """Return what there is at a path: a file, the page for a wrong address, or the last that was good."""
        self._prepare(path)
        with self.work:
            site, before = self.site, self.before
            if site is None:
                return Shown(503, None, "", self.findings)
            try:
                moved = site.moved(path, before) if before else ""
                status, data = _find(site, path)
            except Exception as error:  # of a template, which may do anything wrong
                fault = fault_of(error, self.root, self.theme)
                status, data = self.good.get(path, (500, None))
                return Shown(status, data, _digest(data), (*self.findings, fault))
            self._keep(path, status, data)
            return Shown(status, data, _digest(data), self.findings, moved)

    def progress(self) -> tuple[int, int] | None:
        """Return how many pages of how many are there, while all are being made."""
        site = self.completing
        return (len(site.sheets), len(site.pages)) if site is not None and site is self.site else None

    def _prepare(self, path: str) -> None:
        """Let everything be made first that a path needs; do not wait long for a page that can be shown without."""
        site = self.site
        while site is not None and site.needs_all(path):
            self._complete(site, 60)
            site = self.site
        if site is not None and site.is_late(path):
            self._complete(site, _PATIENCE)
        if site is not None and site.found is not None:
            self._index(site, path)

    def _complete(self, site: Snapshot, seconds: float) -> None:
        """Let all pages of a site be made, and wait for it a while, or until there is another site."""
        with self.news:
            if self.completing is not site:
                self.completing = site
                threading.Thread(target=self._make_all, args=(site,), daemon=True).start()
            self.news.wait_for(lambda: self.completing is not site, seconds)

    def _make_all(self, site: Snapshot) -> None:
        told = time.monotonic()
        while site.found is None and site is self.site:
            try:
                with self.work:
                    site.advance(_TURN)
            except Exception:  # whoever looks at that page is told
                site.stuck = True
                break
            time.sleep(0.002)  # let others have the lock
            if time.monotonic() > told + 0.3:
                told = time.monotonic()
                self.tick()
        with self.news:
            self.completing = None if self.completing is site else self.completing
        self.tick()

    def _index(self, site: Snapshot, path: str) -> None:
        """Make the search index when it is first asked for; that takes long, and nothing else waits for it."""
        indexer = site.press.indexer
        if indexer is None or not path.startswith(f"{indexer.folder}/"):
            return
        with self.indexing:
            if site.indexed:
                return
            with self.work:
                searchable = site.searchable()
            made = searchable.files(dict(site.made).__getitem__) if searchable is not None else {}
            with self.work:
                site.made |= made
                site.indexed = True

    def _keep(self, path: str, status: int, data: bytes | None) -> None:
        if data is not None:
            self.good.pop(path, None)
            self.good[path] = status, data
            if len(self.good) > _KEPT:
                del self.good[next(iter(self.good))]


def _find(site: Snapshot, path: str) -> tuple[int, bytes | None]:
    for name in (path, f"{path}/index.html"):
        if (data := site.find(name)) is not None:
            return 200, data
    nearest = (f"{path.split('/')[0]}/404.html", "404.html")
    return 404, next((found for name in nearest if (found := site.find(name)) is not None), None)


def _digest(data: bytes | None) -> str:
    return "" if data is None else blake2b(data, digest_size=10).hexdigest()
