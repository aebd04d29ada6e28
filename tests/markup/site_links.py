"""Links as a small site would answer them, for the tests of Markdown."""

from __future__ import annotations

from kyndig.diagnostics import Place
from kyndig.markup import LinkFault, ResolvedLink, convert

KNOWN = {
    "competency:an/9": ResolvedLink("/da/spinal.html", "Spinal anæstesi"),
    "course:airway": ResolvedLink("/da/luftvei.html", "Luftvei & pust", "nb"),
    "hjerte.png": ResolvedLink("/files/hjerte.png", width=640, height=480),
    "nameless": ResolvedLink("/da/x.html"),
    "wrong": ResolvedLink("javascript:alert(1)"),
}


def answer(destination: str) -> ResolvedLink | LinkFault:
    """Say where a link leads; addresses outside the site lead where they say."""
    if destination.startswith(("http:", "https:", "mailto:", "tel:")):
        return ResolvedLink(destination)
    return KNOWN.get(destination) or LinkFault(f'there is no "{destination}"', "write kind:id")


def html(text: str, lang: str = "da", prefix: str = "") -> str:
    """Return a text as HTML; it must have no faults."""
    markup, found = convert(text, Place("content/pages/a.md"), answer, lang=lang, prefix=prefix)
    assert [str(each) for each in found] == []
    return markup


def faults(text: str, place: Place | None = None) -> list[str]:
    """Return what is wrong with a text, without the name of the file."""
    _, found = convert(text, place or Place("a.md"), answer, lang="da")
    return [str(each).removeprefix("a.md:") for each in found]
