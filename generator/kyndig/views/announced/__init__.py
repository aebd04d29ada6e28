"""Announcements in a reader's words: what feeds, calendars, newsletters and texts for sharing say."""

from .beside import feeds_beside, following
from .dates import DateSaid, Meeting, say_date
from .feed_titles import feed_title
from .said import Said, say, sentence, tag
from .words import EVENT_WORDS, event_word

__all__ = [
    "EVENT_WORDS",
    "DateSaid",
    "Meeting",
    "Said",
    "event_word",
    "feed_title",
    "feeds_beside",
    "following",
    "say",
    "say_date",
    "sentence",
    "tag",
]
