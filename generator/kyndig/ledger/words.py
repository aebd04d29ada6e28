"""The words of the ledger: which kinds of thing it keeps, what can happen to them, and what of it concerns subscribers."""

from __future__ import annotations

KINDS = ("instance", "course", "position", "curriculum", "plan", "group", "news")
"""Kinds of entity that are announced; a `gap` in coverage is too, and is no entity."""

WORDS = (
    "new",
    "moved",
    "cancelled",
    "restored",
    "full",
    "places",
    "deadline",
    "changed",
    "withdrawn",
    "returned",
    "opened",
    "closed",
    "corrected",
    "ended",
)
"""What can happen. `places` is that there are places again, `opened` and `closed` are said of gaps."""

MINOR = frozenset({"corrected", "ended"})
"""What nobody needs to act on: a correction, a translation, another address; and that what is past was taken away."""

TIMES = ("start", "end", "timezone", "place", "region", "mode", "sessions")
"""Facts of a date of a course that say when and where it is."""

SIGNIFICANT = {
    "instance": (*TIMES, "status", "deadline", "opens"),
    "course": ("title", "follows", "mandatory_in", "recommended_in"),
    "position": ("title", "organisation", "issued", "valid_from", "valid_to", "parts"),
    "curriculum": ("title", "months", "posted_from", "parts"),
    "plan": ("title", "year", "parts"),
    "group": ("title", "parts"),
    "news": ("title",),
    "gap": ("degree",),
}
"""Facts that a subscriber must act on, by kind. A title counts in the language it was written in."""
