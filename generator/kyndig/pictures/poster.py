"""What stands on the picture of a page: words that the page has too, and nothing that is soon no longer so.

Other services keep a picture for as long as they like. So there is no date, place or number of seats on it, which
change: nobody may travel to the wrong day because of a picture.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..routes import Page
from ..views import Reader, View
from ..views.parts import Phrase

WIDTH, HEIGHT = 1200, 630
"""Pixels: what services show whole that expect a wide picture (1.91 to 1)."""


@dataclass(frozen=True, slots=True)
class Poster:
    """The words of one picture. `line` is the kind's line, `languages` are those of the title and of the lead.

    `about` says what it belongs to: the curriculum of a competency, the provider of a course.
    """

    line: str
    label: str
    number: str
    title: str
    lead: str
    about: str
    flags: tuple[str, ...]
    site: str
    languages: tuple[str, str]


def poster_of(reader: Reader, page: Page, view: View) -> Poster | None:
    """Return what stands on the picture of a page, or None where it has none of its own."""
    if not page.has_picture or page.is_fallback:
        return None
    shell, entity = view.shell, reader.catalogue[page.key]
    lead = shell.lead or Phrase("")
    return Poster(
        line=shell.line,
        label=shell.label,
        number=reader.number(entity),
        title=shell.title.text,
        lead=lead.text,
        about=_about(reader, page, view),
        flags=tuple(each.word for each in reader.flags(entity)),
        site=reader.settings.sitename,
        languages=(shell.title.lang or page.language, lead.lang or page.language),
    )


def _about(reader: Reader, page: Page, view: View) -> str:
    if page.kind == "course":
        return view.body.provider.title.text if view.body.provider else ""
    document = reader.catalogue[page.key].document
    edition = "" if document.is_current else f", {reader.edition(document)}"
    return f"{reader.title(document).text}{edition}"
