"""Which feeds there are, and where."""

from __future__ import annotations

from .segments import N_

FEEDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "all": (N_("Everything new"), ("instance", "course", "position", "curriculum", "plan", "group", "news")),
    "courses": (N_("Courses"), ("instance", "course")),
    "positions": (N_("Positions"), ("position",)),
    "curricula": (N_("Curricula"), ("curriculum",)),
    "curriculum-changes": (N_("Changes in curricula"), ("change",)),
    "news": (N_("News"), ("news",)),
}
"""Name of a feed in its address → its title and the kinds of entity it announces; a `change` is that from one version of a
curriculum to the next."""

PAGES = {"all": "front", "curriculum-changes": "curricula"}
"""Name of a feed → the page that shows the same, where it is not called as the feed is."""

FORMATS = {"rss": "application/rss+xml", "atom": "application/atom+xml"}
"""Suffix of a feed's address → its media type."""


def feed_path(language: str, name: str, suffix: str) -> str:
    """Return the path of a feed below the output folder."""
    return f"{language}/feeds/{name}.{suffix}"
