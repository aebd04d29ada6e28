"""Templates compiled for speed write the same letters as Jinja does by itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from kyndig.build import build
from kyndig.pages import renderer
from kyndig.pages.quick import escaped
from kyndig.resources import theme_folder
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
    monkeypatch.setattr(renderer, "Generator", CodeGenerator)
    monkeypatch.setattr(renderer, "Quick", Template)
    assert files() == quick
