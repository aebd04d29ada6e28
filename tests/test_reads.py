"""What is read while something is made is known, also when it was made before; so is what is not there."""

from __future__ import annotations

from datetime import date

import pytest

from kyndig.build import check_site
from kyndig.facts import facts
from kyndig.reads import Noted, note, note_all, noted
from kyndig.render import Press
from kyndig.resources import theme_folder
from site_cases import BASE, SETTINGS


def test_who_notes_around_a_call_is_told_what_it_read() -> None:
    def outer() -> tuple[str, ...]:
        note("a")
        return noted(lambda: note("b"))[1]

    inner, keys = noted(outer)
    assert (set(inner), set(keys)) == ({"b"}, {"a", "b"})


def test_nothing_is_noted_where_nobody_asks_or_after_a_fault() -> None:
    note("a")
    note_all(["b"])
    with pytest.raises(ZeroDivisionError):
        noted(lambda: 1 / 0)
    assert noted(lambda: None)[1] == ()


def test_a_mapping_notes_what_is_there_and_what_is_not() -> None:
    mapping = Noted({"x": 1}, lambda key, value: f"{key}={value}", lambda key: f"no {key}", "all")
    for look, key in (
        (lambda: mapping["x"], "x=1"),
        (lambda: mapping.get("y"), "no y"),
        (lambda: "y" in mapping, "no y"),
        (lambda: list(mapping), "all"),
        (lambda: list(mapping.items()), "all"),
        (lambda: list(mapping.values()), "all"),
    ):
        assert noted(look)[1] == (key,)


def test_every_page_reads_facts_that_are_known_or_absent() -> None:
    checked = check_site(BASE, SETTINGS)
    theme = theme_folder("kyndig", BASE)
    press = Press.of(checked.catalogue, checked.site, checked.words, SETTINGS, date(2026, 11, 22), theme)
    known = facts(press)
    for page in press.site.pages:
        _, keys = noted(lambda page=page: press.page(page))  # type: ignore[misc]
        named = [
            key for key in keys if isinstance(key, str) and key.startswith(("template ", "prose ", "facets "))
        ]
        assert {f"template {page.kind}.html", "template base.html"} & set(named)
        assert [key for key in named if key not in known] == []
        assert {"site", (page.key, page.language)} <= set(keys)
