"""Announcing: what of a site subscribers are told, and what of that has been told already."""

from .announcements import REMINDER, SOON, Announcement, announcements
from .dates import NEVER, CourseDate, all_dates, course_date, dates_by_feed
from .due import Due, Recorder
from .effective import Pending, authority, pairs_of, pending
from .following import ABOUT, KIND_FEEDS, expanded
from .names import Feeds, Parts
from .standing import former, standing
from .states import State, Survey, entity_of, lasting_ref

__all__ = [
    "ABOUT",
    "KIND_FEEDS",
    "NEVER",
    "REMINDER",
    "SOON",
    "Announcement",
    "CourseDate",
    "Due",
    "Feeds",
    "Parts",
    "Pending",
    "Recorder",
    "State",
    "Survey",
    "all_dates",
    "announcements",
    "authority",
    "course_date",
    "dates_by_feed",
    "entity_of",
    "expanded",
    "former",
    "lasting_ref",
    "pairs_of",
    "pending",
    "standing",
]
