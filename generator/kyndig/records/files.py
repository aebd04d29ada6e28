"""Put files together: an original with its translations, each in the place its kind belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..diagnostics import Diagnostic, Place, did_you_mean
from ..locales.languages import LANGUAGES, normalise_tag
from ..sources import Document
from .kinds import FOLDERS, VOCABULARIES, Kind, kind_of

_TRANSLATION = re.compile(r"(?P<base>.+)\.(?P<language>[A-Za-z]{2,3}(-[A-Za-z]+)?)")
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

    def path_facts(self) -> dict[str, object]:
        """Return the facts that the path states: the id, and the version or day where the kind has one."""
        *folders, name = self.parts[1:]
        if self.kind and self.kind.name == "curriculum":
            return {"id": folders[0], "version": name}
        if self.kind and self.kind.name == "news" and (match := _NEWS.fullmatch(name)):
            return {"id": name, "day": date.fromisoformat(match["day"])}
        return {"id": "/".join([*folders, name])}


def group_files(
    documents: Iterable[Document], languages: tuple[str, ...]
) -> tuple[tuple[FileGroup, ...], tuple[Diagnostic, ...]]:
    """Pair originals with their translations.

    `documents` come in any order; the groups come sorted by path. A translation without an original, a language the
    site does not have and a file in no known place are reported and left out.
    """
    found: list[Diagnostic] = []
    originals: dict[str, Document] = {}
    translations: dict[str, list[tuple[str, Document]]] = {}
    for document in sorted(documents, key=lambda each: each.path):
        base = document.path.rsplit(".", 1)[0]
        match = _TRANSLATION.fullmatch(base)
        if match is None:
            originals[base] = document
        elif match["language"] in languages:
            translations.setdefault(match["base"], []).append((match["language"], document))
        else:
            found.append(_unknown_language(document, match["language"], languages))
    found += _orphans(originals, translations)
    groups = []
    for base, document in originals.items():
        problem, kind = _place(document)
        if problem:
            found.append(problem)
        else:
            groups.append(FileGroup(base, document, tuple(translations.get(base, ())), kind))
    return tuple(groups), tuple(found)


def _unknown_language(document: Document, language: str, languages: tuple[str, ...]) -> Diagnostic:
    known = normalise_tag(language) if normalise_tag(language) in languages else None
    remedy = f'did you mean "{known}"?' if known else f"the site has {', '.join(languages)}"
    what = "has no words in this site" if language in LANGUAGES else "is not a language the site knows"
    return Diagnostic(Place(document.path), "language.unknown", f'"{language}" {what}', remedy=remedy)


def _orphans(
    originals: dict[str, Document], translations: dict[str, list[tuple[str, Document]]]
) -> Iterable[Diagnostic]:
    for base, documents in translations.items():
        for _, document in documents:
            suffix = document.path.rsplit(".", 1)[-1]
            original = originals.get(base)
            if original is None:
                remedy = did_you_mean(base, originals) or f"write {base}.{suffix} first"
                yield Diagnostic(
                    Place(document.path), "original.missing", f"there is no original {base}.{suffix}", remedy=remedy
                )
            elif original.path.rsplit(".", 1)[-1] != suffix:
                yield Diagnostic(
                    Place(document.path), "original.suffix", f"the original is {original.path}",
                    remedy="give the translation the same suffix",
                )


def _place(document: Document) -> tuple[Diagnostic | None, Kind | None]:
    path = document.path.split("/", 1)[1]
    folder, _, name = path.partition("/")
    if folder == "vocabularies":
        stem = name.rsplit(".", 1)[0]
        if stem in VOCABULARIES and name.endswith(".yaml"):
            return None, None
        remedy = did_you_mean(stem, VOCABULARIES) or f"known are {', '.join(VOCABULARIES)}"
        return Diagnostic(Place(document.path), "file.place", f'there is no vocabulary "{stem}"', remedy=remedy), None
    kind = kind_of(path)
    if kind is not None and (kind.name != "news" or _NEWS.fullmatch(name.rsplit(".", 1)[0])):
        return None, kind
    forms = [each.path for each in FOLDERS.get(folder, ())] or [f"{each}/" for each in (*FOLDERS, "vocabularies")]
    remedy = did_you_mean(folder, FOLDERS) or f"known are {', '.join(forms)}"
    return Diagnostic(Place(document.path), "file.place", "nothing is kept at this path", remedy=remedy), None
