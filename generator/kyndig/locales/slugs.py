"""Slugs: the part of an address that is made from words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .languages import LANGUAGES

LONGEST = 80
"""The most characters of a slug."""

RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{i}" for name in ("com", "lpt") for i in range(10))}
)
"""Names that Windows keeps for devices: a folder of that name cannot be checked out there."""

# å→a and ø→o would make 6,311 groups of Danish and Norwegian dictionary words collide; these make 230.
_LETTERS = str.maketrans({
    "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "œ": "oe", "å": "aa", "ü": "u", "ß": "ss", "ð": "d", "đ": "d",
    "þ": "th", "ł": "l", "ŋ": "n", "ŧ": "t", "ı": "i", "µ": "u", "'": "", "’": "", "\N{SOFT HYPHEN}": "",
})  # fmt: skip
_GREEK = re.compile(r"[α-ω]")
_OTHER = re.compile(r"[^a-z0-9]+")


class SlugFault(ValueError):
    """Words that no address can be made from: what is wrong, and what would be right."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@lru_cache(maxsize=100_000)  # the same words are part of many addresses
def slugify(text: str, lang: str) -> str:
    """Return words as part of an address: 1 to 80 of `a-z`, `0-9` and `-`, cut where a word ends.

    The letters of the Nordic languages become two (`sår` → `saar`), so that few words collide; `&` is written
    as it is said in `lang`. A slug is its own slug. Raises SlugFault where nothing is left, or a name Windows
    reserves.
    """
    letters = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    letters = letters.replace("&", f" {LANGUAGES[lang].ampersand} ")
    slug = _cut(_OTHER.sub("-", _GREEK.sub(_spell, _bare(letters))).strip("-"))
    if not slug:
        raise SlugFault(f'no address can be made from "{text}"', "write a slug with letters from a to z")
    if slug in RESERVED:
        raise SlugFault(
            f'"{slug}" is a name that Windows keeps for a device', "write a slug with another word in it"
        )
    return slug


def _bare(text: str) -> str:
    """Return letters without their marks: é as e, and ǽ, which has lost its own by now, as æ would be."""
    parts = unicodedata.normalize("NFKD", text).lower()
    return "".join(each for each in parts if not unicodedata.combining(each)).translate(_LETTERS)


def _spell(match: re.Match[str]) -> str:
    """Return a Greek letter by its name, as in β-blocker."""
    return unicodedata.name(match[0]).rsplit(" ", 1)[-1].lower()


def _cut(slug: str) -> str:
    if len(slug) <= LONGEST:
        return slug
    words, _, _ = slug[: LONGEST + 1].rpartition("-")
    return (words or slug[:LONGEST]).strip("-")
