"""What surrounds every page of a language: name, menu, foot, static files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..locales.dates import format_date
from ..routes import Page
from .reader import Reader

_MENU = ("curricula", "courses", "positions", "needs")
_FOOT = ("terms", "organisations", "topics", "sources", "news", "feeds")


@dataclass(frozen=True, slots=True)
class Frame:
    """The same on every page of a language but for `here`, the address of the page itself."""

    name: str
    home: str
    here: str
    stylesheet: str
    icon: str
    default_url: str
    menu: tuple[tuple[str, str, str], ...]
    footer: tuple[tuple[str, str], ...]
    built: str


def frame(reader: Reader, page: Page, static: Mapping[str, str]) -> Frame:
    """Make the surroundings of a page; `static` gives the address of each file of the theme."""
    names = {
        "curricula": reader.word("Curricula"),
        "courses": reader.word("Courses"),
        "positions": reader.word("Positions"),
        "needs": reader.word("Needs"),
        "terms": reader.word("Terms A–Å"),
        "organisations": reader.word("Organisations"),
        "topics": reader.word("Topics"),
        "sources": reader.word("Sources"),
        "news": reader.word("News"),
        "feeds": reader.word("Feeds"),
    }
    settings = reader.settings
    statement = getattr(settings, f"accessibility_statement_{reader.language}", "")
    footer = [(names[key], reader.href(key)) for key in _FOOT]
    articles = sorted(reader.catalogue.of_kind("page"), key=lambda each: (each.value.order, each.id))
    footer += [(reader.title(each).text, reader.href(each.ref)) for each in articles]
    footer += [(reader.word("Accessibility statement"), statement)] if statement else []
    footer += [(reader.word("Report a fault"), settings.contact)] if settings.contact else []
    return Frame(
        name=settings.sitename,
        home=reader.href("front"),
        here=reader.site.address(page.path),
        stylesheet=static["kyndig.css"],
        icon=static["kyndig.svg"],
        default_url=_default(reader, page),
        menu=tuple((key, names[key], reader.href(key)) for key in _MENU),
        footer=tuple(footer),
        built=format_date(reader.today, reader.language),
    )


def _default(reader: Reader, page: Page) -> str:
    """Return what hreflang x-default points to: English where the page is written in it, else the first that is."""
    pages = [
        reader.site.by_key[page.key, language]
        for language in ("en", *reader.catalogue.languages)
        if (page.key, language) in reader.site.by_key
    ]
    written = [each for each in pages if not each.is_fallback]
    return reader.site.absolute(written[0].path) if written else ""
