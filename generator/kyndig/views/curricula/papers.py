"""What the printed pages of a curriculum share: the set they belong to, their frame, and links that stay inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from ...catalogue import Entity
from ...routes import PAPERS, Page
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from .curriculum_parts import curriculum_of, subpage


@dataclass(frozen=True, slots=True)
class Paper:
    """One page of the printed set: what it is for, and its address as a PDF, which is there where PDFs are made."""

    link: Linked
    what: str
    pdf: str
    current: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """What every printed page shows of itself: the set, its paper, and the line that says what it was printed from."""

    papers: tuple[Paper, ...]
    size: str
    pdf: str
    curriculum: Linked
    edition: str
    address: str


@dataclass(frozen=True, slots=True)
class Inward(Reader):
    """A reader of one long page: what that page shows itself is led to there, by anchor."""

    places: Mapping[str, str] = field(default_factory=dict)

    def href(self, key: str) -> str:
        """Return the address of a page, or the place on this one."""
        return self.places.get(key) or Reader.href(self, key)


def inward(reader: Reader, places: Mapping[str, str]) -> Inward:
    """Return the same reader for a page that shows `places`: reference → place on that page (`#k9`)."""
    same = {each.name: getattr(reader, each.name) for each in fields(Reader) if each.name != "made"}
    return Inward(**same, places=places)


def papers(reader: Reader, page: Page) -> tuple[Paper, ...]:
    """Return the printed set of the curriculum that a page belongs to."""
    entity = curriculum_of(reader, page)
    said = _said(reader)
    return tuple(_paper(reader, page, entity, name, *said[name]) for name in PAPERS)


def _said(reader: Reader) -> dict[str, tuple[str, str]]:
    """Return the title of each paper, and what it is for."""
    sheets = reader.word(
        "One sheet for each competency: objectives, assessment, room for dates and signatures."
    )
    return {
        "print/sheets": (reader.word("Competency sheets, A5"), sheets),
        "print/sheets-a4": (reader.word("Competency sheets, A4"), sheets),
        "print/logbook": (
            reader.word("Logbook to sign"),
            reader.word("What must be documented, with room for dates and signatures."),
        ),
        "print/schedule": (
            reader.word("The year on paper"),
            reader.word("What is due when, and how each competency is assessed."),
        ),
        "print/whole": (
            reader.word("The whole curriculum"),
            reader.word("Everything this site has of the curriculum, on one page with a table of contents."),
        ),
    }


def _paper(reader: Reader, page: Page, entity: Entity, name: str, title: str, what: str) -> Paper:
    key = f"{entity.ref}#{name}"
    own = reader.site.page(key, reader.language)
    written = reader.site.page(key, own.words)  # what is not translated is printed once, in its own language
    link = Linked(reader.href(key), Phrase(title))
    return Paper(link, what, reader.site.address(written.pdf), key == page.key)


def paper_shell(reader: Reader, page: Page) -> tuple[Shell, Printed]:
    """Frame a printed page, and say what it shows of itself."""
    entity = curriculum_of(reader, page)
    every = papers(reader, page)
    own = next(each for each in every if each.current)
    shell = subpage(reader, page, own.link.title.text, own.what)
    printed = Printed(
        every,
        "a5" if page.key.endswith("#print/sheets") else "a4",
        own.pdf,
        reader.link(entity),
        reader.edition(entity),
        reader.site.absolute(reader.site.page(entity.ref, reader.language).path),
    )
    return replace(shell, edit=""), printed
