"""What templates make of a value that stands on many pages is made once, and read as often as it is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kyndig.locales.catalogues import read_catalogue
from kyndig.pages import Renderer
from kyndig.reads import noted
from kyndig.resources import shared
from kyndig.views.parts import Linked, Phrase


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def render(made: list[str]) -> Callable[..., str]:
    """Render a row through a function that keeps count of what is made."""

    def count(text: object) -> object:
        made.append(str(text))
        return text

    source = '{% kept row, more %}{{ count(row.title) }} {{ more }} {{ _("Source") }}{% endkept %}'
    renderer = Renderer.from_sources(
        {"page.html": source, "other.html": source.replace("Source", "Search")},
        {language: read_catalogue(shared("i18n") / f"{language}.po") for language in ("da", "en")},
    )

    def one(row: object, more: object = 1, template: str = "page.html", language: str = "en") -> str:
        return renderer.render(template, language, {"row": row, "more": more, "count": count}).decode()

    return one


def test_a_row_is_made_once(render: Callable[..., str], made: list[str]) -> None:
    row = Linked("/en/a.html", Phrase("A"))
    assert render(row) == render(row) == "A 1 Source\n"
    assert made == ["A"]


def test_equal_rows_are_not_the_same(render: Callable[..., str], made: list[str]) -> None:
    assert render(Linked("/en/a.html", Phrase("A"))) == render(Linked("/en/a.html", Phrase("A")))
    assert made == ["A", "A"]


def test_further_values_tell_what_is_made_apart(render: Callable[..., str]) -> None:
    row = Linked("/en/a.html", Phrase("A"))
    assert (render(row, 1), render(row, 2), render(row, 1)) == (
        "A 1 Source\n",
        "A 2 Source\n",
        "A 1 Source\n",
    )


def test_templates_and_languages_do_not_share(render: Callable[..., str]) -> None:
    row = Linked("/en/a.html", Phrase("A"))
    assert render(row) != render(row, template="other.html")
    assert render(row, language="da") == "A 1 Kilde\n"


def test_anything_else_is_made_each_time(render: Callable[..., str], made: list[str]) -> None:
    class Row:
        title = "B"

    row = Row()
    assert render(row) == render(row) == "B 1 Source\n"
    assert made == ["B", "B"]


def test_words_are_noted_for_every_page(render: Callable[..., str]) -> None:
    row = Linked("/en/a.html", Phrase("A"))
    first, keys = noted(lambda: render(row))
    again, keys_again = noted(lambda: render(row))
    assert (first, set(keys)) == (again, set(keys_again))
    assert any("Source" in str(key) for key in keys)
