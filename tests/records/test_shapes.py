"""The shape of a type is read from its annotations, once, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

import pytest

from kyndig.model.course import Course, Instance, Price
from kyndig.model.facts import Citation, Remark
from kyndig.model.position import Statement
from kyndig.records.kinds import FOLDERS, VOCABULARIES
from kyndig.records.shape import Fact, Items, Links, Object, Table, Words, holds_words, shape_of


def _shape(model: type, name: str) -> object:
    field = shape_of(model).get(name)
    assert field is not None
    return field.shape


def test_words_are_plain_or_markdown() -> None:
    assert _shape(Course, "title") == Words()
    assert _shape(Course, "body") == Words(markdown=True)


def test_facts_have_a_type_choices_or_kinds() -> None:
    assert _shape(Instance, "start") == Fact(datetime)
    assert _shape(Instance, "deadline") == Fact(date)
    assert _shape(Price, "amount") == Fact(Decimal)
    assert _shape(Price, "currency") == Fact(str, choices=("DKK", "NOK", "EUR"))
    assert _shape(Course, "provider") == Fact(str, refers_to=("organisation",))
    assert _shape(Statement, "addressees") == Items(Fact(str, refers_to=("organisation", "target-group")))


def test_links_tables_and_lists_are_told_apart() -> None:
    assert _shape(Course, "teaches") == Links(("competency", "objective"))
    assert _shape(Course, "instances") == Table(shape_of(Instance))
    assert _shape(Statement, "laws") == Items(Words())


def test_what_comes_from_the_path_is_no_field() -> None:
    assert shape_of(Course).get("id") is None
    assert shape_of(Course).has_id


def test_a_short_form_names_its_field() -> None:
    assert shape_of(Remark).short == "text"
    assert shape_of(Course).short is None


def test_only_what_holds_words_may_stand_in_a_translation() -> None:
    assert not holds_words(shape_of(Citation))
    assert not holds_words(Items(Fact(str)))
    assert holds_words(Links(("need",)))
    assert holds_words(Table(shape_of(Instance)))


@pytest.mark.parametrize("model", [
    *(kind.type for kinds in FOLDERS.values() for kind in kinds),
    *(model for _, model in VOCABULARIES.values()),
])  # fmt: skip
def test_every_kind_of_file_has_a_shape(model: type) -> None:
    shape = shape_of(model)
    assert isinstance(shape, Object)
    assert len(set(shape.names())) == len(shape.fields)


def test_an_annotation_that_nobody_can_write_is_our_own_fault() -> None:
    @dataclass
    class Odd:
        field: Annotated[complex, "odd"]

    Odd.__annotations__["field"] = complex
    with pytest.raises(TypeError, match="no shape for"):
        shape_of(Odd)
