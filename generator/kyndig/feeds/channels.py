"""Which feeds there are, and where."""

from __future__ import annotations

from ..views.reader import Reader
from ..routes.segments import N_

FEEDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "all": (N_("Everything new"), ("instance", "course", "position", "curriculum", "plan", "group", "news")),
    "courses": (N_("Courses"), ("instance", "course")),
    "positions": (N_("Positions"), ("position",)),
    "curricula": (N_("Curricula"), ("curriculum",)),
    "news": (N_("News"), ("news",)),
}
"""Name of a feed in its address → its title and the kinds of entity it announces."""

FORMATS = {"rss": "application/rss+xml", "atom": "application/atom+xml"}
"""Suffix of a feed's address → its media type."""


def feed_path(language: str, name: str, suffix: str) -> str:
    """Return the path of a feed below the output folder."""
    return f"{language}/feeds/{name}.{suffix}"


def feed_links(reader: Reader, *names: str) -> tuple[tuple[str, str, str], ...]:
    """Return title, address and media type of the feeds named, in both formats."""
    return tuple(
        (f"{reader.settings.sitename}: {reader.word(FEEDS[name][0])} ({suffix.upper() if suffix == 'rss' else 'Atom'})",
         reader.site.address(feed_path(reader.language, name, suffix)), media)
        for name in names for suffix, media in FORMATS.items()
    )
