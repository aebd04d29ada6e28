"""Words as calendars bear them."""

from __future__ import annotations

import re


def sound(words: str) -> str:
    """Return words without what no calendar may hold (RFC 5545, section 3.1): control characters, and odd ends of lines."""
    return _CONTROL.sub("", _NEW_LINE.sub("\n", words))


_NEW_LINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
