"""What stands in files that could not be read: references to it are not wrong, so nothing is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..sources import Document, Mapping
from .entry import Entry
from .files import place_of, split_language
from .kinds import VOCABULARIES

MANY = "*"
"""Stands for the ids in a file that holds many things."""


def left_out(
    documents: Iterable[Document], unread: Iterable[str], entries: Iterable[Entry]
) -> frozenset[tuple[str, str]]:
    """Return kind and id of everything that was written, but did not become an entry.

    `unread` are the paths of files that could not be parsed.
    """
    entries = tuple(entries)
    used = {path for entry in entries for _, path in entry.files}
    concepts = {(entry.kind, entry.id) for entry in entries}
    found = {promise for path in unread for promise in _of_path(path, None)}
    for document in documents:
        if document.path not in used or "/vocabularies/" in document.path:
            found.update(_of_path(document.path, document.front))
    return frozenset(found - concepts)


def _of_path(path: str, front: Mapping | None) -> Iterator[tuple[str, str]]:
    """Yield kind and id of what a file holds, as far as its path and its keys tell."""
    fault, kind = place_of(path)
    if fault or split_language(path)[1]:
        return
    _, *folders, name = path.rsplit(".", 1)[0].split("/")[1:]
    if kind is None:
        keys = front.keys() if front else (MANY,)
        yield from ((VOCABULARIES[name][0], key) for key in keys)
    elif kind.name == "catalogue":
        courses = front.get("courses") if front else None
        keys = courses.keys() if isinstance(courses, Mapping) else (MANY,)
        yield from (("course", key) for key in keys)
    else:
        yield kind.name, folders[0] if kind.name == "curriculum" else "/".join([*folders, name])
