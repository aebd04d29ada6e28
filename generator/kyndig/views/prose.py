"""An author's Markdown, with its references led into the reader's tree."""

from __future__ import annotations

from ..catalogue import Entity
from ..diagnostics import Place
from ..markup import LinkFault, ResolvedLink, convert
from ..model.words import Text
from .parts import Html
from .reader import Reader


def prose(reader: Reader, text: Text, entity: Entity, prefix: str = "") -> Html:
    """Return the Markdown of a text as safe HTML.

    `prefix` begins the ids of its headings, for pages that show more than one text. The gate has converted
    every text before, so that what is wrong in it has been reported by then.
    """
    said = reader.say(text)
    language = said.lang or reader.language
    file = dict(entity.entry.files).get(language, entity.entry.files[0][1])

    def resolve(destination: str) -> ResolvedLink | LinkFault:
        if destination in reader.catalogue.entities:
            link = reader.link(destination)
            return ResolvedLink(link.href, link.title.text, link.title.lang)
        if path := reader.catalogue.attachment(file, destination):
            return ResolvedLink(reader.site.address(path.partition("/")[2]))
        return ResolvedLink(destination)

    html, _ = convert(said.text, Place(file), resolve, lang=language, prefix=prefix)
    return Html(html, said.lang)


def maybe_prose(reader: Reader, text: Text | None, entity: Entity) -> Html | None:
    """Return the Markdown of a text as `prose` does, or None where there is none."""
    return None if text is None else prose(reader, text, entity)
