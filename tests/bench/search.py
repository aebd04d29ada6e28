"""How many of the queries find their page among the first three results, ours and Pagefind's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kyndig.build import build, check_site
from kyndig.resources import theme_folder
from kyndig.search import engine
from kyndig.settings import read_settings

from ..browser_site import NoBrowser, chromium, served
from ..search.found import ours, plain, plain_files, table

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)


def report(missed: bool = False) -> str:
    """Return a table, and on demand the queries that were missed; or the reason why there is none."""
    indexer = engine()
    if indexer is None:
        return "Search: Pagefind's program does not run on this machine.\n"
    settings = read_settings(ROOT / "publishconf.py")
    built = build(ROOT, settings, TODAY, theme_folder(settings.theme, ROOT))
    site = check_site(ROOT, settings).site
    files = {**built.indexed().files, **plain_files(indexer, built.files)}
    try:
        with served(files) as address, chromium() as browser:
            by = {"ours": list(ours(browser, address, site)), "Pagefind": list(plain(browser, address, site))}
    except NoBrowser as reason:
        return f"Search: {reason}.\n"
    lines = ["Search: the page that is meant is among the first three results", "", *table(by)]
    if missed:
        lines += ["", "Missed:"]
        lines += [
            f"{each.query.language} {each.query.kind}: {each.query.text} → {', '.join(each.first) or 'nothing'}"
            for each in by["ours"]
            if not each.found
        ]
    return "\n".join(lines) + "\n"
