"""What can happen to a thing, in words that stand first in a title: readers see no more of it on a phone."""

from __future__ import annotations

from ...routes.segments import N_
from ..reader import Reader

EVENT_WORDS = {
    "new": N_("announced/new"),
    "moved": N_("announced/moved"),
    "cancelled": N_("announced/cancelled"),
    "restored": N_("announced/restored"),
    "full": N_("announced/full"),
    "places": N_("announced/places"),
    "deadline": N_("announced/deadline"),
    "soon": N_("announced/soon"),
    "changed": N_("announced/changed"),
    "withdrawn": N_("announced/withdrawn"),
    "returned": N_("announced/returned"),
    "opened": N_("announced/opened"),
    "closed": N_("announced/closed"),
}
"""What happened, as the ledger calls it → the word that a title begins with, in capitals."""


def event_word(reader: Reader, what: str) -> str:
    """Return the word that the title of an announcement begins with."""
    return reader.word(EVENT_WORDS[what])
