"""What a view needs to speak to one reader: the language's words, addresses, names and dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from ..announcing import standing
from ..catalogue import Catalogue, Entity, meant
from ..findings import Noticed
from ..locales.catalogues import Catalogue as Words
from ..locales.dates import format_date, format_vague
from ..locales.languages import fallbacks
from ..model.facts import Citation
from ..model.position import is_expired
from ..model.words import Text
from ..reads import Key, note_all, noted
from ..routes import Site
from ..settings import Settings
from ..survey import NOTHING, Found
from .kinds import LABELS, LINES
from .parts import Cited, Flag, Linked, Phrase
from .validity import period

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader's language, with the catalogue and the site to speak about.

    `words` are the theme's words in the language, `today` the date of the build. `found` is what the pages of the site
    hold, for the pages that tell of it; nothing is known as long as these are not made. `noticed` is what does not go
    together in what was read. `inside` is the version of a curriculum that a page belongs to (`introduction@2013`),
    where that is not the current one.
    """

    language: str
    catalogue: Catalogue
    site: Site
    words: Words
    today: date
    settings: Settings
    noticed: Noticed
    found: Found = NOTHING
    inside: str = ""
    made: dict[str, tuple[Any, tuple[Key, ...]]] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what is the same on every page, made when it is first asked for: rows that stand on many lists."""
        if name not in self.made:
            self.made[name] = noted(make)
        found: T
        found, keys = self.made[name]
        note_all(keys)
        return found

    def say(self, text: Text) -> Phrase:
        """Return words in the reader's language, or in the nearest one there is."""
        if (own := text.get(self.language)) is not None:
            return Phrase(own)
        for language in (*fallbacks(self.language), *text.languages):
            if (words := text.get(language)) is not None:
                return Phrase(words, language)
        raise ValueError("a text without words")

    def maybe(self, text: Text | None) -> Phrase | None:
        """Return words as `say` does, or None where there are none."""
        return None if text is None else self.say(text)

    def all(self, texts: tuple[Text, ...]) -> tuple[Phrase, ...]:
        """Return words as `say` does, for each text."""
        return tuple(map(self.say, texts))

    def word(self, message: str) -> str:
        """Return one of the theme's words."""
        return self.words.gettext(message)

    def kind(self, entity: Entity) -> str:
        """Return the name of an entity's kind."""
        return self.word(LABELS[entity.kind])

    def title(self, entity: Entity) -> Phrase:
        """Return what an entity is called in a link."""
        value = entity.value
        if entity.kind == "card":
            name = self.word("Card {number}").format(number=value.id)
            return Phrase(name)
        if entity.kind == "instance" and entity.owner:
            return self.title(entity.owner)
        for name in ("title", "label", "asks", "text", "statement"):
            text = getattr(value, name, None)
            if isinstance(text, Text):
                return self.say(text)
        raise ValueError(f"{entity.ref} has no name")

    def number(self, entity: Entity) -> str:
        """Return the number people say aloud, or an empty text."""
        if entity.kind == "objective" and entity.owner:
            return f"{entity.owner.value.id}.{entity.value.id}"
        numbered = ("competency", "card", "statement", "need", "channel", "purpose", "section")
        return str(entity.value.id) if entity.kind in numbered else ""

    def href(self, key: str) -> str:
        """Return the address of a page by its key, in the reader's tree."""
        return self.site.href(key, self.language)

    def link(self, entity: Entity | str, why: Text | None = None, meta: tuple[str, ...] = ()) -> Linked:
        """Return a link to an entity; of another version than the current one it says so, but on pages of that version."""
        if isinstance(entity, str):
            entity = self.catalogue[meant(entity, self.inside, self.catalogue.entities)]
        plain = self.once(f"link {entity.ref}", partial(self._link, entity))
        if not entity.is_current and entity.document.id != self.inside:
            plain = replace(plain, flags=(*plain.flags, Flag(self.edition(entity.document))))
        return replace(plain, why=self.maybe(why), meta=meta) if why or meta else plain

    def _link(self, entity: Entity) -> Linked:
        href = self.href(entity.ref) if self.site.has(entity.ref, self.language) else ""
        return Linked(
            href=href,
            title=self.title(entity),
            line=LINES.get(entity.kind, ""),
            label=self.kind(entity),
            number=self.number(entity),
            flags=self.flags(entity),
        )

    def links(self, entity: Entity, *fields: str) -> tuple[Linked, ...]:
        """Return links to what an entity refers to through the fields named."""
        return tuple(
            self.link(target, relation.why) for target, relation in self.catalogue.targets(entity, *fields)
        )

    def edition(self, entity: Entity) -> str:
        """Return what tells a version of a curriculum from others: when it was issued."""
        return self.word("edition of {date}").format(date=self.issued(entity))

    def issued(self, entity: Entity) -> str:
        """Return when a version of a curriculum was issued."""
        return format_vague(entity.document.value.issued, self.language)

    def flags(self, entity: Entity) -> tuple[Flag, ...]:
        """Return the words in frames that an entity must not be shown without."""
        flags = []
        if entity.kind == "instance":
            status, _ = standing(self.catalogue, entity)
            flags += [_status(self, status)] if status != "scheduled" else []
        if entity.is_example:
            flags.append(Flag(self.word("Example"), "example"))
        if entity.kind in ("position", "statement"):
            position = entity.document.value
            if is_expired(position, self.today):
                word = self.word("Expired, applied {period}")
                flags.append(Flag(word.format(period=period(position, self.word))))
        return tuple(flags)

    def cite(self, citation: Citation | None) -> Cited | None:
        """Return a source and the place in it, in the reader's words."""
        if citation is None or citation.document is None:
            return None
        source = self.catalogue[f"source:{citation.document}"]
        parts = (
            (self.word("section {place}"), citation.section),
            (self.word("table {place}"), citation.table),
            (self.word("no. {place}"), citation.item),
            (self.word("page {place}"), citation.page),
            (self.word("paragraph {place}"), citation.paragraph),
        )
        places = [message.format(place=place) for message, place in parts if place]
        language = source.value.language
        heading = (
            Phrase(citation.heading, None if language == self.language else language)
            if citation.heading
            else None
        )
        issued = format_vague(source.value.issued, self.language)
        return Cited(self.link(source), ", ".join(places), heading, issued)

    def date(self, day: date) -> str:
        """Return a day in words."""
        return format_date(day, self.language)


def _status(reader: Reader, status: str) -> Flag:
    flags = {
        "moved": Flag(reader.word("Moved"), "moved"),
        "cancelled": Flag(reader.word("Cancelled"), "off"),
        "full": Flag(reader.word("Full")),
    }
    return flags[status]
