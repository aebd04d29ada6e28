"""Numbers, money and lists as each language writes them, pinned whole. `~` stands for a no-break space."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kyndig.locales.numbers import format_decimal, format_money, format_range, join_list


@pytest.mark.parametrize(
    ("value", "da", "nb", "en"),
    [
        (Decimal("0"), "0", "0", "0"),
        (Decimal("1.5"), "1,5", "1,5", "1.5"),
        (Decimal("1234567.8915"), "1.234.567,8915", "1~234~567,8915", "1,234,567.8915"),
        (1500, "1.500", "1~500", "1,500"),
        (-3, "-3", "-3", "-3"),
    ],
)
def test_a_number_keeps_every_digit(value: Decimal | int, da: str, nb: str, en: str) -> None:
    written = [format_decimal(value, lang).replace("\xa0", "~") for lang in ("da", "nb", "en")]
    assert written == [da, nb, en]


def test_a_range_has_two_ends_unless_they_are_the_same() -> None:
    assert format_range(Decimal("2.5"), 4, "da") == "2,5–4"
    assert format_range(4, Decimal("4.0"), "da") == "4"


MONEY = [
    (4500, "DKK", "4.500~kr.", "4~500~DKK", "DKK~4,500"),
    (Decimal("4500.50"), "NOK", "4.500,50~NOK", "4~500,50~kr", "NOK~4,500.50"),
    (0, "EUR", "0~EUR", "0~EUR", "EUR~0"),
    (100, "GBP", "100~GBP", "100~GBP", "£100"),
]


@pytest.mark.parametrize(("amount", "currency", "da", "nb", "en"), MONEY)
def test_foreign_money_keeps_its_code(
    amount: Decimal | int, currency: str, da: str, nb: str, en: str
) -> None:
    """Danish and Norwegian kroner stand on one page."""
    written = [format_money(amount, currency, lang).replace("\xa0", "~") for lang in ("da", "nb", "en")]
    assert written == [da, nb, en]


def test_money_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no currency 'KRX' in ISO 4217"):
        format_money(1, "KRX", "da")


@pytest.mark.parametrize(
    ("items", "lang", "expected"),
    [
        ([], "da", ""),
        (["a"], "da", "a"),
        (["a", "b"], "da", "a og b"),
        (["a", "b", "c"], "da", "a, b og c"),
        (["a", "b", "c"], "nb", "a, b og c"),
        (["a", "b", "c"], "en", "a, b and c"),
        (("a", "b", "c"), "sv", "a, b och c"),
    ],
)
def test_a_list_is_written_in_words(items: list[str], lang: str, expected: str) -> None:
    assert join_list(items, lang) == expected


@pytest.mark.parametrize(
    ("items", "lang", "expected"),
    [
        ([], "da", ""),
        (["a"], "da", "a m.fl."),
        (["a", "b"], "da", "a, b m.fl."),
        (["a", "b"], "nb", "a, b mfl."),
        (["a", "b"], "en", "a, b and others"),
    ],
)
def test_an_open_list_says_that_there_are_more(items: list[str], lang: str, expected: str) -> None:
    assert join_list(items, lang, open=True) == expected
