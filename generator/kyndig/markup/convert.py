"""The way of a text: limits, tree, what is changed in the tree, HTML, and only what is safe of it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..diagnostics import Diagnostic, Place
from .fences import fences, without_code
from .limits import Excess, excess
from .links import Links
from .machine import machine, parse, write
from .notes import arrange_notes, check_notes
from .places import Finder
from .safe import sanitised
from .tree import Setting, check_raw, prepare_headings, prepare_links, prepare_tables


def convert(
    text: str, place: Place, links: Links, *, lang: str = "en", prefix: str = ""
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return an author's Markdown as safe HTML, and what is wrong with it.

    `place` is where the text begins in its file; findings point at the line and column of what they are
    about. `links` is asked for each destination but those of headings in the same text. `lang` is the
    language of the text, and `prefix` begins every id in the result, for pages that show more than one text.
    Tables, footnotes, fenced code and definition lists are understood; the highest heading
    becomes the level below the page's title.

    Never raises for anything an author may write, and the same text always gives the same result.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    finder = Finder(text, place)
    if too_much := excess(text):
        return "", (_too_complex(too_much, place),)
    try:
        with machine() as lent:
            root = parse(text, lent)
            found = [*_open_fences(text, place), *_prepare(root, text, Setting(links, finder, lang, prefix))]
            markup = write(root, lent)
    except RecursionError:
        return "", (_too_complex(Excess(1, "the text is nested too deeply", "use fewer levels"), place),)
    return sanitised(markup), tuple(sorted(found))


def _prepare(root: Element, text: str, setting: Setting) -> Iterator[Diagnostic]:
    ids = prepare_headings(root, setting)
    prepare_tables(root)
    yield from check_raw(root, setting.finder)
    yield from prepare_links(root, setting, ids)
    if "[^" in text:
        arrange_notes(root, setting.lang, setting.prefix)
        yield from check_notes(without_code(text), setting.finder)


def _open_fences(text: str, place: Place) -> Iterator[Diagnostic]:
    remedy = "close it with ``` in a line of its own"
    for fence in fences(text.split("\n")):
        if not fence.is_closed:
            at = Place(place.file, place.line + fence.start)
            yield Diagnostic(at, "markup.fence", "the code that begins here has no end", remedy=remedy)


def _too_complex(fault: Excess, place: Place) -> Diagnostic:
    at = Place(place.file, place.line + fault.line - 1)
    return Diagnostic(at, "markup.too-complex", fault.message, remedy=fault.remedy)
