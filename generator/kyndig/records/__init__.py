"""Decode: from parsed files to typed, frozen records. The only door to pydantic; raw mappings end here."""

from .decode import decode
from .entry import Entry, Spot
from .kinds import FOLDERS, VOCABULARIES
from .promises import MANY, left_out
from .reading import Bundle, Reading, bundles, gathered, read

__all__ = [
    "FOLDERS",
    "MANY",
    "VOCABULARIES",
    "Bundle",
    "Entry",
    "Reading",
    "Spot",
    "bundles",
    "decode",
    "gathered",
    "left_out",
    "read",
]
