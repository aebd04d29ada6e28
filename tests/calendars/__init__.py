"""Calendars, held against programs that others wrote."""
