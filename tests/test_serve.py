"""The preview: the site from memory, faults over the page, and word to the browser when there is something new."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from kyndig.scaffold import init
from kyndig.serve import EVENTS, Preview, rebuild, start, watched

TODAY = date(2026, 11, 22)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    init(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def preview() -> Preview:
    return Preview()


@pytest.fixture
def address(preview: Preview) -> Iterator[str]:
    server = start(preview, 0)
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def get(address: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read().decode()


def build(preview: Preview, site: Path) -> str:
    console = Console(file=StringIO(), width=200)
    rebuild(preview, site / "publishconf.py", TODAY, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_pages_and_files_are_served(preview: Preview, site: Path, address: str) -> None:
    build(preview, site)
    status, media, text = get(address + "/da/")
    assert (status, media) == (200, "text/html; charset=utf-8")
    assert get(address + "/da/kurser")[0] == 200, "as servers do, a folder is found without its slash"
    assert '<html lang="da">' in text
    assert get(address + "/robots.txt")[1] == "text/plain; charset=utf-8"


def test_a_page_that_is_missing_answers_404_in_the_language_of_its_address(
    preview: Preview, site: Path, address: str
) -> None:
    build(preview, site)
    status, _, text = get(address + "/nb/nope.html")
    assert status == 404
    assert '<html lang="nb">' in text
    assert get(address + "/nope")[0] == 404


def test_a_fault_stands_over_the_last_good_page_and_in_the_terminal(
    preview: Preview, site: Path, address: str
) -> None:
    build(preview, site)
    page = next((site / "content" / "pages").glob("*.md"))
    good = page.read_text("utf-8")
    page.write_text(good.replace("title:", "titel:"), "utf-8")
    assert "key.unknown" in build(preview, site)
    status, _, text = get(address + "/da/")
    assert status == 200
    assert "did you mean &quot;title&quot;?" in text
    page.write_text(good, "utf-8")
    build(preview, site)
    assert "did you mean" not in get(address + "/da/")[2]


def test_faulty_settings_are_shown_too(preview: Preview, site: Path) -> None:
    (site / "publishconf.py").write_text("SITENAME = 1 +\n", "utf-8")
    assert "settings.syntax" in build(preview, site)
    assert preview.findings


def test_the_browser_is_told_of_a_new_build(preview: Preview, site: Path, address: str) -> None:
    build(preview, site)
    heard: list[str] = []

    def listen() -> None:
        with urllib.request.urlopen(f"{address}{EVENTS}?since=1", timeout=20) as answer:
            heard.extend(answer.readline().decode() for _ in range(2))

    listener = threading.Thread(target=listen)
    listener.start()
    build(preview, site)
    listener.join(20)
    assert heard == ["event: built\n", "data: 2\n"]


def test_it_watches_content_theme_words_and_settings(site: Path) -> None:
    names = {path.name for path in watched(site, site / "publishconf.py")}
    assert names == {"content", "kyndig", "i18n", "publishconf.py"}
    (site / "publishconf.py").write_text("x =", "utf-8")
    assert "publishconf.py" in {path.name for path in watched(site, site / "publishconf.py")}
