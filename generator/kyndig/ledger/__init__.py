"""Ledger: what the site has said, and when. A build has no memory; what it must not forget stands here, in git."""

from .files import FILE, read_ledger, written
from .history import SITE, Event, History, Ledger, joined
from .lines import Line, read, text_of
from .words import KINDS, MINOR, TIMES, WORDS

__all__ = [
    "FILE",
    "KINDS",
    "MINOR",
    "SITE",
    "TIMES",
    "WORDS",
    "Event",
    "History",
    "Ledger",
    "Line",
    "joined",
    "read",
    "read_ledger",
    "text_of",
    "written",
]
