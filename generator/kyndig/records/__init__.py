"""Decode: from parsed files to typed, frozen records. The only door to pydantic; raw mappings end here."""

from .decode import decode
from .entry import Entry, Spot

__all__ = ["Entry", "Spot", "decode"]
