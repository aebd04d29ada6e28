"""Why something was taken away, as its author says."""

from __future__ import annotations

from ...catalogue import Entity
from ..reader import Reader


def withdrawal(reader: Reader, ref: str) -> Entity | None:
    """Return what an author says of why something was taken away."""
    found = (each for each in reader.catalogue.of_kind("withdrawal") if each.value.of == ref)
    return next(found, None)
