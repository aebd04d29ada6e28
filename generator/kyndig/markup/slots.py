"""Links that wait: a text is converted once, and each reader's page then leads its links.

Converting costs more than anything else that is done to a text; where its links lead is the only part of it that
differs from page to page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from ..diagnostics import Diagnostic, Place
from .convert import convert
from .links import ResolvedLink

_OUTSIDE = ("http", "https", "mailto", "tel")


_SLOT = re.compile(
    r'(?P<name>href|src)="/\.(?P<mark>k[0-9a-f]{16}-)(?P<number>\d+)"'
    r"(?:(?P<rest>[^>]*>)(?P<words>/\.(?P=mark)(?P=number)(?!\d))?)?"
)
"""A slot of any text. One pattern for all: compiling one a text took longer than everything else that is done to it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text in one language, as safe HTML with a slot for each link that stays on the site.

    `place` is where the text begins, `slots` the destinations in order as the author wrote them, `bare` the numbers of
    those whose link has no words of its own. `mark` stands in this HTML where a prefix of ids belongs, and with a
    number where a slot is. `findings` is all that is wrong with the text but for links that lead nowhere.
    """

    lang: str
    words: str
    place: Place
    markup: str
    mark: str
    slots: tuple[str, ...]
    bare: frozenset[int]
    findings: tuple[Diagnostic, ...]

    def filled(self, links: Callable[[str], ResolvedLink], prefix: str = "") -> str:
        """Return the HTML with every slot led where `links` says: the same as `convert` makes with these links."""
        markup = self._led([links(each) for each in self.slots]) if self.slots else self.markup
        return markup.replace(self.mark, prefix)

    def _led(self, answers: list[ResolvedLink]) -> str:
        def lead(match: re.Match[str]) -> str:
            if match["mark"] != self.mark:
                return match[0]
            number = int(match["number"])
            answer = answers[number]
            foreign = answer.lang if match["name"] == "href" and answer.lang != self.lang else None
            found = f'{match["name"]}="{_attribute(answer.href)}"'
            found += f' hreflang="{foreign}"' if foreign else ""
            if number not in self.bare:
                return found + (match["rest"] or "") + (match["words"] or "")
            found += f' lang="{foreign}"' if foreign else ""
            return found + match["rest"] + escape(answer.text or "", quote=False).replace("\u00a0", "&nbsp;")

        return _SLOT.sub(lead, self.markup)


def passage(words: str, place: Place, lang: str) -> Passage:
    """Convert a text once for all pages; the arguments are those of `convert`."""
    mark = f"k{sha256(words.encode('utf-8', 'replace')).hexdigest()[:16]}-"
    slots: list[str] = []

    def wait(destination: str) -> ResolvedLink:
        if destination.partition(":")[0] in _OUTSIDE:
            return ResolvedLink(destination)
        slots.append(destination)
        slot = f"/.{mark}{len(slots) - 1}"
        return ResolvedLink(slot, slot, named=destination)

    markup, findings = convert(words, place, wait, lang=lang, prefix=mark)
    bare = frozenset(int(each) for each in re.findall(rf'="/\.{mark}\d+"[^>]*>/\.{mark}(\d+)', markup))
    return Passage(lang, words, place, markup, mark, tuple(slots), bare, findings)


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("\u00a0", "&nbsp;")
