"""How long an author waits for the preview: from the start to the first page, and from an edit to the browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

from kyndig.locales.slugs import slugify
from kyndig.resources import shared

from ..browser_site import NoBrowser, chromium
from .corpus import Corpus
from .kyndig_site import write_site

SIZES = (1_000, 10_000)
TIMES = 3

# Kept in the tab, and read when the new page stands: when the word of it came.
_LISTEN = """
window.came = 0;
new EventSource(`/~kyndig/events?path=${location.pathname}&shown=${document.querySelector("[data-kyndig]").dataset.kyndig}`)
  .addEventListener("page", () => { window.came ||= Date.now(); });
"""


def report(sizes: Iterable[int] = SIZES) -> str:
    """Return a table of seconds for sites of some numbers of pages, or the reason why there is none."""
    lines = [
        "Preview: seconds (median of three; event: the browser is told, shown: the new page stands)",
        "",
        "| pages | start, nothing read before | start again | body: event | shown | title: shown | template: event | shown |",
        "|---|---|---|---|---|---|---|---|",
    ]
    try:
        with chromium() as browser:
            lines += [_row(size, browser) for size in sizes]
    except NoBrowser as reason:
        return f"Preview: {reason}.\n"
    return "\n".join(lines) + "\n"


def _row(size: int, browser: Any) -> str:
    with TemporaryDirectory(prefix="kyndig-preview-") as name:
        root = Path(name)
        write_site(Corpus.of_pages(size), root)
        copytree(shared("themes") / "kyndig", root / "own")
        with (root / "publishconf.py").open("a", encoding="utf-8") as settings:
            settings.write('THEME = "own"\n')
        text = root / "content" / "courses" / "course-1.md"
        title = re.search(r'(?m)^title: "(.*)"', text.read_text("utf-8"))
        assert title
        path = f"/da/kurser/{slugify(title[1], 'da')}.html"
        with _serving(root, browser, path) as (_, first):
            pass
        with _serving(root, browser, path) as (page, again):
            figures = [first, again, *_edits(page, text, root / "own" / "templates" / "base.html", title[1])]
    return f"| {size} | " + " | ".join(f"{each:.2f}" for each in figures) + " |"


def _edits(page: Any, text: Path, template: Path, title: str) -> Iterator[float]:
    """Yield the figures of each kind of edit; an edit of a title moves the page, which is told in one step."""
    body = [_edit(page, text, lambda now, mark: f"{now}\n{mark}\n") for _ in range(TIMES)]
    yield from (_median(event for event, _ in body), _median(shown for _, shown in body))
    titles = [
        _edit(page, text, lambda now, mark: now.replace(title, f"{title} {mark}")) for _ in range(TIMES)
    ]
    yield _median(shown for _, shown in titles)
    theme = [
        _edit(page, template, lambda now, mark: now.replace("</footer>", f"<p>{mark}</p></footer>"))
        for _ in range(TIMES)
    ]
    yield from (_median(event for event, _ in theme), _median(shown for _, shown in theme))


def _edit(page: Any, file: Path, change: Callable[[str, str], str]) -> tuple[float, float]:
    """Edit a file and take it back; return when the browser was told, and when it showed it."""
    before, address = file.read_text("utf-8"), page.url
    mark = f"Mark{time.monotonic_ns()}"
    page.evaluate(_LISTEN)
    began = time.time()
    file.write_text(change(before, mark), "utf-8")
    page.wait_for_function("mark => document.body.textContent.includes(mark)", arg=mark, timeout=120_000)
    shown = time.time() - began
    came = page.evaluate("window.came ?? 0") / 1000 - began
    time.sleep(0.5)
    file.write_text(before, "utf-8")
    page.wait_for_function("mark => !document.body.textContent.includes(mark)", arg=mark, timeout=120_000)
    page.wait_for_timeout(4_000)  # the look at the whole site that follows is no part of the next figure
    page.goto(address)
    return came, shown


@contextmanager
def _serving(root: Path, browser: Any, path: str) -> Iterator[tuple[Any, float]]:
    """Serve a site by the command of a reader, and open one page; gives it, and after how many seconds it stood."""
    began = time.time()
    command = [sys.executable, "-m", "kyndig", "serve", "--port", "0", "--date", "2026-11-22"]
    place = {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, cwd=root, stderr=subprocess.PIPE, text=True, env=os.environ | place
    ) as process:
        assert process.stderr is not None
        try:
            address = next(found[0] for line in process.stderr if (found := re.search(r"http://[^/]*", line)))
            page = browser.new_page()
            page.goto(address + path)
            yield page, time.time() - began
            page.close()
        finally:
            process.terminate()


def _median(values: Iterable[float]) -> float:
    found = sorted(values)
    return found[len(found) // 2]
