"""What is changed in the tree of a text before it becomes HTML: headings, tables, links, images."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..diagnostics import Diagnostic
from ..locales.slugs import SlugFault, slugify
from .links import LinkFault, Links, ResolvedLink, format_of, scheme_of, unsafe
from .machine import RAW, unescaped, without_stash, words_of
from .places import Finder

_SHOWN = 40
_INSTEAD = {
    "a": "write [text](address)",
    "b": "write **text**",
    "br": "end the line above with two spaces, or begin a new paragraph",
    "em": "write *text*",
    "i": "write *text*",
    "img": "write ![what it shows](address)",
    "strong": "write **text**",
    "sub": "write the letters ₀₁₂₃ themselves",
    "sup": "write the letters ⁰¹²³ themselves",
    "!": "delete it: readers of the source see it too",
}
_OTHERWISE = "write it in Markdown, or put code between `backticks`"


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold what the tree is prepared for: who knows the links, where things stand, and the page around it."""

    links: Links
    finder: Finder
    lang: str
    prefix: str


def prepare_headings(root: Element, setting: Setting) -> frozenset[str]:
    """Put the highest headings one level below the page's title, leave no level out, and give each an id.

    Returns the ids, which are slugs of the words. Whether an author begins with `#` or `##` makes no difference.
    """
    taken: dict[str, int] = {}
    used = sorted({element.tag for element in root.iter() if _is_heading(element)})
    for element in root.iter():
        if _is_heading(element):
            element.tag = f"h{min(used.index(element.tag) + 2, 6)}"
            slug = _free(_slug(words_of(element), setting.lang), taken)
            taken[slug] = 1
            element.set("id", setting.prefix + slug)
    return frozenset(taken)


def _is_heading(element: Element) -> bool:
    return len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit()


def prepare_tables(root: Element) -> None:
    """Say which cells head a column, and how columns are aligned without a style."""
    for element in root.iter():
        if element.tag in ("th", "td") and (align := element.attrib.pop("align", None)):
            element.set("class", f"align-{align}")
        if element.tag == "th":
            element.set("scope", "col")


def prepare_links(root: Element, setting: Setting, ids: frozenset[str]) -> Iterator[Diagnostic]:
    """Lead each link and image where the site says, and yield what is wrong with them.

    A link to a heading of the same text needs no answer. What leads nowhere is shown as its words alone.
    """
    for element in root.iter():
        if element.tag == "img" and not words_of_alt(element):
            yield _fault(
                element,
                setting,
                "markup.alt",
                LinkFault("the image has no words", "write ![what it shows](address)"),
            )
        elif element.tag in ("a", "img") and element.get("class") is None:
            yield from _prepare_link(element, setting, ids)


def check_raw(root: Element, finder: Finder) -> Iterator[Diagnostic]:
    """Yield an error for each tag or comment of HTML; the end of an element goes with its beginning."""
    began = False
    for element in root.iter(RAW):
        words = words_of(element)
        spot = finder.words(words)
        if words.startswith("</") and began:
            continue
        began = True
        name = words.strip("<>/ ").split()[0].lower() if words.strip("<>/ ") else ""
        remedy = _INSTEAD.get("!" if name[:1] in ("!", "?") else name, _OTHERWISE)
        if ":" in name:
            remedy = f"write [text]({name})"
        line = " ".join(words.split())
        shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
        yield Diagnostic(
            finder.place(spot), "markup.html", f"HTML may not stand in Markdown: {shown}", remedy=remedy
        )


def words_of_alt(image: Element) -> str:
    return without_stash(image.get("alt", "")).strip()


def _slug(words: str, lang: str) -> str:
    try:
        return slugify(words, lang)
    except SlugFault:
        return "section"


def _free(slug: str, taken: dict[str, int]) -> str:
    """Return a slug that no heading has; `taken` counts how often each was asked for."""
    while slug in taken:
        taken[slug] += 1
        slug = f"{slug}-{taken[slug]}"
    return slug


def _destination(element: Element) -> str:
    written = element.get("href" if element.tag == "a" else "src", "")
    return unescaped(without_stash(written)).strip()


def _prepare_link(element: Element, setting: Setting, ids: frozenset[str]) -> Iterator[Diagnostic]:
    destination = _destination(element)
    code, answer = _answer(element, destination, setting, ids)
    if isinstance(answer, LinkFault):
        yield _fault(element, setting, code, answer)
    else:
        setting.finder.destination(destination)
        _lead(element, answer, setting.lang)


def _answer(
    element: Element, destination: str, setting: Setting, ids: frozenset[str]
) -> tuple[str, ResolvedLink | LinkFault]:
    """Return where an element leads, or the code of what is wrong and why."""
    if destination.startswith("#") and destination[1:] in ids:
        answer: ResolvedLink | LinkFault = ResolvedLink(f"#{setting.prefix}{destination[1:]}")
    elif not destination:
        return "link.empty", LinkFault("the link has no address", "write it in the brackets ()")
    elif danger := unsafe(destination):
        return "link.unsafe", danger
    else:
        answer = setting.links(destination)
    if isinstance(answer, LinkFault):
        return "link.unknown", answer
    if danger := unsafe(answer.href):
        return "link.unsafe", danger
    if not answer.text and not _has_words(element):
        return "link.empty", LinkFault(
            f"the link to {destination} has no words", "write them in the brackets []"
        )
    return "", answer


def _fault(element: Element, setting: Setting, code: str, fault: LinkFault) -> Diagnostic:
    """Leave only the words of a link or image, and say what is wrong with it."""
    spot = setting.finder.destination(_destination(element))
    if element.tag == "img":
        element.text = AtomicString(_escaped(words_of_alt(element)))
    element.tag = "span"
    element.attrib.clear()
    return Diagnostic(setting.finder.place(spot), code, fault.message, remedy=fault.remedy)


def _has_words(element: Element) -> bool:
    return element.tag == "img" or bool(words_of(element).strip()) or element.find(".//img") is not None


def _lead(element: Element, answer: ResolvedLink, lang: str) -> None:
    if element.tag == "img":
        element.set("src", _escaped(answer.href))
        for name, value in (("width", answer.width), ("height", answer.height)):
            if value is not None:
                element.set(name, str(value))
        return
    element.set("href", _escaped(answer.href))
    if scheme_of(answer.href) in ("http", "https"):
        element.set("rel", "noopener")
    foreign = answer.lang if answer.lang != lang else None
    if foreign:
        element.set("hreflang", foreign)
    if answer.text and not _has_words(element):
        element.text = AtomicString(_escaped(answer.text))
        if foreign:
            element.set("lang", foreign)
    _name_format(element, answer.named or answer.href)


def _name_format(element: Element, href: str) -> None:
    """End the words of a link to a file with its format, so that nobody opens one unawares."""
    if (form := format_of(href)) and form.lower() not in words_of(element).lower():
        said = f" ({form})"
        if len(element):
            element[-1].tail = (element[-1].tail or "") + said
        else:
            element.text = AtomicString(f"{element.text or ''}{said}")


def _escaped(text: str) -> str:
    """Return a text in which no & is taken for an entity; Python-Markdown escapes the rest."""
    return text.replace("&", "&amp;")
