"""Calendars: the dates of courses, and the last days to sign up (RFC 5545, RFC 7986). The only door to icalendar."""

from .events import AFTER_THE_END
from .render import calendar_files, event_files

__all__ = ["AFTER_THE_END", "calendar_files", "event_files"]
