"""The theme's words: gettext catalogues, read as they are edited."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from ..diagnostics import Diagnostic, Place
from ..reads import note
from .languages import LANGUAGES, normalise_tag

_PLACEHOLDER = re.compile(r"%\([A-Za-z_]\w*\)[a-z]|%[sd]|\{\w*\}")


class MissingWord(KeyError):
    """A word of the theme that a language does not have: it fails the build, and no reader meets a gap."""

    def __init__(self, language: str, msgid: str) -> None:
        super().__init__(language, msgid)
        self.language = language
        self.msgid = msgid

    def __str__(self) -> str:
        return f'the catalogue "{self.language}" has no word for "{self.msgid}"'


class BadCatalogue(ValueError):
    """A file that is no catalogue; the message names the file."""


@dataclass(frozen=True, slots=True)
class Message:
    """Hold one entry of a catalogue.

    `forms` are the translations: one, or for an entry with a `plural` one for each form the language has.
    `line` is where the entry stands in the file.
    """

    msgid: str
    plural: str | None
    forms: tuple[str, ...]
    line: int
    fuzzy: bool = False
    key: str = ""
    """What the word is noted by when it is read."""

    @property
    def is_whole(self) -> bool:
        """Whether every form is written, and nobody has marked the entry for another look."""
        return not self.fuzzy and all(self.forms)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Hold the words of the theme in one language. Catalogues with the same digest are the same."""

    language: str
    file: str = field(compare=False)
    digest: str
    """The SHA-256 of the file: a page must be made again when it changes."""
    nplurals: int = field(compare=False)
    plural_rule: str = field(compare=False, repr=False)
    messages: Mapping[str, Message] = field(compare=False, repr=False)

    def gettext(self, msgid: str) -> str:
        """Return one word. Raises MissingWord where it is not there, empty or fuzzy."""
        return self._message(msgid).forms[0]

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the word that goes with the number `n`. Raises MissingWord as `gettext` does."""
        message = self._message(one)
        if message.plural != many:
            raise MissingWord(self.language, many)
        return message.forms[_plural_rule(self.plural_rule)(n)]

    def _message(self, msgid: str) -> Message:
        message = self.messages.get(msgid)
        if message is None or not message.is_whole:
            raise MissingWord(self.language, msgid)
        note(message.key)
        return message


def read_catalogue(path: Path) -> Catalogue:
    """Return the catalogue in a `.po` file; no compiled file is needed.

    The file says in its header which language it is. Raises BadCatalogue for a file that gettext would not
    accept, for one without a language of ours, and for an entry with a context, which the tools here would
    lose.
    """
    data = path.read_bytes()
    file = f"{path.parent.name}/{path.name}"
    try:
        read = read_po(BytesIO(data), abort_invalid=True)
        _plural_rule(read.plural_expr)
    except (PoFileError, ValueError, LookupError) as error:
        raise BadCatalogue(f"{file} is not a gettext catalogue: {error}") from error
    language = normalise_tag(read.locale_identifier or "")
    if language is None:
        raise BadCatalogue(f'{file}: the header needs a line "Language:" with one of {", ".join(LANGUAGES)}')
    messages = {each.msgid: replace(each, key=f"{language} {each.msgid}") for each in _messages(read, file)}
    return Catalogue(language, file, sha256(data).hexdigest(), read.num_plurals, read.plural_expr, messages)


def _messages(read: Catalog, file: str) -> Iterator[Message]:
    for each in read:
        if each.context is not None:
            raise BadCatalogue(f"{file}:{each.lineno}: an entry may have no msgctxt")
        msgid, plural = each.id if isinstance(each.id, tuple) else (each.id, None)
        forms = each.string if isinstance(each.string, (tuple, list)) else (each.string or "",)
        if msgid:  # the entry without one is the header
            yield Message(str(msgid), plural, tuple(map(str, forms)), each.lineno or 1, each.fuzzy)


@cache
def _plural_rule(expression: str) -> Callable[[int], int]:
    return gettext.c2py(expression)


def completeness(catalogues: Iterable[Catalogue]) -> tuple[Diagnostic, ...]:
    """Return what the catalogues lack, beside each other and each in itself, sorted by file.

    All have the same words with the same plurals; none is empty or fuzzy; no translation has a placeholder
    that the word lacks, and only the form for one may leave one out (`one course`). `pybabel` counts an empty
    plural as translated, which is why its statistics are not used.
    """
    read = tuple(catalogues)
    wanted = {message.msgid: message for each in reversed(read) for message in each.messages.values()}
    found = [fault for each in read for fault in (*_absent(each, wanted), *_unsound(each, wanted))]
    return tuple(sorted(found))


def _absent(catalogue: Catalogue, wanted: Mapping[str, Message]) -> Iterator[Diagnostic]:
    for msgid in wanted:
        if msgid not in catalogue.messages:
            yield Diagnostic(
                Place(catalogue.file),
                "words.missing",
                f'there is no entry for "{msgid}"',
                remedy="run make words",
            )


def _unsound(catalogue: Catalogue, wanted: Mapping[str, Message]) -> Iterator[Diagnostic]:
    for message in catalogue.messages.values():
        place = Place(catalogue.file, message.line)
        if message.plural != wanted[message.msgid].plural:
            yield Diagnostic(
                place, "words.plural", f'"{message.msgid}" has another plural in another language'
            )
        expected = catalogue.nplurals if message.plural else 1
        if not any(message.forms):
            yield Diagnostic(
                place, "words.empty", f'"{message.msgid}" is not translated', remedy="fill in msgstr"
            )
        elif not all(message.forms) or len(message.forms) != expected:
            remedy = f"fill in all {expected} forms"
            yield Diagnostic(place, "words.empty", f'"{message.msgid}" lacks a plural form', remedy=remedy)
        elif message.fuzzy:
            yield Diagnostic(
                place,
                "words.fuzzy",
                f'"{message.msgid}" is marked fuzzy',
                remedy='correct it and delete "#, fuzzy"',
            )
        else:
            yield from _misplaced(place, message)


def _misplaced(place: Place, message: Message) -> Iterator[Diagnostic]:
    """Compare the placeholders of each form with those of the word."""
    wanted = _placeholders(message.plural or message.msgid)
    use = f"use {', '.join(sorted(wanted))}" if wanted else "delete it"
    for number, form in enumerate(message.forms):
        has = _placeholders(form)
        for name in sorted(has - wanted):
            text = f'the translation of "{message.msgid}" has {name}, which the word has not'
            yield Diagnostic(place, "words.placeholder", text, remedy=use)
        for name in sorted(wanted - has) if number or not message.plural else ():
            text = f'the translation of "{message.msgid}" lacks {name}'
            yield Diagnostic(place, "words.placeholder", text, remedy=f"write {name} where its value belongs")


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text.replace("%%", "")))
