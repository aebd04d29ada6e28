"""Faults as the preview shows them: those of the content as they are, those of the theme by their place in a template."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path

from ..diagnostics import Diagnostic, Place

_MOST = 30
"""Faults that are shown at once: the first is the one to mend."""


def fault_of(error: Exception, root: Path, theme: Path) -> Diagnostic:
    """Return what a failure means for whoever edits the theme or its words.

    Its place is the innermost line of a template that has to do with it; without one it is a fault of ours.
    """
    frames = [(each.filename, each.lineno or 1) for each in traceback.extract_tb(error.__traceback__)]
    inside = [(file, line) for file, line in frames if Path(file).is_relative_to(theme)]
    named = getattr(error, "filename", None)  # a template that cannot be read has no frame yet
    if isinstance(named, str) and Path(named).is_relative_to(theme):
        inside.append((named, getattr(error, "lineno", 1)))
    message = f"{type(error).__name__}: {error}"
    if inside:
        file, line = inside[-1]
        return Diagnostic(Place(_shown(Path(file), root), line), "theme.template", message)
    if type(error).__module__.startswith(__package__.partition(".")[0] + ".locales"):
        return Diagnostic(Place("i18n"), "theme.words", str(error))
    file, line = frames[-1] if frames else ("kyndig", 1)
    return Diagnostic(
        Place(_shown(Path(file), root), line), "kyndig.failed", message, remedy="please report it"
    )


def as_rows(faults: Iterable[Diagnostic]) -> list[dict[str, str]]:
    """Return faults as texts for the browser: place, what is wrong, and what would be right."""
    faults = tuple(faults)
    rows = [
        {
            "place": str(each.place),
            "code": each.code,
            "message": f"{each.where}: {each.message}" if each.where else each.message,
            "remedy": each.remedy,
        }
        for each in faults[:_MOST]
    ]
    left = len(faults) - len(rows)
    if left:
        rows.append({"place": "", "code": "", "message": f"and {left} more, in the terminal", "remedy": ""})
    return rows


def _shown(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
