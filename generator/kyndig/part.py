"""A part of a site: some files that are made together, besides its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Some files that are made together: the same as before where what was read, and `digest`, are the same.

    The second word of the name is the language, where the part has one.
    """

    name: str
    digest: str
    make: Callable[[], dict[str, bytes]]

    @property
    def language(self) -> str:
        """The language of the files, or nothing."""
        return self.name.split(" ")[1] if " " in self.name else ""
