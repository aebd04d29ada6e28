"""What feeds are called."""

from __future__ import annotations

from collections.abc import Mapping

from ...announcing import Parts
from ...model.words import Text
from ...routes.segments import N_
from ..choices import choice_words
from ..parts import Phrase
from ..reader import Reader

TITLES = {
    "all": N_("Everything new"),
    "courses": N_("Courses"),
    "positions": N_("Positions"),
    "curricula": N_("Curricula"),
    "curriculum-changes": N_("Changes in curricula"),
    "plans": N_("Needs"),
    "groups": N_("Working groups"),
    "news": N_("News"),
    "gaps": N_("Gaps in coverage"),
}
"""Name of a feed that is about no one thing → its title."""


def feed_title(reader: Reader, name: str) -> Phrase:
    """Return what a feed is called; it has a name also when what it is about is gone."""
    parts = Parts.of(name)
    if not parts.about:
        return Phrase(reader.word(TITLES[name]))
    recorded = reader.catalogue.ledger.get(f"feed:{name}")
    kept = recorded.now.get("labels", ()) if recorded else ()
    titles = [
        _about(reader, kind, id_, ref) for (kind, id_), ref in zip(parts.about, parts.refs, strict=True)
    ]
    missing = [each for each in titles if each is None]
    if missing and len(kept) == len(missing):
        names = iter([_said(reader, each) for each in kept])
        titles = [each or next(names) for each in titles]
    words = [each or Phrase(id_) for each, (_, id_) in zip(titles, parts.about, strict=True)]
    text = " · ".join(each.capital.text for each in words)
    lang = next((each.lang for each in words if each.lang), None) if len(words) == 1 else None
    return Phrase(f"{reader.word(TITLES[parts.list])}: {text}" if parts.list else text, lang)


def _about(reader: Reader, kind: str, id_: str, ref: str) -> Phrase | None:
    if ref in reader.catalogue.entities:
        return reader.title(reader.catalogue[ref])
    return Phrase(choice_words(reader, kind, id_)) if kind in ("mode", "language", "duty") else None


def _said(reader: Reader, words: Mapping[str, str]) -> Phrase:
    return reader.say(Text(tuple(words.items())))
