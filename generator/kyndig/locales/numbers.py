"""Numbers, money and lists as each language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from babel import Locale, lists, numbers

from .languages import LANGUAGES

_NO_BREAK = "\N{NO-BREAK SPACE}"


def format_decimal(value: Decimal | int, lang: str) -> str:
    """Return a number with the language's decimal sign and grouping, and with every digit it came with."""
    return numbers.format_decimal(value, locale=LANGUAGES[lang].babel, decimal_quantization=False)


def format_percent(share: Decimal, lang: str) -> str:
    """Return a share of one in per cent, `10 %`, with every digit it came with."""
    return numbers.format_percent(share, locale=LANGUAGES[lang].babel, decimal_quantization=False)


def format_range(low: Decimal | int, high: Decimal | int, lang: str) -> str:
    """Return a range, such as `2,5–4`, or one number where both ends are the same."""
    ends = (low,) if low == high else (low, high)
    return "–".join(format_decimal(end, lang) for end in ends)


def format_money(amount: Decimal | int, currency: str, lang: str) -> str:
    """Return an amount as the language writes it: `4.500 kr.` in Danish, `4 500 DKK` in Norwegian.

    Only a language's own currency goes without its ISO 4217 code: readers of three languages meet on one
    site, and a krone is not a krone. Whole amounts have no decimals. Raises ValueError for a currency that
    does not exist.
    """
    if not numbers.is_currency(currency):
        raise ValueError(f"no currency {currency!r} in ISO 4217")
    language = LANGUAGES[lang]
    standard = Locale.parse(language.babel).currency_formats["standard"].pattern
    pattern = standard.replace(".00", "") if amount == int(amount) else standard
    if currency != language.currency:
        # An ISO code needs a space where a sign may do without one (UTS 35, currency spacing).
        pattern = pattern.replace("¤#", f"¤{_NO_BREAK}#").replace("¤", "¤¤")
    return numbers.format_currency(
        amount, currency, format=pattern, locale=language.babel, currency_digits=False
    )


def join_list(items: Sequence[str], lang: str, open: bool = False) -> str:  # noqa: A002  (the caller says what it is)
    """Return items as a list in words: `a, b og c`.

    `open` says that there are more than those named: `a, b m.fl.`
    """
    if open and items:
        return f"{', '.join(items)} {LANGUAGES[lang].others}"
    return lists.format_list(items, locale=LANGUAGES[lang].babel)
