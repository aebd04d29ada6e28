"""The page of what was noticed in a document says everything that was found, with the places of both sides."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kyndig.findings import CODES, find
from kyndig.views.reference.noticed import TITLES

from .conftest import TODAY, Whole

SOURCE = "an-intro-2018"
LANGUAGES = ("da", "nb", "en")
PLACES = {
    "da": (
        "afsnit 5, nr. 1",
        "afsnit 4.3.4",
        "afsnit 5.1, nr. 21",
        "afsnit 5.1.1",
        "afsnit 4.3.2",
        "afsnit 4.1",
    ),
    "nb": ("punkt 5, nr. 1", "punkt 4.3.4", "punkt 5.1, nr. 21", "punkt 5.1.1", "punkt 4.3.2", "punkt 4.1"),
    "en": (
        "section 5, no. 1",
        "section 4.3.4",
        "section 5.1, no. 21",
        "section 5.1.1",
        "section 4.3.2",
        "section 4.1",
    ),
}
SAID = {
    "da": (
        "Det kræves, men ingen kompetence bruger det.",
        "Logbogen kræver generel vurdering og Mini-CEX, det gør listen ikke.",
        "Listen kræver erfaringsregistrering, det gør logbogen ikke.",
        "For 4 procedurer er cusumscore obligatorisk, men her nævnes 6.",
        "Teksten siger 5, men nævner 7.",
        "Listen vurderer dem med registrering: cusumscore og erfaringsregistrering.",
        "Kort 1–15",
    ),
    "nb": (
        "Det kreves, men ingen kompetanse bruker det.",
        "Loggboken krever generell vurdering og Mini-CEX, det gjør ikke listen.",
        "Listen krever erfaringsregistrering, det gjør ikke loggboken.",
        "For 4 prosedyrer er cusumskår obligatorisk, men her er 6 nevnt.",
        "Teksten sier 5, men nevner 7.",
        "Listen vurderer dem med registrering: cusumskår og erfaringsregistrering.",
        "Kort 1–15",
    ),
    "en": (
        "It is required, but no competency uses it.",
        "The logbook asks for general assessment and Mini-CEX, the list does not.",
        "The list asks for experience log, the logbook does not.",
        "The CUSUM score is compulsory for 4 procedures, but 6 are named here.",
        "The number given is 5, but 7 are named.",
        "The list assesses them by registration: CUSUM score and experience log.",
        "Cards 1–15",
    ),
}


def _shown(whole: Whole, key: str, language: str) -> str:
    """Return the text of a page, with its links."""
    return whole.pages[whole.checked.site.page(key, language).path].replace("\u00ad", "").replace("&shy;", "")


def _plain(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page)).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_was_found_and_where(whole: Whole, language: str) -> None:
    text = _plain(_shown(whole, f"source:{SOURCE}#noticed", language))
    assert [each for each in (*SAID[language], *PLACES[language]) if each not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_was_found_leads_to_the_page_of_its_thing(whole: Whole, language: str) -> None:
    site, page = whole.checked.site, _shown(whole, f"source:{SOURCE}#noticed", language)
    found = [each for each in find(whole.checked.catalogue, TODAY) if SOURCE in each.sources]
    wanted = {site.href(each.about, language) for each in found if each.label is None}
    assert len(wanted) > 20
    assert [each for each in sorted(wanted) if f'href="{each}"' not in page] == []
    assert all(
        f'id="{each.code.replace(".", "-")}"' in page for each in found if CODES[each.code] != "editors"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "key",
    [
        f"source:{SOURCE}",
        "curriculum:anaesthesiology-introduction",
        "curriculum:anaesthesiology-introduction#background",
        "competency:anaesthesiology-introduction/17",
        "card:anaesthesiology-introduction/16",
    ],
)
def test_the_page_is_reached_from_what_it_is_about(whole: Whole, key: str, language: str) -> None:
    address = whole.checked.site.href(f"source:{SOURCE}#noticed", language)
    assert f'href="{address}' in _shown(whole, key, language)


def test_a_source_that_nothing_is_drawn_from_has_no_such_page(whole: Whole) -> None:
    site = whole.checked.site
    with_page = {page.key.partition("#")[0] for page in site.pages if page.kind == "source-noticed"}
    assert with_page == {
        f"source:{each}"
        for each in (SOURCE, "ngc-tor-2017", "usigt-plan-2018", "tekna-input", "nito-health-policy")
    }


def test_every_code_that_pages_show_has_a_name() -> None:
    assert list(TITLES) == [code for code, scope in CODES.items() if scope != "editors"]
