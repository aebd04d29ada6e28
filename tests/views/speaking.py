"""Readers of small sites, for views: from content that is made in a test, or from the files of a case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kyndig.build import build
from kyndig.catalogue import Catalogue, link
from kyndig.diagnostics import Place
from kyndig.findings import Noticed
from kyndig.locales.catalogues import read_catalogue
from kyndig.model.words import Text
from kyndig.records import Entry, Spot
from kyndig.records.entry import Details, Kept
from kyndig.resources import shared, theme_folder
from kyndig.routes import SEGMENTS, route
from kyndig.settings import Settings
from kyndig.views import Reader
from site_cases import SETTINGS, Case

TODAY = date(2026, 11, 22)
WORDS = read_catalogue(shared("i18n") / "en.po")


def words(text: str) -> Text:
    return Text((("en", text),))


def entry(kind: str, name: str, value: Any) -> Entry:
    """Return a record as if it stood in a file of its own."""
    path = f"content/{kind}/{name}.yaml"
    return Entry(kind, name, value, (("en", path),), Kept(Details({(): Spot(Place(path), name)})))


def reader_of(entries: Iterable[Entry], today: date = TODAY) -> Reader:
    """Return a reader of English for a site of some entries, in which nothing is wrong."""
    catalogue: Catalogue
    catalogue, faults = link(list(entries), ("en",))
    assert faults == ()
    segments = {"en": lambda name: WORDS.gettext(SEGMENTS[name])}
    site, found = route(catalogue, segments, "https://example.org")
    assert found == ()
    return Reader("en", catalogue, site, WORDS, today, Settings(languages=("en",)), Noticed(catalogue, today))


def pages_of(case: Path, today: date = TODAY, **texts: str) -> dict[str, str]:
    """Build the site of a case, with some texts replaced (`old=new` over all its files), and return its text files."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        Case.read(case).lay_out(root)
        for path in root.rglob("*.*"):
            text = before = path.read_text("utf-8")
            for old, new in texts.items():
                text = text.replace(old, new)
            if text != before:
                path.write_text(text, "utf-8")
        built = build(root, SETTINGS, today, theme_folder(SETTINGS.theme, root))
    assert not built.failed, built.diagnostics
    return {path: data.decode() for path, data in built.files.items() if path.endswith((".html", ".csv"))}
