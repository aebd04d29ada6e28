"""An author's Markdown, with its references led into the reader's tree."""

from __future__ import annotations

from ..catalogue import Entity, meant
from ..markup import ResolvedLink
from ..model.words import Text
from .parts import Html
from .reader import Reader


def prose(reader: Reader, text: Text, entity: Entity, prefix: str = "") -> Html:
    """Return the Markdown of a text as safe HTML.

    `prefix` begins the ids of its headings, for pages that show more than one text. Every text was converted when its
    file was read, and what is wrong in it has been reported by then.
    """
    said = reader.say(text)
    language = said.lang or reader.language
    file = dict(entity.entry.files).get(language, entity.entry.files[0][1])

    def resolve(destination: str) -> ResolvedLink:
        ref = meant(destination, entity.document.id, reader.catalogue.entities)
        if ref in reader.catalogue.entities:
            link = reader.link(ref)
            return ResolvedLink(link.href, link.title.text, link.title.lang)
        if path := reader.catalogue.attachment(file, destination):
            return ResolvedLink(reader.site.address(path.partition("/")[2]))
        return ResolvedLink(destination)

    return Html(entity.document.entry.passage(language, said.text).filled(resolve, prefix), said.lang)


def maybe_prose(reader: Reader, text: Text | None, entity: Entity) -> Html | None:
    """Return the Markdown of a text as `prose` does, or None where there is none."""
    return None if text is None else prose(reader, text, entity)
