"""Where the ledger lies, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from .history import Ledger
from .lines import Line, read, text_of

FOLDER = "ledger"
FILE = f"{FOLDER}/announced.txt"
"""The ledger, seen from the folder of the site."""

_ATTRIBUTES = "# git keeps the lines of both sides where branches meet.\nannounced.txt merge=union\n"


def written(root: Path, lines: Iterable[Line]) -> bool:
    """Write the ledger of a site, and what git must know of it; return whether it is another than before."""
    path = root / FILE
    attributes = path.with_name(".gitattributes")
    path.parent.mkdir(exist_ok=True)
    if not attributes.exists():
        attributes.write_text(_ATTRIBUTES, "utf-8")
    text = text_of(lines)
    if path.exists() and path.read_text("utf-8") == text:
        return False
    path.write_text(text, "utf-8", newline="\n")
    return True


def read_ledger(root: Path) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """Read the ledger of a site, and what is wrong in it; where there is none, nothing has been said yet."""
    try:
        text = (root / FILE).read_text("utf-8")
    except FileNotFoundError:
        return Ledger(), ()
    except (OSError, UnicodeDecodeError) as error:
        message = f"the ledger cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8 text'}"
        return Ledger(), (Diagnostic(Place(FILE), "ledger.line", message, remedy="restore it from git"),)
    lines, faults = read(text, FILE)
    return Ledger.of(lines), faults
