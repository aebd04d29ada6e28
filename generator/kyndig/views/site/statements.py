"""What laws ask of public bodies: statements on accessibility, who watches over them, and where to tell of faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...catalogue import Entity
from ...routes.segments import N_
from ...survey import host_of
from ..reader import Reader


@dataclass(frozen=True, slots=True)
class Law:
    """The law of a country on accessible sites: where statements stand, who watches, and where that office is.

    `short` is the address on the site itself that leads to its statement, where the law has one.
    """

    country: str
    register: str
    office: str
    url: str
    short: str = ""


LAWS = {
    "da": Law(N_("Denmark"), "https://was.digst.dk/", "Digitaliseringsstyrelsen", "https://digst.dk/", "was"),
    "nb": Law(
        N_("Norway"),
        "https://uustatus.no/",
        "Tilsynet for universell utforming av ikt (Uutilsynet)",
        "https://www.uutilsynet.no/",
    ),
}
"""Language → the law where it is spoken; a site that has the language may be bound by it."""


@dataclass(frozen=True, slots=True)
class LeadingOn:
    """A page that only leads to another site; `words` are those of its language."""

    language: str
    name: str
    url: str
    register: str
    stylesheet: str
    icon: str


def given(reader: Reader, language: str) -> str:
    """Return the address of the statement under the law of a language, or an empty text."""
    return getattr(reader.settings, f"accessibility_statement_{language}", "")


def accessibility_page(reader: Reader) -> Entity | None:
    """Return the page to which the build adds the facts about accessibility."""
    return next(
        (each for each in reader.catalogue.of_kind("page") if each.value.adds == "accessibility"), None
    )


def statement_address(reader: Reader) -> str:
    """Return where the reader finds the statement: where the law wants it, else on the site's own page."""
    own = accessibility_page(reader)
    return given(reader, reader.language) or (reader.href(own.ref) if own else "")


def fault_address(reader: Reader) -> str:
    """Return where the reader tells of a fault: the place with all ways to do it, else the one way there is."""
    own = accessibility_page(reader)
    return f"{reader.href(own.ref)}#feedback" if own else reader.settings.contact


def leading_on(
    readers: Mapping[str, Reader], addresses: Mapping[str, str]
) -> Iterator[tuple[str, str, LeadingOn]]:
    """Yield path, language and view of each short address that leads to a statement.

    A folder with an index is what every server finds under its name alone, with or without a slash.
    """
    for language, law in LAWS.items():
        reader = readers.get(language) or next(iter(readers.values()))
        if law.short and (url := given(reader, language)):
            view = LeadingOn(
                reader.language,
                reader.settings.sitename,
                url,
                host_of(law.register),
                addresses["kyndig.css"],
                addresses["kyndig.svg"],
            )
            yield f"{law.short}/index.html", reader.language, view
