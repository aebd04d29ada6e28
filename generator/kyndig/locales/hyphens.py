"""Soft hyphens in long words: the only door to pyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from pyphen import Pyphen

from .languages import LANGUAGES

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
LONG = 14
"""The fewest letters of a word that is divided; a shorter one fits a narrow screen."""
SIDE = 4
"""The fewest letters on each side of a hyphen: fewer are hard to read, and there dictionaries err most."""

_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_WHOLE = {
    "da": (
        "anæstesiologi",
        "anæstesi",
        "analgesi",
        "apparatur",
        "apparat",
        "informatik",
        "intubation",
        "kateter",
        "luftvej",
        "medicin",
        "monitorering",
        "patient",
        "relaksantia",
        "teknologi",
    ),
    "nb": (
        "anestesiologi",
        "anestesi",
        "analgesi",
        "apparatur",
        "apparat",
        "informatikk",
        "intubasjon",
        "kateter",
        "luftvei",
        "medisin",
        "overvåking",
        "pasient",
        "relaksantia",
        "teknologi",
    ),
}
"""Members of medical compounds that the dictionaries divide wrongly: they stay whole, with a joint on each side."""
_NONE: Mapping[str, str] = MappingProxyType({})


def soft_hyphenate(text: str, lang: str, exceptions: Mapping[str, str] = _NONE) -> str:
    """Return plain text with soft hyphens in words of 14 letters or more.

    For headings and heads of tables, where a compound may be wider than a phone: browsers hyphenate neither
    Danish nor Norwegian everywhere. `exceptions` gives words in lower case with a hyphen at each place where
    they may be divided (`sygeplejerske-uddannelse`), because the dictionaries are wrong at times. A text with
    soft hyphens is left as its author divided it.
    """
    if SOFT_HYPHEN in text:
        return text
    return _WORD.sub(lambda match: _divide(match[0], lang, exceptions), text)


def _divide(word: str, lang: str, exceptions: Mapping[str, str]) -> str:
    if len(word.lower()) != len(word):  # a letter that is two in lower case: places would shift
        return word
    own = exceptions.get(word.lower())
    places = _places_of(own) if own is not None else _places_in(word.lower(), lang)
    ends = (0, *places, len(word))
    return SOFT_HYPHEN.join(word[a:b] for a, b in pairwise(ends))


def _places_of(divided: str) -> tuple[int, ...]:
    parts = divided.split("-")[:-1]
    return tuple(sum(map(len, parts[: i + 1])) for i in range(len(parts)))


def _places_in(word: str, lang: str) -> tuple[int, ...]:
    dictionary = _dictionary(lang)
    if dictionary is None:
        return ()
    places = {int(each) for each in dictionary.positions(word)}
    for start, end in _whole_members(word, lang):
        near = range(start - SIDE + 1, end + SIDE)
        places = {each for each in places if each not in near} | {start, end}
    return tuple(sorted(each for each in places if SIDE <= each <= len(word) - SIDE))


def _whole_members(word: str, lang: str) -> Iterator[tuple[int, int]]:
    """Yield where members that stay whole begin and end, the longest first, none inside another."""
    taken: list[tuple[int, int]] = []
    for member in _WHOLE.get(lang, ()):
        start = word.find(member)
        if start >= 0 and not any(begin <= start < end for begin, end in taken):
            taken.append((start, start + len(member)))
    yield from taken


@cache
def _dictionary(lang: str) -> Pyphen | None:
    name = LANGUAGES[lang].hyphens
    return Pyphen(lang=name) if name else None
