"""One announcement in a reader's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape
from urllib.parse import unquote

from ...announcing import Announcement, authority, entity_of
from ...catalogue import Entity
from ...ledger import Facts
from ...routes import GONE
from ..curricula.changes import summary
from ..editions import all_versions
from ..kinds import LABELS
from ..parts import Html, Phrase
from ..prose import maybe_prose
from ..reader import Reader
from .facts import Line, lines, title_of, when_and_where
from .words import event_word


@dataclass(frozen=True, slots=True)
class Said:
    """What one announcement says to one reader.

    `id` is a tag URI (RFC 4151) that no change of title, address or date touches. `title` begins with the word for what
    happened; `lang` is the language of the name in it, `text` one paragraph, `html` the whole, with full addresses. `at` is
    a moment in UTC. `source` is the document that it is drawn from: title and address. `facts` and `lead` are what
    `text` is made of, for those who lay it out themselves. `papers` are paths of PDFs that belong to it, where the site
    has them.
    """

    id: str
    told: Announcement
    title: str
    lang: str
    url: str
    text: str
    html: str
    at: datetime
    categories: tuple[str, ...]
    source: tuple[str, str] | None = None
    facts: tuple[Line, ...] = ()
    lead: tuple[Phrase, ...] = ()
    papers: tuple[str, ...] = ()


def say(reader: Reader, told: Announcement) -> Said:
    """Say an announcement to a reader; it is made once, however many feeds it stands in."""
    return reader.once(f"told {told.key}", partial(_say, reader, told))


def tag(reader: Reader, key: str) -> str:
    """Return an identifier that lasts as long as what it names (RFC 4151).

    A translation is an entry of its own: feed readers take what has the same identifier for the same text.
    """
    return f"tag:{authority(reader.settings, reader.catalogue.ledger)}:{reader.language}:{key}"


def _say(reader: Reader, told: Announcement) -> Said:
    entity = entity_of(reader.catalogue, told.of)
    name = _name(reader, told, entity)
    said = lines(reader, told)
    lead, body = _lead(reader, told, entity), _body(reader, told, entity)
    return Said(
        tag(reader, told.key),
        told,
        _title(reader, told, entity, name),
        name.lang or reader.language,
        address_of(reader, told.of, told.after, entity),
        _text(said, lead),
        _html(reader, said, lead, body),
        told.at,
        tuple(_categories(reader, told, entity)),
        _source(reader, entity),
        said,
        lead,
        tuple(_papers(reader, entity, body)),
    )


def _name(reader: Reader, told: Announcement, entity: Entity | None) -> Phrase:
    """Return the name: as it is now while there is such a thing, for a mended one is better; else as it was recorded."""
    if entity is None or told.what == "changed":
        return title_of(reader, told.after)
    return reader.title(entity)


def _title(reader: Reader, told: Announcement, entity: Entity | None, name: Phrase) -> str:
    words = name.text
    if told.kind == "instance":
        words = f"{words}, {when_and_where(reader, told.after)}"
    elif told.kind == "curriculum" and told.after.get("after") and entity is not None:
        words = f"{words}, {reader.edition(entity)}"
    example = reader.word("Example").lower()
    if entity is not None and entity.is_example and f" ({example})" not in words:
        words = f"{words} ({example})"
    return f"{event_word(reader, told.what)}: {words}"


def address_of(reader: Reader, of: str, facts: Facts, entity: Entity | None) -> str:
    """Return the full address of where readers find a thing; of what is gone, where it was or where its end is told."""
    kind = of.partition(":")[0]
    key = entity.ref if entity is not None else f"{GONE}{of}"
    if kind == "gap":
        key = str(facts["need"])
    elif kind == "instance" and entity is None:
        key = str(facts.get("course", ""))
        key = key if reader.site.has(key, reader.language) else f"{GONE}{key}"
    if not reader.site.has(key, reader.language):
        key = "front"
    href = reader.href(key)
    return reader.site.origin + href


def _lead(reader: Reader, told: Announcement, entity: Entity | None) -> tuple[Phrase, ...]:
    """Return what the thing is, in a sentence or two; of a new edition what differs from the one before."""
    if entity is None:
        return (Phrase(reader.word("It has been withdrawn from the site.")),)
    if told.kind == "curriculum" and told.what == "new" and told.after.get("after"):
        every = all_versions(reader, entity)
        before = every[every.index(entity) - 1] if every.index(entity) else None
        return (Phrase(summary(reader, before, entity)),) if before else ()
    reasons = []
    if told.kind == "instance":
        reason = reader.maybe(entity.value.reason)
        reasons = [reason] if reason and told.what in ("moved", "cancelled") else []
        if entity.is_example:
            reasons.append(Phrase(reader.word("This date is an invented example.")))
        entity = entity.owner or entity
    lead = reader.maybe(getattr(entity.value, "lead", None))
    return (*reasons, *((lead,) if lead else ()))


def _body(reader: Reader, told: Announcement, entity: Entity | None) -> Html | None:
    """Return the words of a thing in full when it is new; later announcements tell what is different."""
    if entity is None or told.what not in ("new", "returned") or told.kind == "instance":
        return None
    return maybe_prose(reader, getattr(entity.value, "body", None), entity)


def _text(said: tuple[Line, ...], lead: tuple[Phrase, ...]) -> str:
    return " ".join(sentence(str(each)) for each in (*said, *lead))


def sentence(words: str) -> str:
    """Return words with the dot that ends a sentence, where they have no end of their own."""
    return words if words.endswith((".", "!", "?", ":")) else f"{words}."


def _html(reader: Reader, said: tuple[Line, ...], lead: tuple[Phrase, ...], body: Html | None) -> str:
    rows = [
        f"<li>{escape(each.label)}: {_in(each.value)}</li>" if each.label else f"<li>{_in(each.value)}</li>"
        for each in said
    ]
    parts = [f"<ul>{''.join(rows)}</ul>"] if rows else []
    parts += [f"<p>{_in(each)}</p>" for each in lead]
    if body is not None:
        full = _LOCAL.sub(rf"\1{reader.site.origin}/", body.markup)
        parts.append(f'<div lang="{body.lang}">{full}</div>' if body.lang else full)
    return "".join(parts)


_LOCAL = re.compile(r'(\b(?:href|src)=")/(?!/)')


def _in(phrase: Phrase) -> str:
    words = escape(phrase.text)
    return f'<span lang="{phrase.lang}">{words}</span>' if phrase.lang else words


def _categories(reader: Reader, told: Announcement, entity: Entity | None) -> list[str]:
    kind = "need" if told.kind == "gap" else told.kind
    found = [reader.word(LABELS[kind])]
    if entity is not None:
        owner = entity.owner if told.kind == "instance" and entity.owner else entity
        fields = ("topics", "professions", "target_groups", "regions", "region", "specialty")
        found += [link.title.text for each in (owner, entity) for link in reader.links(each, *fields)]
    return list(dict.fromkeys(found))


def _source(reader: Reader, entity: Entity | None) -> tuple[str, str] | None:
    if entity is None or entity.is_example:
        return None
    cited = reader.cite(
        getattr(entity.value, "source", None) or getattr(entity.document.value, "source", None)
    )
    return (cited.source.title.text, reader.site.origin + cited.source.href) if cited else None


def _papers(reader: Reader, entity: Entity | None, body: Html | None) -> Iterator[str]:
    """Yield the paths of PDFs: a curriculum on paper, and what an author leads to."""
    if entity is not None and entity.kind == "curriculum":
        key = f"{entity.ref}#{_WHOLE}"
        yield reader.site.page(key, reader.site.page(key, reader.language).words).pdf
    for address in _PDF.findall(body.markup) if body else ():
        yield unquote(address.removeprefix(reader.site.base))


_WHOLE = "print/whole"
_PDF = re.compile(r'\bhref="(/[^"]+\.pdf)"')
