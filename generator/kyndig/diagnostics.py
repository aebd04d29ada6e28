"""What is wrong in what an author wrote: where, what, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Point into a file: its path from the site's root, and line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """Report one finding to the person who edits the file.

    `code` is stable and documented, `where` is the path of keys in the file (`course.teaches[1]`) or empty,
    `message` says what is wrong, `remedy` what would be right. `others` are further places that belong to it: what a
    place does not agree with, and where the same was found again.
    """

    place: Place
    code: str
    message: str
    where: str = ""
    remedy: str = ""
    severity: Severity = "error"
    others: tuple[Place, ...] = ()

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        beside = f"; see also {self._beside()}" if self.others else ""
        return f"{self.place}: {self.severity} {self.code}: {where}{self.message}{remedy}{beside}"

    def _beside(self) -> str:
        """Return the other places in words: those in the same file by line and column alone."""
        here = f"{self.place.file}:"
        return ", ".join(str(each).removeprefix(here) for each in self.others)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return `did you mean "x"?` for the nearest of `known`, or an empty text."""
    near = nearest(wrong, known)
    return f'did you mean "{near}"?' if near else ""


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Return the one of `known` that is most like `wrong`, or an empty text where none is."""
    return next(iter(get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)), "")


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding stops the build."""
    return any(each.severity == "error" for each in diagnostics)
