"""The feeds in a real reader: newsboat takes every entry, under its own identifier, and none twice."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from pathlib import Path

import feedparser
import pytest

from .conftest import Whole

pytestmark = pytest.mark.skipif(
    shutil.which("newsboat") is None, reason="newsboat is not installed: apt-get install newsboat"
)
FEEDS = ("da/feeds/courses.rss", "nb/feeds/all.atom", "en/feeds/news.rss", "en/feeds/curricula.atom")


def read_with_newsboat(folder: Path, whole: Whole) -> dict[str, dict[str, str]]:
    """Let newsboat read the feeds once, and return title by identifier for each."""
    addresses = {}
    for feed in FEEDS:
        path = folder / feed.replace("/", "-")
        path.write_bytes(whole.files[feed])
        addresses[feed] = path.as_uri()
    (folder / "urls").write_text("".join(f"{address}\n" for address in addresses.values()))
    command = ["newsboat", "-C", "/dev/null", "-u", "urls", "-c", "cache.db", "-x", "reload"]
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, timeout=60)
    with sqlite3.connect(folder / "cache.db") as cache:
        rows = cache.execute("select feedurl, guid, title from rss_item").fetchall()
    cache.close()
    return {
        feed: {guid: title for url, guid, title in rows if url == address}
        for feed, address in addresses.items()
    }


def test_newsboat_takes_every_entry_once(whole: Whole, tmp_path: Path) -> None:
    expected = {
        feed: {each.id: each.title for each in feedparser.parse(whole.files[feed]).entries} for feed in FEEDS
    }
    # The news of the English feed are entries of no other feed here, so nothing may be taken for a repetition.
    assert read_with_newsboat(tmp_path, whole) == expected


def test_reading_again_brings_nothing_new(whole: Whole, tmp_path: Path) -> None:
    assert read_with_newsboat(tmp_path, whole) == read_with_newsboat(tmp_path, whole)
