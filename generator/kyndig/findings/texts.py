"""Rules for texts: they say what people do, in the language they should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..catalogue import Catalogue
from .found import Case, Quote, Side

_NORDIC = re.compile(
    r"[a-zæøå]+r|kan|skal|må|vet|ved|vil|forstår|[a-zæøå]{2,}e(?<!else)(?<!ende)(?<!ande)(?<!hede)"
)
"""What may be a verb in the present tense or the infinitive; some nouns pass too, so that no verb is taken for one."""

_VERBS = {"da": _NORDIC, "nb": _NORDIC}
"""Language → what may be a verb. English verbs have no form that tells them, so there nothing is said."""

_PREPOSITIONS = frozenset(["over", "under", "efter", "etter", "for", "eller", "her", "der", "hver", "før"])
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FIRST = 3
"""Words among which the verb should be."""


def objectives_have_verbs(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """An objective says what the learner does: one of its first words may be a verb."""
    for each in catalogue.of_kind("objective"):
        if not _may_begin_with_verb(each.value.text.words[0][1], each.entry.lang):
            side = Side(each, ("text",), each.owner.value.source if each.owner else None)
            yield Case("objective.verb", each.ref, (side,))


def _may_begin_with_verb(text: str, language: str) -> bool:
    verb = _VERBS.get(language)
    first = (word.lower() for word in _WORD.findall(text)[:_FIRST])
    return verb is None or any(verb.fullmatch(word) for word in first if word not in _PREPOSITIONS)


def texts_are_in_their_language(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """What is written as Danish is Danish: its small words are."""
    for entity in catalogue.entities.values():
        if entity.owner is None:
            for location, language, other in entity.entry.foreign:
                side = Side(entity, location, None, lang=language)
                yield Case("text.language", entity.ref, (side,), (Quote(language), Quote(other)))


def files_are_translated(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """A file is written in every language of the site."""
    for entity in catalogue.entities.values():
        if entity.owner is None:
            for language in catalogue.languages:
                if language not in entity.entry.languages:
                    yield Case("translation.none", entity.ref, (Side(entity, (), None),), (Quote(language),))
