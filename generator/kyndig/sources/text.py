"""From bytes to text: UTF-8, LF, composed letters, and no character that nobody can see."""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import islice

from ..diagnostics import Diagnostic, Place

TEXT_LIMIT = 1_000_000
"""The most bytes that a text file may have."""

MARKS_LIMIT = 30
"""The most combining marks on one letter, after the Stream-Safe Text Format of Unicode UAX #15.

With more of them NFC takes quadratic time: a file of 1 MB would stop the build for many minutes.
"""

_INVISIBLE = (
    (
        "text.control",
        re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"),
        "may not stand in a text",
    ),
    ("text.bidi", re.compile(r"[\u202a-\u202e\u2066-\u2069]"), "turns the direction of reading"),
)
_NOT_LATIN = re.compile(r"[^\x00-\u02ff]+")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_WORDS_TRIED = 100
_OLD_ENCODINGS = (("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"), ("cp850", "DOS code page 850"))
_NORDIC = frozenset("æøåÆØÅäöéÄÖÉ")


def read_text(data: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a file and what is wrong with its bytes.

    A byte order mark and CRLF are errors, but the text comes without them, so that the faults behind them can
    be found in the same run; after any other error there is no text. The text is normalised to NFC without a
    word, because both forms look the same to the author.
    """
    text, fault = _decoded(data.removeprefix(codecs.BOM_UTF8), file)
    if text is None:
        return None, fault
    crlf = text.find("\r\n")
    repaired = [*_bom(data, file), *_crlf(text, crlf, file)]
    text = text.replace("\r\n", "\n") if crlf >= 0 else text
    faults = check_characters(text, file) if text.strip() else _empty(file)
    return None if faults else unicodedata.normalize("NFC", text), (*repaired, *faults)


def check_characters(text: str, file: str, first_line: int = 1) -> tuple[Diagnostic, ...]:
    """Return one error for each kind of character that may stand in no text, at the first of them."""
    found = []
    for code, pattern, why in _INVISIBLE:
        offsets = [each.start() for each in pattern.finditer(text)]
        if offsets:
            more = f" ({len(offsets)} such characters in all)" if len(offsets) > 1 else ""
            message = f"the invisible character U+{ord(text[offsets[0]]):04X} {why}{more}"
            place = place_at(text, offsets[0], file, first_line)
            found.append(Diagnostic(place, code, message, remedy="delete it"))
    return (*found, *_marks(text, file, first_line))


def place_at(text: str, offset: int, file: str, first_line: int = 1) -> Place:
    """Return the line and column of the character at `offset`."""
    line = text.count("\n", 0, offset)
    return Place(file, first_line + line, offset - text.rfind("\n", 0, offset))


def _marks(text: str, file: str, first_line: int) -> tuple[Diagnostic, ...]:
    """Refuse more combining marks on one letter than any writing has."""
    for stretch in _NOT_LATIN.finditer(text):
        run = 0
        for offset, character in enumerate(stretch[0], stretch.start()):
            run = run + 1 if unicodedata.combining(character) else 0
            if run > MARKS_LIMIT:
                place = place_at(text, offset, file, first_line)
                message = f"more than {MARKS_LIMIT} combining marks stand on one letter"
                return (Diagnostic(place, "text.marks", message, remedy="delete them"),)
    return ()


def _bom(data: bytes, file: str) -> tuple[Diagnostic, ...]:
    if not data.startswith(codecs.BOM_UTF8):
        return ()
    message = "the file begins with a byte order mark (BOM)"
    return (Diagnostic(Place(file), "text.bom", message, remedy="save it as UTF-8 without BOM"),)


def _crlf(text: str, offset: int, file: str) -> tuple[Diagnostic, ...]:
    if offset < 0:
        return ()
    place = place_at(text, offset, file)
    message = f"line {place.line} ends with CRLF, the line ending of Windows"
    return (Diagnostic(place, "text.crlf", message, remedy="set the line endings of the file to LF"),)


def _empty(file: str) -> tuple[Diagnostic, ...]:
    return (
        Diagnostic(Place(file), "text.empty", "the file is empty", remedy="write its content, or delete it"),
    )


def _decoded(data: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Decode UTF-8, or say where the first other byte stands and which encoding the file seems to have."""
    if _is_utf16(data):
        return None, (_encoding(Place(file), "it seems to be UTF-16"),)
    try:
        return data.decode(), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        place = place_at(before, len(before), file)
        return None, (_encoding(place, _seems(data) or f"byte 0x{data[error.start]:02X} cannot stand here"),)


def _encoding(place: Place, why: str) -> Diagnostic:
    return Diagnostic(place, "text.encoding", f"the file is not UTF-8: {why}", remedy="save it as UTF-8")


def _is_utf16(data: bytes) -> bool:
    """Tell by the byte order mark, or by zeros in every second byte, as Latin letters have them in UTF-16."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    even, odd = data[::2].count(0), data[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) > max(1, len(data) // 4)


def _seems(data: bytes) -> str:
    """Name the old encoding in which the first odd word is a Nordic word, or return an empty text."""
    odd_words = (each for each in _WORD.finditer(data) if not _is_utf8(each[0]))
    for match in islice(odd_words, _WORDS_TRIED):
        for encoding, name in _OLD_ENCODINGS:
            word = match[0].decode(encoding, "replace")
            if all(letter.isascii() or letter in _NORDIC for letter in word):
                line = data.count(b"\n", 0, match.start()) + 1
                return f'it seems to be {name} (line {line}: "{word[:40]}")'
    return ""


def _is_utf8(word: bytes) -> bool:
    if word.isascii():
        return True
    try:
        word.decode()
    except UnicodeDecodeError:
        return False
    return True
