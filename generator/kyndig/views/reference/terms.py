"""Words and abbreviations from A to Å, side by side in every language of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...catalogue import Entity
from ...locales.languages import LANGUAGES
from ...model.vocabulary import Term
from ...routes import Page
from ..kinds import LINES
from ..letters import Letter, by_letter
from ..parts import Cited, Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, list_shell


@dataclass(frozen=True, slots=True)
class Word:
    """A term in one language; `text` is empty where the language has no word for it."""

    language: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term with its words, the reader's language first."""

    anchor: str
    words: tuple[Word, ...]
    abbreviation: str
    expansion: Phrase | None
    definition: Phrase | None
    also: tuple[Phrase, ...]
    explained_in: str
    relates: tuple[Linked, ...]
    used_in: tuple[Linked, ...]
    exact_match: str
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class TermsView:
    """What the list of terms shows; `languages` are code and name of each column."""

    languages: tuple[tuple[str, str], ...]
    letters: tuple[Letter[TermRow], ...]


def list_terms(reader: Reader, page: Page) -> tuple[Shell, TermsView]:
    """Make the list of terms from A to Å."""
    languages = (reader.language, *(each for each in reader.catalogue.languages if each != reader.language))
    entities = reader.catalogue.of_kind("term")
    rows = ((reader.title(each).text, _row(reader, each, languages)) for each in entities)
    lead = reader.words.ngettext(
        "{count} word or abbreviation that you may meet, in every language of the site.",
        "{count} words and abbreviations that you may meet, in every language of the site.",
        len(entities),
    )
    head = Head(lead=Phrase(lead.format(count=len(entities))), number=str(len(entities)), line=LINES["term"])
    names = tuple((each, LANGUAGES[each].name) for each in languages)
    return list_shell(reader, page, head), TermsView(names, by_letter(rows, reader.language))


def _row(reader: Reader, entity: Entity, languages: Iterable[str]) -> TermRow:
    value: Term = entity.value
    used_in = {use.ref: reader.link(use) for use in _uses(reader, entity)}
    return TermRow(
        anchor=entity.id,
        words=tuple(Word(each, LANGUAGES[each].name, value.label.get(each) or "") for each in languages),
        abbreviation=value.abbreviation or "",
        expansion=reader.maybe(value.expansion),
        definition=reader.maybe(value.definition),
        also=reader.all(value.also),
        explained_in=", ".join(LANGUAGES[each].name for each in value.languages),
        relates=reader.links(entity, "relates"),
        used_in=tuple(used_in.values()),
        exact_match=value.exact_match or "",
        cited=reader.cite(value.source),
    )


def _uses(reader: Reader, entity: Entity) -> Iterator[Entity]:
    """Yield where a term is used; for an objective its competency, which may use the term many times."""
    for each, _ in reader.catalogue.origins(entity):
        yield each.owner if each.kind == "objective" and each.owner else each
