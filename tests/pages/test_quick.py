"""Templates compiled for speed write the same letters as Jinja does by itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template, UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from kyndig.build import build
from kyndig.locales.catalogues import read_catalogue
from kyndig.pages import Renderer, kept, renderer
from kyndig.pages.quick import escaped
from kyndig.resources import shared, theme_folder
from site_cases import BASE, SETTINGS


class _Html:
    def __html__(self) -> str:
        return "<b>ready</b>"


@given(st.text() | st.integers() | st.none() | st.text().map(Markup) | st.builds(_Html))
def test_values_are_escaped_as_ever(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


def test_the_same_site_comes_of_jinja_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def files() -> dict[str, bytes]:
        return dict(build(BASE, SETTINGS, date(2026, 11, 22), theme_folder("kyndig", BASE)).files)

    quick = files()
    monkeypatch.setattr(renderer, "Direct", CodeGenerator)
    monkeypatch.setattr(renderer, "Quick", Template)
    monkeypatch.setattr(kept.Keeping, "_keep", lambda self, place, value, more, caller: caller())
    assert files() == quick


def _rendered(source: str, **values: object) -> str:
    words = {"en": read_catalogue(shared("i18n") / "en.po")}
    one = Renderer.from_sources({"page.html": source}, words)
    return one.render("page.html", "en", values).decode()


def test_keys_of_a_mapping_may_be_written_as_attributes() -> None:
    words = {"en": read_catalogue(shared("i18n") / "en.po")}
    sources = {"page.html": "{{ it.name }}", "other.html": "{{ it.real }}"}
    one = Renderer.from_sources(sources, words)
    for name in ("first & best", "second"):
        assert one.render("page.html", "en", {"it": {"name": name}}) == f"{escape(name)}\n".encode()
    assert one.render("other.html", "en", {"it": 3}) == b"3\n"
    assert one.slow == {"page.html"}


def test_what_is_not_there_is_a_fault_of_the_template() -> None:
    with pytest.raises(UndefinedError, match="absent"):
        _rendered("{{ it.absent }}", it=3)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ('m("1")', "1 b c"),
        ('m("1", "2")', "1 2 c"),
        ('m(c="3", a="<")', "&lt; b 3"),
        ('m("1", c="3")', "1 b 3"),
        ('m(*["1", "2"])', "1 2 c"),
    ],
)
def test_macros_take_what_they_always_took(call: str, told: str) -> None:
    source = '{% macro m(a, b="b", c="c") %}{{ a }} {{ b }} {{ c }}{% endmacro %}{{ ' + call + " }}"
    assert _rendered(source) == f"{told}\n"


def test_macros_are_called_with_what_stands_inside() -> None:
    source = "{% macro m(a) %}<i>{{ a }} {{ caller() }}</i>{% endmacro %}"
    assert _rendered(source + '{% call m("1") %}<b>2</b>{% endcall %}') == "<i>1 <b>2</b></i>\n"
    with pytest.raises(UndefinedError, match="caller"):
        _rendered(source + '{{ m("1") }}')


@pytest.mark.parametrize("call", ['m("1", "2")', 'm(z="1")', 'm("1", a="2")'])
def test_what_a_macro_does_not_take_is_a_fault(call: str) -> None:
    with pytest.raises(TypeError, match="macro"):
        _rendered("{% macro m(a) %}{{ a }}{% endmacro %}{{ " + call + " }}")
