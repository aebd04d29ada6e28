"""Turn the text of a scalar into the type its field asks for. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ..diagnostics import did_you_mean
from ..locales.dates import DateFault, in_daylight_gap, parse_date, parse_local
from ..locales.languages import normalise_tag
from ..model.facts import LanguageTag
from .shape import Fact, shape_of_hint

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,11})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?")
_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_SHOWN = 60
_ZONES = ("Europe/Copenhagen", "Europe/Oslo")
_LANGUAGE = shape_of_hint(LanguageTag)
_WANTED = {
    bool: ("true or false", "write true or false"),
    int: ("a whole number", "write one such as 12"),
    Decimal: ("a number", "write one such as 12 or 1.5"),
}


class ScalarFault(ValueError):
    """A scalar that does not fit its field: a stable code, what is wrong, and what would be right."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


def read_scalar(text: str, fact: Fact) -> Any:
    """Return `text` as the type of `fact`.

    Raises ScalarFault with the code `value.type`, `value.choice`, `value.pattern`, `date.form` or `date.gap`.
    """
    if fact.choices:
        return _choice(text, fact.choices)
    if fact.type is str:
        return _text(text, fact)
    if fact.type in (date, datetime):
        return _date(text, fact.type is datetime)
    return _plain(text, fact.type)


def _choice(text: str, choices: tuple[str, ...]) -> str:
    if text in choices:
        return text
    message, remedy = f"{_quoted(text)} is not one of {', '.join(choices)}", did_you_mean(text, choices)
    raise ScalarFault("value.choice", message, remedy or "write one of them")


def _text(text: str, fact: Fact) -> str:
    if fact == _LANGUAGE:
        text = normalise_tag(text) or text
    if fact.pattern and not re.fullmatch(fact.pattern.expression, text):
        raise ScalarFault("value.pattern", f"{_quoted(text)} does not fit", f"write {fact.pattern.hint}")
    return text


def _date(text: str, with_time: bool) -> date | datetime:
    try:
        value = parse_local(text) if with_time else parse_date(text)
    except DateFault as fault:
        raise ScalarFault("date.form", fault.message, fault.remedy) from None
    if isinstance(value, datetime) and all(in_daylight_gap(value, zone) for zone in _ZONES):
        raise ScalarFault(
            "date.gap",
            f'"{text}" does not exist: clocks go forward then',
            "write a time before 02:00 or from 03:00",
        )
    return value


def _plain(text: str, wanted: type) -> bool | int | Decimal:
    if wanted is bool and text in ("true", "false"):
        return text == "true"
    if wanted is int and _INTEGER.fullmatch(text):
        return int(text)
    if wanted is Decimal and _DECIMAL.fullmatch(text):
        return Decimal(text)
    name, remedy = _WANTED[wanted]
    if wanted is Decimal and _COMMA.fullmatch(text):
        remedy = f"write {text.replace(',', '.')}"
    raise ScalarFault("value.type", f"{_quoted(text)} is not {name}", remedy)


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= _SHOWN else f'"{text[:_SHOWN]}…"'
