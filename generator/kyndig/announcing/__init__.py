"""Announcing: what of a site subscribers are told, and what of that has been told already."""

from .announcements import REMINDER, SOON, Announcement, announcements
from .due import Due, Recorder
from .effective import Pending, authority, pairs_of, pending
from .following import ABOUT, KIND_FEEDS, expanded
from .names import Feeds, Parts
from .standing import former, standing
from .states import Facts, State, Survey, entity_of, lasting_ref

__all__ = [
    "ABOUT",
    "KIND_FEEDS",
    "REMINDER",
    "SOON",
    "Announcement",
    "Due",
    "Facts",
    "Feeds",
    "Parts",
    "Pending",
    "Recorder",
    "State",
    "Survey",
    "announcements",
    "authority",
    "entity_of",
    "expanded",
    "former",
    "lasting_ref",
    "pairs_of",
    "pending",
    "standing",
]
