"""The parse stage: from the bytes of one file to its keys and values and its body."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from ..diagnostics import Diagnostic, Place
from .strict_yaml import read_yaml
from .text import read_text
from .tree import Mapping

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """Hold one file as its author wrote it, with the place of every value."""

    path: str
    kind_path: tuple[str, ...]
    """The path in the content folder without suffix: `content/courses/x.da.md` is `("courses", "x.da")`."""
    front: Mapping
    body: str | None
    """The Markdown after the front matter, unchanged; None where there is none or only white space."""
    body_place: Place | None
    """Where the first line of the body stands, so that line n of the body is `body_place.line + n`."""


def parse(path: str, data: bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read a `.yaml` file, or a `.md` file with front matter; `path` is relative to the site's root.

    Never raises for what an author wrote. There is a document if its keys could be read, even beside errors.
    """
    suffix = PurePosixPath(path).suffix
    if suffix not in {".yaml", ".md"}:
        return None, (_wrong_suffix(path, suffix),)
    text, found = read_text(data, path)
    if text is None:
        return None, found
    if suffix == ".yaml":
        front, more = read_yaml(text, path)
        document = Document(path, _kind_path(path), front, None, None) if front else None
        return document, (*found, *more)
    document, more = _with_front(path, text)
    return document, (*found, *more)


def _wrong_suffix(path: str, suffix: str) -> Diagnostic:
    message = f'a file with the suffix "{suffix}" cannot hold content'
    remedy = "use .yaml" if suffix == ".yml" else "use .yaml or .md"
    return Diagnostic(Place(path), "file.suffix", message, remedy=remedy)


def _kind_path(path: str) -> tuple[str, ...]:
    return PurePosixPath(path).with_suffix("").parts[1:]


def _with_front(path: str, text: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Divide a Markdown file at the two fences: the first line and the next `---`."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        message = f'the file does not begin with front matter between two lines "{FENCE}"'
        remedy = f'begin it with the line "{FENCE}", the keys and values, and again "{FENCE}"'
        return None, (Diagnostic(Place(path), "front.missing", message, remedy=remedy),)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        message = "the front matter that begins in line 1 is never closed"
        remedy = f'write a line "{FENCE}" after the last key'
        return None, (Diagnostic(Place(path), "front.unclosed", message, remedy=remedy),)
    front, found = read_yaml("\n".join(lines[1:end]), path, first_line=2)
    if front is None:
        return None, found
    body = "\n".join(lines[end + 1 :])
    kept, place = (body, Place(path, end + 2)) if body.strip() else (None, None)
    return Document(path, _kind_path(path), front, kept, place), found
