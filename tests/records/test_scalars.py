"""The text of a value becomes the type its field asks for, and nothing is guessed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyndig.model.facts import LanguageTag, VagueDate
from kyndig.records.scalars import ScalarFault, read_scalar
from kyndig.records.shape import Fact, shape_of_hint

FACTS = (
    Fact(str), Fact(int), Fact(bool), Fact(Decimal), Fact(date), Fact(datetime),
    Fact(str, choices=("a", "b")), shape_of_hint(LanguageTag), shape_of_hint(VagueDate),
)  # fmt: skip


@pytest.mark.parametrize(("text", "fact", "value"), [
    ("no", Fact(str), "no"),
    ("010", Fact(str), "010"),
    ("12", Fact(int), 12),
    ("-3", Fact(int), -3),
    ("true", Fact(bool), True),
    ("1250.50", Fact(Decimal), Decimal("1250.50")),
    ("2027-01-14", Fact(date), date(2027, 1, 14)),
    ("2027-01-14", Fact(datetime), date(2027, 1, 14)),
    ("2027-01-14T08:30", Fact(datetime), datetime(2027, 1, 14, 8, 30)),
    ("no", shape_of_hint(LanguageTag), "nb"),
    ("nb-NO", shape_of_hint(LanguageTag), "nb"),
    ("de", shape_of_hint(LanguageTag), "de"),
    ("2017-autumn", shape_of_hint(VagueDate), "2017-autumn"),
])  # fmt: skip
def test_a_value_is_read_as_its_type(text: str, fact: Fact, value: object) -> None:
    assert read_scalar(text, fact) == value


@pytest.mark.parametrize(("text", "fact", "code"), [
    ("010", Fact(int), "value.type"), ("1e3", Fact(int), "value.type"), ("٣", Fact(int), "value.type"),
    ("yes", Fact(bool), "value.type"), ("True", Fact(bool), "value.type"),
    ("NaN", Fact(Decimal), "value.type"),
    ("9" * 5000, Fact(int), "value.type"), ("2027-1-14", Fact(date), "date.form"),
    ("2027-01-14T08:30", Fact(date), "date.form"), ("2027-03-28T02:30", Fact(datetime), "date.gap"),
    ("c", Fact(str, choices=("a", "b")), "value.choice"),
    ("Dansk", shape_of_hint(LanguageTag), "value.pattern"),
])  # fmt: skip
def test_a_value_that_does_not_fit_is_refused(text: str, fact: Fact, code: str) -> None:
    with pytest.raises(ScalarFault) as caught:
        read_scalar(text, fact)
    assert caught.value.code == code
    assert caught.value.remedy


@given(st.text(), st.sampled_from(FACTS))
def test_any_text_is_read_or_refused_with_a_remedy(text: str, fact: Fact) -> None:
    try:
        read_scalar(text, fact)
    except ScalarFault as fault:
        refused = fault
    else:
        return
    assert refused.message
    assert refused.remedy
