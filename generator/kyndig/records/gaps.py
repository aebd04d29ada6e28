"""Count what translations leave unsaid, so that it is told once, not once for each of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic
from .entry import Location, Spot


@dataclass(slots=True)
class Gaps:
    """Gather the words that translations lack while a file is merged.

    `lacking` holds every location a translation does not have, `unsaid` those of them that hold words, and
    `unread` what is there but wrong: an error tells of it, and no warning is needed.
    """

    lacking: dict[tuple[str, Location], Spot] = field(default_factory=dict)
    unsaid: list[tuple[str, Location]] = field(default_factory=list)
    unread: set[tuple[str, Location]] = field(default_factory=set)

    def note(self, languages: Iterable[str], at: Location, spot: Spot) -> None:
        """Remember that the translations to `languages` have nothing at a location."""
        self.lacking.update(((language, at), spot) for language in languages)

    def findings(self) -> Iterator[Diagnostic]:
        """Yield one warning for each outermost thing that a translation lacks the words of."""
        told: set[tuple[str, Location]] = set()
        for language, at in self.unsaid:
            above = [(language, at[:end]) for end in range(len(at) + 1)]
            whole = next(each for each in above if each in self.lacking)
            if whole not in told and not self.unread.intersection(above):
                told.add(whole)
                spot, message = self.lacking[whole], f"the translation to {language} does not say this"
                yield Diagnostic(
                    spot.place, "translation.missing", message, spot.where, "add it there", "warning"
                )
