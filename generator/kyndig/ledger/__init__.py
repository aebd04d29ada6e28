"""Ledger: what the site has said, and when. A build has no memory; what it must not forget stands here, in git."""

from .files import FILE, read_ledger, written
from .history import SITE, Event, Facts, History, Ledger, joined, moment
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
    "Facts",
    "History",
    "Ledger",
    "Line",
    "joined",
    "moment",
    "read",
    "read_ledger",
    "text_of",
    "written",
]
