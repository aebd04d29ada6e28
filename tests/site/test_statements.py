"""A site with every duty of a public body: its pages keep the rules of all pages, and lead to the statements."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest

from kyndig.build import build, check_site
from kyndig.resources import theme_folder
from kyndig.scaffold import init
from kyndig.settings import read_settings

from . import test_pages
from .conftest import TODAY, Whole

DANISH, NORWEGIAN = "https://was.digst.dk/example-org", "https://uustatus.no/nb/erklaringer/publisert/0"
FOOT = {"da": "Tilgængelighedserklæring", "nb": "Tilgjengelighetserklæring", "en": "Accessibility statement"}
OWN = {"da": "/da/tilgaengelighed.html", "nb": "/nb/tilgjengelighet.html", "en": "/en/accessibility.html"}
COUNTED = "test_every_page_parses_without_an_error"
"""Counts the pages of the site of this repository."""

RULES = [
    rule
    for name, rule in vars(test_pages).items()
    if name.startswith("test_")
    and name != COUNTED
    and set(inspect.signature(rule).parameters) <= {"whole", "trees"}
]


def made(folder: Path, **settings: str) -> Whole:
    """Build the site that `kyndig init` starts, with some settings."""
    init(folder)
    chosen = replace(read_settings(folder / "publishconf.py"), siteurl="https://kyndig.example", **settings)
    built = build(folder, chosen, TODAY, theme_folder(chosen.theme, folder))
    assert not built.failed, built.diagnostics
    pages = {path: data.decode() for path, data in built.files.items() if path.endswith(".html")}
    return Whole(built.files, check_site(folder, chosen, today=TODAY), chosen, pages)


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return made(
        tmp_path_factory.mktemp("bound") / "site",
        contact_phone="+45 00 00 00 00",
        accessibility_statement_da=DANISH,
        accessibility_statement_nb=NORWEGIAN,
        security_contact="mailto:security@example.org",
        security_expires="2027-06-30",
    )


@pytest.fixture(scope="module")
def free(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return made(tmp_path_factory.mktemp("free") / "site", contact="")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.removeprefix("test_"))
def test_the_rules_of_all_pages_hold(rule: Callable[..., None], bound: Whole) -> None:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    given: dict[str, Any] = {
        "whole": bound,
        "trees": {path: parser.parse(text) for path, text in bound.pages.items()},
    }
    rule(**{name: given[name] for name in inspect.signature(rule).parameters})


def test_was_leads_to_the_danish_statement_by_itself_and_by_a_link(bound: Whole) -> None:
    page = bound.pages["was/index.html"]
    assert f'<meta http-equiv="refresh" content="0; url={DANISH}">' in page
    assert f'href="{DANISH}">Gå til erklæringen</a>' in page
    assert '<html lang="da">' in page
    assert "was/" not in bound.files["sitemap.xml"].decode()


@pytest.mark.parametrize(("language", "leads_to"), [("da", DANISH), ("nb", NORWEGIAN), ("en", OWN["en"])])
def test_the_foot_leads_to_the_statement_of_the_language(bound: Whole, language: str, leads_to: str) -> None:
    page = bound.pages[f"{language}/index.html"]
    assert f'<li><a href="{leads_to}">{FOOT[language]}</a></li>' in page
    assert f'href="{OWN[language]}#feedback"' in page


def test_without_statements_the_foot_leads_to_our_own_page_which_says_so(free: Whole) -> None:
    for language, name in FOOT.items():
        assert f'<li><a href="{OWN[language]}">{name}</a></li>' in free.pages[f"{language}/index.html"]
    assert "Endnu ikke registreret på was.digst.dk." in free.pages["da/tilgaengelighed.html"]
    assert "har endnu ikke angivet en adresse" in free.pages["da/tilgaengelighed.html"]
    assert not [path for path in free.files if path.startswith(("was", ".well-known"))]


def test_the_page_on_accessibility_has_both_statements_and_all_ways_to_report(bound: Whole) -> None:
    for language in FOOT:
        page = bound.pages[OWN[language].removeprefix("/")]
        ways = (
            DANISH,
            NORWEGIAN,
            "mailto:editor@example.org",
            "tel:+4500000000",
            "https://www.uutilsynet.no/",
        )
        assert [way for way in ways if f'href="{way}"' not in page] == []


def test_security_txt_is_where_it_is_looked_for(bound: Whole) -> None:
    text = bound.files[".well-known/security.txt"].decode()
    assert "Canonical: https://kyndig.example/.well-known/security.txt\n" in text
