"""Read: from the bytes of a text with its translations to entries, and nothing else is needed for it.

So texts can be read side by side, and what was read once need not be read again while its bytes are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..diagnostics import Diagnostic, did_you_mean
from ..sources import Document, Source, parse
from .decode import decode
from .entry import Entry
from .files import split_language
from .promises import left_out


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files that belong together: those of one name, in every language and with every suffix, sorted by path."""

    name: str
    sources: tuple[Source, ...]

    @property
    def digest(self) -> str:
        """Two bundles with the same digest hold the same bytes at the same paths."""
        return "\n".join(f"{each.path} {each.digest}" for each in self.sources)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a bundle says: its entries, what is wrong in it, and what it would have said but for that."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]
    promises: frozenset[tuple[str, str]]


def bundles(sources: Iterable[Source]) -> tuple[Bundle, ...]:
    """Put the texts among the files of a site together, sorted by name."""
    found: dict[str, list[Source]] = {}
    for each in sources:
        if each.is_text:
            found.setdefault(split_language(each.path)[0].rpartition(".")[0], []).append(each)
    return tuple(Bundle(name, tuple(each)) for name, each in sorted(found.items()))


def read(bundle: Bundle, languages: tuple[str, ...]) -> Reading:
    """Read one bundle; `languages` are those of the site."""
    documents: list[Document] = []
    found: list[Diagnostic] = []
    for source in bundle.sources:
        document, faults = parse(source.path, source.data)
        found += faults
        if document is not None:
            documents.append(document)
    unread = frozenset(each.path for each in bundle.sources) - {each.path for each in documents}
    entries, faults = decode(documents, languages, unread)
    return Reading(entries, (*found, *faults), left_out(documents, unread, entries))


def gathered(readings: Iterable[Reading], paths: Iterable[str]) -> Reading:
    """Return what all bundles say together; `paths` are those of all texts."""
    readings = tuple(readings)
    entries = sorted(
        (entry for each in readings for entry in each.entries), key=lambda entry: entry.files[0][1]
    )
    promises = frozenset().union(*(each.promises for each in readings))
    originals = [path for path in paths if split_language(path)[1] is None]
    found = (_meant(fault, originals) for each in readings for fault in each.diagnostics)
    return Reading(tuple(entries), tuple(found), promises - {(each.kind, each.id) for each in entries})


def _meant(fault: Diagnostic, originals: list[str]) -> Diagnostic:
    """Say which of all originals a translation without one may have meant."""
    if fault.code != "original.missing":
        return fault
    near = did_you_mean(split_language(fault.place.file)[0], originals)
    return replace(fault, remedy=near) if near else fault
