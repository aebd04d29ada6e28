"""What was noticed in a document, in the words of a reader: sentences, sides, and the way to the page that has it all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..catalogue import Entity
from ..findings import CODES, MESSAGES, Case, Finding, Named, Quote, Side, Value
from ..locales.numbers import join_list
from ..model.words import Text
from ..routes import NOTICED
from .parts import Linked, Phrase
from .pieces import runs
from .reader import Reader


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in a place: a link, or words; `quoted` where they are the source's own."""

    link: Linked | None = None
    words: Phrase | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class SideRow:
    """One of the places of a case; `name` is that of the part of the document, where it has one."""

    name: str
    place: str
    heading: Phrase | None
    says: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One finding about a thing in a sentence, with the author's own words and the way to all of them."""

    sentence: str
    notes: tuple[Phrase, ...]
    reason: Phrase | None
    href: str


def noticed_link(reader: Reader, source: str) -> Linked | None:
    """Return the way to what was noticed in a document, with how much that is; None where there is no such page."""
    key = f"source:{source}#{NOTICED}"
    if not reader.site.has(key, reader.language):
        return None
    title = Phrase(reader.word("What we noticed in this document"))
    return Linked(reader.href(key), title, meta=(counted(reader, source),))


def counted(reader: Reader, source: str) -> str:
    """Say how much was noticed in a document."""
    count = len(reader.noticed.in_source(source))
    message = reader.words.ngettext("{count} finding", "{count} findings", count).format(count=count)
    return message if count else reader.word("nothing so far")


def notices_about(reader: Reader, entity: Entity, *codes: str) -> tuple[Notice, ...]:
    """Return what was noticed about a thing, of some codes or of any."""
    found = reader.noticed.about(entity.ref)
    return tuple(_notice(reader, each) for each in found if not codes or each.code in codes)


def _notice(reader: Reader, finding: Finding) -> Notice:
    notes = dict.fromkeys(case.note for case in finding.cases if case.note)
    source = min(finding.cases[0].sources, default="")
    key = f"source:{source}#{NOTICED}"
    href = f"{reader.href(key)}#{anchor(finding)}" if reader.site.has(key, reader.language) else ""
    return Notice(sentence(reader, finding), reader.all(tuple(notes)), reader.maybe(finding.reason), href)


def anchor(finding: Finding) -> str:
    """Return where a finding stands on its page: at the first of its code."""
    return finding.code.replace(".", "-")


def sentence(reader: Reader, finding: Finding) -> str:
    """Say in one sentence what does not go together."""
    values = [_word(reader, each) for each in finding.cases[0].values]
    first, second = (*values, "", "")[:2]
    things = join_list(values, reader.language)
    said = reader.word(MESSAGES[finding.code]).format(things=things, first=first, second=second)
    return f"{said[0].upper()}{said[1:]}."


def is_of_site(finding: Finding) -> bool:
    """Tell whether a finding is about what this site has, and not about the document."""
    return CODES[finding.code] == "site"


def _word(reader: Reader, value: Value) -> str:
    said = _said(reader, value)
    return said.link.title.text if said.link else str(said.words)


def side_row(reader: Reader, side: Side) -> SideRow:
    """Return one of the places of a case."""
    names = {"list": reader.word("In the list"), "logbook": reader.word("In the logbook")}
    cited = reader.cite(side.source)
    return SideRow(
        names.get(side.part, ""),
        cited.place if cited else "",
        cited.heading if cited else None,
        tuple(_shortened(reader, side.says)),
    )


_MANY = 8
"""Cards from which on their numbers are enough."""


def _shortened(reader: Reader, says: tuple[Value, ...]) -> Iterator[Said]:
    """Yield what stands in a place; many cards by their numbers alone."""
    if len(says) >= _MANY and all(isinstance(each, Named) and each.ref.startswith("card:") for each in says):
        numbers = runs(each.ref.rpartition("/")[2] for each in says if isinstance(each, Named))
        message = reader.words.ngettext("Card {numbers}", "Cards {numbers}", len(says))
        yield Said(words=Phrase(message.format(numbers=numbers)))
    else:
        yield from (_said(reader, each) for each in says)


def _said(reader: Reader, value: Value) -> Said:
    match value:
        case Named(ref=ref):
            return Said(link=reader.link(ref))
        case Quote(words=words, lang=lang):
            foreign = lang if lang and lang != reader.language else None
            return Said(words=Phrase(words, foreign), quoted=bool(lang))
        case Text():
            return Said(words=reader.say(value))
        case date():
            return Said(words=Phrase(reader.date(value)))
    return Said(words=Phrase(str(value)))


def thing(reader: Reader, case: Case) -> Linked:
    """Return what a case is about: a link, or the label of something that has no page."""
    if case.label is not None:
        return Linked("", reader.say(case.label))
    return reader.link(case.about)
