"""The words for how people take part in a course."""

from __future__ import annotations

from ..reader import Reader


def mode_words(reader: Reader) -> dict[str, str]:
    """Return where people meet, in words."""
    return {
        "onsite": reader.word("in person"),
        "online": reader.word("online"),
        "blended": reader.word("in person and online"),
    }
