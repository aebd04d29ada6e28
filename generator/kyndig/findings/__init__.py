"""Findings: what does not go together in what was read, as typed data. Reports and pages make their words from it."""

from .accepting import reason, unused
from .codes import CODES, MESSAGES, TOLD_ONCE, Scope, remedy
from .found import Case, Finding, Named, Quote, Side, Value, together
from .noticed import Noticed, find
from .recorded import agrees

__all__ = [
    "CODES",
    "MESSAGES",
    "TOLD_ONCE",
    "Case",
    "Finding",
    "Named",
    "Noticed",
    "Quote",
    "Scope",
    "Side",
    "Value",
    "agrees",
    "find",
    "reason",
    "remedy",
    "together",
    "unused",
]
