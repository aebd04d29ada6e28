"""Alphabetical order as readers of each language know it.

The order of the Unicode CLDR, without ICU: a short key that agrees with it on all but a few words in 100,000.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

Weight = tuple[int, int, str]
SortKey = tuple[tuple[Weight, ...], tuple[str, ...], tuple[int, ...], str]
"""Letters first; where those are the same accents, then case, then the text itself."""

_SIGN, _NUMBER, _LETTER, _FOREIGN = range(4)


class _Unit(NamedTuple):
    """One step of the comparison: a letter, a number or a sign, at each of the three levels."""

    weight: Weight
    accent: str = ""
    case: int = 0


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """Hold the letters of a language in order, and the letters of others that are sorted as one of them."""

    letters: str
    as_if: Mapping[str, tuple[str, str]]
    upper_first: bool = False
    double_a: str | None = None
    """The accent of `aa` where it is sorted as å: none in Danish, where the two are the same letter."""


def _as_if(own: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """Return the letters that sort as others, with the accent that sets them apart.

    Those of a language's own rules come right behind the plain letter, in the order given; those that are
    known everywhere come behind all accents.
    """
    ours = {letter: (base, f"\x01{chr(place)}") for place, (letter, base) in enumerate(own.items(), 1)}
    return {letter: (base, f"\x1f{letter}") for letter, base in _EVERYWHERE.items()} | ours


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_EVERYWHERE = {
    "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ŋ": "n", "ŧ": "t",
    "ı": "i",
}  # fmt: skip
_Y = {"ü": "y", "ű": "y"}
_NORWEGIAN = _Alphabet(
    _LATIN + "æøå", _as_if(_Y | {"ä": "æ", "ę": "æ", "ö": "ø", "ő": "ø", "œ": "ø"}), double_a="\x01"
)

_ALPHABETS = {
    "da": _Alphabet(
        _LATIN + "æøå", _as_if(_Y | {"ä": "æ", "ö": "ø", "ő": "ø"}), upper_first=True, double_a=""
    ),
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "sv": _Alphabet(
        _LATIN + "åäö", _as_if(_Y | {"æ": "ä", "ę": "ä", "ø": "ö", "ő": "ö", "œ": "ö", "ô": "ö"})
    ),
    "se": _Alphabet(
        "aábcčʒǯdđefgǧǥhijkǩlmnŋopqrsštŧuvwxyzžøæåäö",
        _as_if(
            _Y | {"ð": "đ", "ń": "ŋ", "ñ": "ŋ", "þ": "ŧ", "œ": "ø", "ã": "ä", "ő": "ö", "õ": "ö", "ô": "ö"}
        ),
    ),
}
_ENGLISH = _Alphabet(_LATIN, _as_if({}))

_SIGNS = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_LIKE = dict(zip("‐‑–—−‘’“”„«»\N{NO-BREAK SPACE}\n\t", '-----\'\'"""""   ', strict=True))

_MARKS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307"
"""Accents in the order of the CLDR: acute, grave, breve, circumflex and so on; others come after these."""

_ENDING_IN_A = (
    "alfa", "alpha", "asthma", "astma", "beta", "data", "ekstra", "extra", "gamma",
    "infra", "intra", "kamera", "klima", "kontra", "meta", "para", "plasma",
    "skema", "skjema", "supra", "tema", "trauma", "ultra",
)  # fmt: skip
"""First parts of compounds: the second a of `dataanalyse` begins a word, and the two are no å."""


@lru_cache(maxsize=8192)  # lists that share names are sorted again for every page
def sort_key(text: str, lang: str) -> SortKey:
    """Return a key that sorts texts as a reader of `lang` expects.

    Danish and Norwegian end with æ ø å, and `aa` is å where it is one sound (Aabenraa beside Åben); English
    files them under a and o. Numbers sort by value. Upper case comes first in Danish and last elsewhere
    (CLDR). Quotes and other signs before the first letter or digit do not count, so that index letters follow
    the order.
    """
    units = _counted(text, lang)
    weights = tuple(unit.weight for unit in units)
    return weights, tuple(unit.accent for unit in units), tuple(unit.case for unit in units), text


