"""One page of each kind, whole: what a change does to pages is seen in review.

The pages are those of the site that `kyndig init` starts. After a change that is meant, `RENEW=1 make test` writes
them anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kyndig.build import build, check_site
from kyndig.resources import theme_folder
from kyndig.scaffold import init
from kyndig.settings import read_settings
from kyndig.views.registry import MAKERS

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("da", "nb", "en")
DAY = date(2026, 11, 22)


@cache
def pages() -> dict[str, str]:
    """One page a kind, the kinds taking turns in the three languages; theme files without their digest."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        init(site)
        settings = read_settings(site / "publishconf.py")
        built = build(site, settings, DAY, theme_folder(settings.theme, site))
        checked = check_site(site, settings, today=DAY)
    chosen: dict[str, str] = {}
    for number, kind in enumerate(MAKERS):
        language = LANGUAGES[number % 3]
        page = next(each for each in checked.site.pages if each.kind == kind and each.language == language)
        text = built.files[page.path].decode()
        text = re.sub(r"(theme/[a-z/-]+)\.[0-9a-f]{10}\.", r"\1.DIGEST.", text)
        chosen[kind] = re.sub(r"/search/\d[\d.]*/", "/search/VERSION/", text)
    return chosen


@pytest.mark.parametrize("kind", MAKERS)
def test_a_page_of_each_kind_is_as_it_was(kind: str) -> None:
    path = GOLDEN / f"{kind}.html"
    if os.environ.get("RENEW"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(pages()[kind], "utf-8")
    assert pages()[kind] == path.read_text("utf-8")


def test_no_golden_page_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.html")} == set(MAKERS)
