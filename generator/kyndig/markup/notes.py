"""Footnotes: numbered in the order a reader meets them, and named for those who hear them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..diagnostics import Diagnostic
from .places import Finder

_ID = re.compile(r"#?fn(ref[0-9]*)?:(.*)", re.DOTALL)
_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](:?)")

_WORDS = {
    "da": ("Noter", "Tilbage til teksten ved note {}"),
    "nb": ("Noter", "Tilbake til teksten ved note {}"),
    "nn": ("Notar", "Tilbake til teksten ved note {}"),
    "sv": ("Noter", "Tillbaka till texten vid not {}"),
    "en": ("Notes", "Back to the text at note {}"),
}


def arrange_notes(root: Element, lang: str, prefix: str) -> None:
    """Number the footnotes of a tree, and give them the roles of DPUB-ARIA.

    Python-Markdown numbers them as they are defined and names them after what the author wrote, which may be
    anything; here both follow the order of the references. A note that nothing refers to is left out.
    """
    section = next((each for each in root.iter("div") if each.get("class") == "footnote"), None)
    if section is None:
        return
    labels = dict.fromkeys(_label(each.get("id", "")) for each in root.iter("sup"))
    numbers = {label: number for number, label in enumerate(labels, 1)}
    _put_in_order(section, numbers)
    heading, back = _WORDS.get(lang, _WORDS["en"])
    section.tag = "section"
    section.attrib = {"class": "footnotes", "role": "doc-endnotes", "aria-label": heading}
    for element in root.iter():
        if element.tag in ("sup", "li") and _ID.match(element.get("id", "")):
            element.set("id", prefix + _renamed(element.get("id", ""), numbers))
        elif element.tag == "a" and (kind := element.get("class")):
            label = _label(element.get("href", ""))
            element.set("href", f"#{prefix}{_renamed(element.get('href', ''), numbers)}")
            if kind == "footnote-ref":
                element.text = str(numbers[label])
                element.set("role", "doc-noteref")
            else:
                element.attrib.pop("title", None)
                element.set("role", "doc-backlink")
                element.set("aria-label", back.format(numbers[label]))


def check_notes(prose: str, finder: Finder) -> Iterator[Diagnostic]:
    """Yield a finding for each reference without a note, and for each note without a reference.

    `prose` is the source without its code.
    """
    met = [(match[1], bool(match[2]), match.start()) for match in _REFERENCE.finditer(prose)]
    defined = {label for label, is_note, _ in met if is_note}
    used = {label for label, is_note, _ in met if not is_note}
    for label, is_note, offset in met:
        if not is_note and label not in defined:
            message, remedy = (
                f"there is no note [^{label}]",
                f"write [^{label}]: and the note, in a paragraph of its own",
            )
            yield Diagnostic(finder.at(offset), "markup.footnote", message, remedy=remedy)
        elif is_note and label not in used:
            message, remedy = (
                f"nothing refers to the note [^{label}]",
                f"write [^{label}] where it belongs, or delete it",
            )
            yield Diagnostic(finder.at(offset), "markup.footnote", message, remedy=remedy)


def _label(identifier: str) -> str:
    match = _ID.fullmatch(identifier)
    return match[2] if match else ""


def _renamed(identifier: str, numbers: dict[str, int]) -> str:
    match = _ID.fullmatch(identifier)
    return f"fn{match[1] or ''}:{numbers[match[2]]}" if match else identifier


def _put_in_order(section: Element, numbers: dict[str, int]) -> None:
    for rule in section.findall("hr"):
        section.remove(rule)
    for ordered in section.findall("ol"):
        used = [each for each in ordered if _label(each.get("id", "")) in numbers]
        ordered[:] = sorted(used, key=lambda each: numbers[_label(each.get("id", ""))])