def index_letter(text: str, lang: str) -> str:
    """Return the heading that a text stands under in an index: `Å` for Aarhus, `0–9`, or `#` for none.

    It follows from the sort key, so that each heading comes once.
    """
    units = _counted(text, lang)
    kind, rank, sign = units[0].weight if units else (_SIGN, 0, "")
    if kind == _LETTER:
        return _alphabet(lang).letters[rank].upper()
    return {_SIGN: "#", _NUMBER: "0–9"}.get(kind, sign.upper())


def _alphabet(lang: str) -> _Alphabet:
    return _ALPHABETS.get(lang, _ENGLISH)


def _counted(text: str, lang: str) -> list[_Unit]:
    """Return the units of a text from its first letter or digit on, or all where it has none."""
    units = list(_units(unicodedata.normalize("NFC", text), lang))
    signs = sum(1 for _ in takewhile(lambda unit: unit.weight[0] == _SIGN, units))
    return units[signs:] or units


def _units(text: str, lang: str) -> Iterator[_Unit]:
    at = 0
    while at < len(text):
        digits = "".join(takewhile(str.isdecimal, text[at:])) if text[at].isdecimal() else ""
        if digits:
            yield _number(digits)
            at += len(digits)
        elif _is_double_a(text, at, lang):
            yield _double_a(text[at : at + 2], lang)
            at += 2
        else:
            yield from _of_character(text[at], lang)
            at += 1


def _number(digits: str) -> _Unit:
    """Return a number's unit; it may be longer than Python makes integers of."""
    value = "".join(str(unicodedata.decimal(each)) for each in digits).lstrip("0")
    return _Unit((_NUMBER, len(value), value))


def _is_double_a(text: str, at: int, lang: str) -> bool:
    if _alphabet(lang).double_a is None or text[at : at + 2] not in ("aa", "Aa", "AA"):
        return False
    return not text[: at + 1].lower().endswith(_ENDING_IN_A)


def _double_a(letters: str, lang: str) -> _Unit:
    alphabet = _alphabet(lang)
    case = {"AA": 2, "Aa": 1, "aa": 0}[letters]
    order = (2 - case) if alphabet.upper_first else case
    return _Unit((_LETTER, alphabet.letters.index("å"), ""), alphabet.double_a or "", order * 2 + 1)


@cache
def _of_character(character: str, lang: str) -> tuple[_Unit, ...]:
    """Return the units of a character that is no digit: none for one that cannot be seen, two for `þ`."""
    alphabet = _alphabet(lang)
    if unicodedata.category(character) in ("Cf", "Cc") and character not in _LIKE:
        return ()
    lower = character.lower()
    case = 4 if (character != lower) != alphabet.upper_first else 0
    if lower in alphabet.letters:
        return (_Unit((_LETTER, alphabet.letters.index(lower), ""), "", case),)
    if lower in alphabet.as_if:
        letters, accent = alphabet.as_if[lower]
        return tuple(_Unit((_LETTER, alphabet.letters.index(each), ""), accent, case) for each in letters)
    return _decomposed(lower, alphabet, case)


def _decomposed(lower: str, alphabet: _Alphabet, case: int) -> tuple[_Unit, ...]:
    """Return a letter without its marks, which count at the second level, or a sign."""
    units: list[_Unit] = []
    for each in unicodedata.normalize("NFKD", _LIKE.get(lower, lower)):
        if unicodedata.combining(each):
            last = units.pop() if units else _Unit((_SIGN, 0, ""))
            units.append(last._replace(accent=last.accent + _mark(each)))
        elif each in alphabet.letters:
            units.append(_Unit((_LETTER, alphabet.letters.index(each), ""), "", case))
        elif each.isalpha():
            units.append(_Unit((_FOREIGN, 0, each), "", case))
        else:
            units.append(_Unit((_SIGN, _SIGNS.find(each) % 1000, each)))
    return tuple(units)


def _mark(accent: str) -> str:
    return chr(2 + _MARKS.index(accent)) if accent in _MARKS else accent
