"""Put files together: an original with its translations, each in the place its kind belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..diagnostics import Diagnostic, Place, did_you_mean
from ..locales.dates import DateFault, parse_date
from ..locales.languages import LANGUAGES, normalise_tag
from ..sources import Document
from .ids import ID, ID_RULE
from .kinds import FOLDERS, VOCABULARIES, Kind, kind_of

_TRANSLATION = re.compile(r"(?P<base>.+)\.(?P<language>[A-Za-z]{2,3}([-_][A-Za-z]+)?)(?P<suffix>\.[a-z]+)")
_NEWS = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})-(?P<id>.+)")


@dataclass(frozen=True, slots=True)
class FileGroup:
    """An original document with its translations, by language; `kind` is None for a vocabulary."""

    base: str
    original: Document
    translations: tuple[tuple[str, Document], ...]
    kind: Kind | None

    @property
    def parts(self) -> list[str]:
        """The path below `content/`, without suffix, in its parts."""
        return self.base.split("/")[1:]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The original and its translations."""
        return (self.original, *(document for _, document in self.translations))

    def path_facts(self) -> dict[str, object]:
        """Return the facts that the path states: the id, and the version or day where the kind has one."""
        *folders, name = self.parts[1:]
        if self.kind and self.kind.name == "curriculum":
            return {"id": folders[0], "version": name}
        if self.kind and self.kind.name == "mapping":
            return {"id": folders[0]}
        if self.kind and self.kind.name == "news":
            return {"id": name, "day": _day(name)}
        return {"id": "/".join([*folders, name])}


def group_files(
    documents: Iterable[Document], languages: tuple[str, ...], unread: frozenset[str] = frozenset()
) -> tuple[tuple[FileGroup, ...], tuple[Diagnostic, ...]]:
    """Pair originals with their translations.

    `documents` come in any order; the groups come sorted by path. A translation without an original, a
    language the site does not have and a file in no known place are reported and left out. `unread` are files
    that are there, but could not be parsed.
    """
    found: list[Diagnostic] = []
    originals: dict[str, Document] = {}
    translations: dict[str, list[tuple[str, Document]]] = {}
    for document in sorted(documents, key=lambda each: each.path):
        original, language = split_language(document.path)
        if language is None:
            originals[document.path] = document
        elif language in languages:
            translations.setdefault(original, []).append((language, document))
        else:
            found.append(_unknown_language(document, language, languages))
    found += _orphans({*originals, *unread}, translations)
    groups, misplaced = _grouped(originals, translations)
    return groups, (*found, *misplaced)


def _grouped(
    originals: dict[str, Document], translations: dict[str, list[tuple[str, Document]]]
) -> tuple[tuple[FileGroup, ...], list[Diagnostic]]:
    groups, misplaced = [], []
    for path, document in originals.items():
        fault, kind = place_of(path)
        if fault:
            misplaced.append(fault)
        else:
            base = path.rsplit(".", 1)[0]
            groups.append(FileGroup(base, document, tuple(translations.get(path, ())), kind))
    return tuple(groups), misplaced


def split_language(path: str) -> tuple[str, str | None]:
    """Return the path of the original, and the language where the path is that of a translation."""
    match = _TRANSLATION.fullmatch(path)
    return (f"{match['base']}{match['suffix']}", match["language"]) if match else (path, None)


def _unknown_language(document: Document, language: str, languages: tuple[str, ...]) -> Diagnostic:
    known = normalise_tag(language)
    remedy = f'did you mean "{known}"?' if known in languages else f"the site has {', '.join(languages)}"
    what = "has no words in this site" if language in LANGUAGES else "is not a language the site knows"
    return Diagnostic(Place(document.path), "language.unknown", f'"{language}" {what}', remedy=remedy)


def _orphans(there: set[str], translations: dict[str, list[tuple[str, Document]]]) -> Iterable[Diagnostic]:
    for original, documents in translations.items():
        if original in there:
            continue
        base = original.rsplit(".", 1)[0]
        other = next((path for path in (f"{base}.md", f"{base}.yaml") if path in there), None)
        for _, document in documents:
            place = Place(document.path)
            if other:
                remedy = "give the translation the same suffix"
                yield Diagnostic(place, "original.suffix", f"the original is {other}", remedy=remedy)
            else:
                near = [path for path in there if split_language(path)[1] is None]
                remedy = did_you_mean(original, near) or f"write {original} first"
                yield Diagnostic(place, "original.missing", f"there is no original {original}", remedy=remedy)


def place_of(path: str) -> tuple[Diagnostic | None, Kind | None]:
    """Return the kind of an original by its path, None for a vocabulary; or what is wrong with the path."""
    folder, _, name = path.split("/", 1)[1].partition("/")
    if folder == "vocabularies":
        return _vocabulary_fault(path, name), None
    kind = kind_of(path.split("/", 1)[1])
    if kind is None:
        return _no_place(path, folder), None
    stem = name.rsplit(".", 1)[0]
    wrong = next((part for part in stem.split("/") if not ID.fullmatch(part)), None)
    if wrong is not None:
        return Diagnostic(Place(path), "id.form", f'"{wrong}" cannot be an id', remedy=ID_RULE), None
    if kind.name == "news" and _day(stem) is None:
        message = "the name of a piece of news begins with its date"
        return Diagnostic(Place(path), "file.place", message, remedy="name it 2026-11-22-<id>.md"), None
    return None, kind


def _day(name: str) -> date | None:
    match = _NEWS.fullmatch(name)
    try:
        return parse_date(match["day"]) if match else None
    except DateFault:
        return None


def _vocabulary_fault(path: str, name: str) -> Diagnostic | None:
    stem = name.rsplit(".", 1)[0]
    if stem not in VOCABULARIES:
        remedy = did_you_mean(stem, VOCABULARIES) or f"known are {', '.join(VOCABULARIES)}"
        return Diagnostic(Place(path), "file.place", f'there is no vocabulary "{stem}"', remedy=remedy)
    if not name.endswith(".yaml"):
        return Diagnostic(
            Place(path), "file.place", "a vocabulary is a .yaml file", remedy=f"call it {stem}.yaml"
        )
    return None


def _no_place(path: str, folder: str) -> Diagnostic:
    forms = [each.path for each in FOLDERS.get(folder, ())] or [
        f"{each}/" for each in (*FOLDERS, "vocabularies")
    ]
    near = "" if folder in FOLDERS else did_you_mean(folder, (*FOLDERS, "vocabularies"))
    remedy = near or f"known are {', '.join(forms)}"
    return Diagnostic(Place(path), "file.place", "nothing is kept at this path", remedy=remedy)
