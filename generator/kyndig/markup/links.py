"""What a link in Markdown may lead to, and what the site answers when asked where it leads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResolvedLink:
    """Say where a link or an image leads."""

    href: str
    """The address, as the page needs it."""
    text: str | None = None
    """What to say where the author has left the text of the link empty: the name of what it leads to."""
    lang: str | None = None
    """The language of what it leads to, where that is not the language of the page."""
    width: int | None = None
    """The width of an image, so that the page does not jump when it comes."""
    height: int | None = None
    """The height of an image."""
    named: str = ""
    """The name of the file that it leads to, where the address does not show it."""


@dataclass(frozen=True, slots=True)
class LinkFault:
    """Say why a link leads nowhere, and what would be right."""

    message: str
    remedy: str = ""


Links = Callable[[str], ResolvedLink | LinkFault]
"""Asked once for each link and image, with its destination as the author means it."""

FORMATS = {
    "pdf": "PDF", "doc": "Word", "docx": "Word", "odt": "ODT", "rtf": "RTF", "xls": "Excel", "xlsx": "Excel",
    "ods": "ODS", "csv": "CSV", "ppt": "PowerPoint", "pptx": "PowerPoint", "odp": "ODP", "epub": "EPUB",
    "txt": "TXT", "zip": "ZIP",
}  # fmt: skip
"""End of a file's name → what readers call such a file; pages and pictures are not among them."""


def format_of(address: str) -> str:
    """Return what readers call the file an address leads to, or an empty text where it is a page or not known."""
    name = _BEHIND.split(address, maxsplit=1)[0].rpartition("/")[2]
    known = FORMATS.get(name.rpartition(".")[2].lower(), "")
    return known if "." in name and (_HOST_ALONE.fullmatch(address) is None) else ""


_BEHIND = re.compile(r"[?#]")
_HOST_ALONE = re.compile(r"\w+://[^/]*")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_RUNNING = frozenset({"javascript", "vbscript", "data"})
_SPACE = re.compile(r"[\x00-\x20]+")


def scheme_of(destination: str) -> str:
    """Return the scheme of a destination in lower case, or an empty text; browsers skip spaces within it."""
    match = _SCHEME.match(_SPACE.sub("", destination))
    return match[1].lower() if match else ""


def unsafe(destination: str) -> LinkFault | None:
    """Return why no page may lead to a destination, whatever the site says of it.

    Schemes that run a script, and what nh3 lets through (tried with version 0.3): addresses without a scheme,
    which leave the site unseen, characters that cannot be seen, and backslashes, which browsers read as
    slashes.
    """
    if any(unicodedata.category(each) in ("Cc", "Cf", "Cs") for each in destination):
        return LinkFault("the link has an invisible character in its address", "write the address anew")
    if "\\" in destination:
        return LinkFault(f'the address "{destination}" has a backslash', "write / instead")
    if (scheme := scheme_of(destination)) in _RUNNING:
        return LinkFault(f'an address may not begin with "{scheme}:"', "write a full https:// address")
    if destination.startswith("//"):
        return LinkFault(f'the address "{destination}" has no scheme', f"write https:{destination}")
    return None
