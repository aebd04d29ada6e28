"""Whether a text is written in the language it should be, told by its small words.

The words of a language here are among its most frequent ones. Only those count that the other language of a pair does
not have, and several different ones are needed: a name or a title quoted in another language is not enough. Neighbours
such as Danish and Norwegian are told apart in long texts only.
"""

from __future__ import annotations

import re

_NORDIC = (
    "og er som at til på med det den der de en et ikke fra om kan skal har vil for når hvor også eller var være været "
    "alle hvis hvordan hvilke både dette denne disse deres sin sine sitt andre under over mange hvem selv kunne ville "
    "begge hver hvert hos ved frem"
)
"""Words that Danish and Norwegian have in common."""

_SMALL = {
    "da": _NORDIC
    + " af efter mellem nogle nogen noget blive bliver blev blevet sig mig dig ud op nu mere uden inden hvad give giver "
    "tage have hvorledes ligeledes igennem imod imellem herunder gennem hinanden hvornår sådan dertil hvoraf siger tager "
    "skulle anden andet måde uddannelse",
    "nb": _NORDIC
    + " av etter mellom noen noe bli blir ble blitt seg meg deg ut opp nå mer uten innen hva gi gir ta ha bare gjennom "
    "mot kanskje mye hverandre slik dit hvorav sier tar ettersom dersom enn fordi skulle annen annet måte utdanning",
    "en": "the of and to is are was were that with by be been from who which this these those it its has have on or as an "
    "not what where when can should may must than their they them into between after before other more about there for "
    "in at a all if how both under over",
}

WORDS: dict[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _SMALL.items()}
"""Language → some of its small words; a language that is not here is never told."""

_ENOUGH = 4
"""Different words that tell a language from another."""

_LETTERS = re.compile(r"[a-zæøå]+")


_ANY = frozenset().union(*WORDS.values())


def small_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell something of its language."""
    return _ANY.intersection(_LETTERS.findall(text.lower()))


def seems(used: frozenset[str], language: str) -> str:
    """Return the language that some small words are of, where that is clearly another than `language`; else nothing.

    Clearly means at least four different words that only the other has, and at least four for each one that only
    `language` has. Nothing is told of a language without words here.
    """
    if len(used) < _ENOUGH or language not in WORDS:
        return ""
    own = WORDS[language]
    counts = {
        other: (len(used & (words - own)), len(used & (own - words)))
        for other, words in WORDS.items()
        if other != language
    }
    best = max(counts, key=lambda each: counts[each])
    theirs, ours = counts[best]
    return best if theirs >= _ENOUGH and theirs >= 4 * ours else ""
