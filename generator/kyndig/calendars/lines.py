"""Content lines of iCalendar (RFC 5545, section 3.1): written here, because the library takes fifteen times as long.

A large site has tens of thousands of events. `tests/calendars` reads every line back with the library.
"""

from __future__ import annotations

import re

END = b"\r\n"

LONGEST = 75
"""Octets of a line, without its end."""


def line(name: str, value: str) -> bytes:
    """Return one content line, folded; `name` has the parameters, `value` is as the format has it."""
    data = f"{name}:{value}".encode()
    return data + END if len(data) <= LONGEST else _folded(data) + END


def text(value: str) -> str:
    """Return words as a value of type TEXT (section 3.3.11)."""
    return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], _CONTROL.sub("", _NEW_LINE.sub("\n", value)))


_NEW_LINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ESCAPED = re.compile(r"[\\;,\n]")
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def _folded(data: bytes) -> bytes:
    """Fold a line so that no character and no escape is torn: some programs unfold after they have decoded."""
    parts, start, room = [], 0, LONGEST
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        while data[end - 1] == 0x5C and _backslashes(data, end) % 2:
            end -= 1
        parts.append(data[start:end])
        start, room = end, LONGEST - 1
    return (END + b" ").join((*parts, data[start:]))


def _backslashes(data: bytes, end: int) -> int:
    return end - len(data[:end].rstrip(b"\\"))
