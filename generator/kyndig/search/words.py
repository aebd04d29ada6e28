"""Words that readers type and pages do not hold: the tails of compounds, and letters that a keyboard lacks.

Pagefind finds the beginning of a word (`smerte` finds `smertebehandling`), so only ends have to be added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SHORTEST = 4
"""Letters that a part of a compound has at least: shorter ones split words that are none (`eli|ten`)."""

_SURE = 6
"""Letters of what is left after a word of the site when it counts as a part though it stands nowhere alone."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = {"å": "aa", "æ": "ae", "ø": "oe", "ä": "ae", "ö": "oe"}
_ENDING = 4
"""Letters by which a form of a word may be longer than another of its forms."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, as they follow each other; compounds with a hyphen in parts too."""
    found = [word for word in _WORD.findall(text.replace("\u00ad", "").lower()) if len(word) > 1]
    return [part for word in found for part in ((word, *word.split("-")) if "-" in word else (word,))]


def spelled_out(word: str) -> str:
    """Return a word without letters that foreign keyboards lack: `børn` is also typed `boern`."""
    return "".join(_LETTERS.get(letter, letter) for letter in word)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language's pages; `joints` are letters that may link two parts, None where words are not joined."""

    words: frozenset[str]
    beginnings: frozenset[str]
    joints: str | None

    @classmethod
    def of(cls, words: Iterable[str], joints: str | None) -> Lexicon:
        """Make a lexicon; what is shorter than a part of a compound may be is left out."""
        kept = frozenset(word for word in words if len(word) >= SHORTEST)
        beginnings = {
            word[:end]
            for word in kept
            for end in range(max(SHORTEST, len(word) - _ENDING + 1), len(word) + 1)
        }
        return cls(kept, frozenset(beginnings), joints)

    def tails(self, word: str) -> Iterator[str]:
        """Yield the last parts of a compound, the longest first: `behandling` of `smertebehandling`."""
        if self.joints is None:
            return
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            head, tail = word[:cut], word[cut:]
            if (self._ends(tail) and self._begins(head)) or (head in self.words and self._is_sure(tail)):
                yield tail

    def _is_sure(self, part: str) -> bool:
        """Tell whether what follows a word of the site is a part itself, not an ending or a joint with one."""
        return len(part) >= _SURE and part[0] not in (self.joints or "")

    def _begins(self, part: str) -> bool:
        """Tell whether a part is a word of the site, or the beginning of its forms, with or without a joint."""
        return part in self.beginnings or (
            part[-1:] in (self.joints or "") and len(part) > SHORTEST and part[:-1] in self.beginnings
        )

    def _ends(self, part: str) -> bool:
        """Tell whether a part is a word of the site, or a longer form of one."""
        shortest = max(SHORTEST, len(part) - _ENDING)
        return any(part[:end] in self.words for end in range(len(part), shortest - 1, -1))
