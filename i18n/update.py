"""Bring the catalogues up to date: collect every word of the theme and the code, keep what is translated.

Run by `make words`. A word that is new stands with an empty translation until somebody fills it in; `make test` fails
as long as one is empty. The comment above a word tells the translator where it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("da", "nb", "en")
KEYWORDS = {"_": None, "N_": None, "gettext": None, "word": None, "ngettext": (1, 2)}
JINJA = {
    "silent": "false",
    "trimmed": "true",
    "newstyle_gettext": "true",
    "extensions": "kyndig.pages.kept.Keeping",
}


def found() -> Iterator[tuple[str, object]]:
    """Yield the file and the word, or pair of words, of every call that asks for one."""
    for folder, methods, options in (
        (ROOT / "themes/kyndig/templates", [("**.html", "jinja2")], {"**.html": JINJA}),
        (ROOT / "generator/kyndig", [("**.py", "python")], {}),
    ):
        for file, _, message, _, _ in extract_from_dir(folder, methods, options, KEYWORDS):
            yield Path(file).name, message


def _file(catalogue: Catalog) -> bytes:
    """Return the catalogue without the header lines that only say when and by whom it was written."""
    stream = BytesIO()
    write_po(stream, catalogue, sort_output=True, width=110, no_location=True)
    kept = (b"Language:", b"Plural-Forms", b"MIME", b"Content-T")
    lines = stream.getvalue().splitlines(keepends=True)
    return b"".join(
        line
        for line in lines
        if not line.startswith(b'"')
        or b": " not in line
        or line.startswith(tuple(b'"' + name for name in kept))
        or b"\\n" not in line
    )


def main() -> int:
    """Rewrite the catalogues; return how many words are still empty."""
    words: dict[object, set[str]] = {}
    for file, message in found():
        words.setdefault(message, set()).add(file)
    empty = 0
    for language in LANGUAGES:
        path = ROOT / "i18n" / f"{language}.po"
        old = Catalog(locale=language)
        if path.exists():
            with path.open("rb") as stream:
                old = read_po(stream, locale=language)
        new = Catalog(
            locale=language,
            project="Kyndig",
            header_comment=f"# The words of the theme: {language}.",
            fuzzy=False,
        )
        for message, files in sorted(words.items(), key=lambda each: str(each[0])):
            before = old.get(message[0] if isinstance(message, tuple) else message)
            new.add(message, before.string if before else "", auto_comments=[", ".join(sorted(files))])
            translated = before and (
                all(before.string) if isinstance(before.string, tuple) else before.string
            )
            empty += not translated
        path.write_bytes(_file(new))
    print(f"{len(words)} words; {empty} translations are empty")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
