"""What surrounds every page of a language: name, menu, foot, static files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..locales.dates import format_date
from ..routes import Page
from .parts import Kept
from .reader import Reader
from .shell import LIST_TITLES
from .site.statements import accessibility_page, fault_address, statement_address

_MENU = ("curricula", "courses", "positions", "needs")
_FOOT = ("a-z", "terms", "organisations", "topics", "sources", "news", "feeds")


@dataclass(frozen=True, slots=True)
class Frame:
    """The same on every page of a language but for `here`, `at` and `default_url`.

    `here` is the page's own address; `at` is that too where the menu or the search leads there, and else empty. `same`
    holds what templates make of the rest.
    `scripts` gives the address of each of the theme's scripts by its name without suffix, `styles` that of each style
    beside the one of all pages, `index` the folder of the search index, or nothing where there is none. `print` is the
    style of pages made to be printed; `pdf` tells whether those are there as PDFs too,
    `pictures` whether there are pictures that pages are shared with.
    """

    name: str
    home: str
    here: str
    at: str
    same: Kept
    stylesheet: str
    print: str
    pdf: bool
    pictures: bool
    icon: str
    scripts: Mapping[str, str]
    styles: Mapping[str, str]
    search: str
    index: str
    default_url: str
    menu: tuple[tuple[str, str, str], ...]
    footer: tuple[tuple[str, str], ...]
    built: str


def frame(
    reader: Reader, static: Mapping[str, str], index: str, *, pdf: bool, pictures: bool = False
) -> Frame:
    """Make what surrounds all pages of a language.

    `static` gives the address of each file of the theme, `index` is that of the search index; `pdf` and `pictures`
    as in the frame.
    """
    settings = reader.settings
    return Frame(
        name=settings.sitename,
        home=reader.href("front"),
        here="",
        at="",
        same=Kept(),
        stylesheet=static["kyndig.css"],
        print=static.get("paper.css", ""),
        pdf=pdf,
        pictures=pictures,
        icon=static["kyndig.svg"],
        scripts=_by_stem(static, ".js"),
        styles=_by_stem(static, "/page.css"),
        search=reader.href("search"),
        index=index,
        default_url="",
        menu=tuple((key, reader.word(LIST_TITLES[key]), reader.href(key)) for key in _MENU),
        footer=tuple(_footer(reader)),
        built=format_date(reader.today, reader.language),
    )


def _by_stem(static: Mapping[str, str], suffix: str) -> dict[str, str]:
    return {name.removesuffix(suffix): address for name, address in static.items() if name.endswith(suffix)}


def _footer(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield the links of the foot; that to the page on accessibility has the name and the place the laws ask for."""
    own, statement = accessibility_page(reader), statement_address(reader)
    yield from ((reader.word(LIST_TITLES[key]), reader.href(key)) for key in _FOOT)
    for each in sorted(reader.catalogue.of_kind("page"), key=lambda each: (each.value.order, each.id)):
        if each is not own:
            yield reader.title(each).text, reader.href(each.ref)
    if statement:
        yield reader.word("Accessibility statement"), statement
    if address := fault_address(reader):
        yield reader.word("Report a fault"), address


def frame_of(reader: Reader, page: Page, frame: Frame) -> Frame:
    """Return the surroundings of one page, given those of its language."""
    here = reader.site.address(page.path)
    led_to = here == frame.search or any(here == href for _, _, href in frame.menu)
    return replace(frame, here=here, at=here if led_to else "", default_url=_default(reader, page))


def _default(reader: Reader, page: Page) -> str:
    """Return what hreflang x-default points to: English where the page is written in it, else the first that is."""
    pages = [
        reader.site.by_key[page.key, language]
        for language in ("en", *reader.catalogue.languages)
        if (page.key, language) in reader.site.by_key
    ]
    written = [each for each in pages if not each.is_fallback]
    return reader.site.absolute(written[0].path) if written else ""
