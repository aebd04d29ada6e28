"""Cut words to a length, between two of them."""

from __future__ import annotations

from collections.abc import Callable

_END = "…"
_LOOSE = " ,;:.–-·(«„"
"""What a text is not left to end with before the mark that something is left out."""


def cut(text: str, room: int, weigh: Callable[[str], int] = len) -> str:
    """Return a text that fits into some room: whole, or as many words as there is room for, and `…`.

    `weigh` tells how much room a text takes. A first word that is too long by itself is broken; where there is room for
    nothing the text is empty.
    """
    if weigh(text) <= room:
        return text
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        found = " ".join(words[:count]).rstrip(_LOOSE) + _END
        if found != _END and weigh(found) <= room:
            return found
    for length in range(len(words[0]), 0, -1):
        if weigh(words[0][:length] + _END) <= room:
            return words[0][:length] + _END
    return ""
