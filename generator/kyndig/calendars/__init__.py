"""Calendars: the dates of courses, and the last days to sign up (RFC 5545, RFC 7986). The only door to icalendar."""

from .render import calendar_files, event_files

__all__ = ["calendar_files", "event_files"]
