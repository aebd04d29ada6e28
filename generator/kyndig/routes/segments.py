"""The words in addresses. They are translated like the theme's words: a new language is a new catalogue."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for words translated later)
    """Mark a word for extraction."""
    return message


SEGMENTS = {
    "curricula": N_("path/curricula"),
    "areas": N_("path/areas"),
    "cards": N_("path/cards"),
    "requirements": N_("path/requirements"),
    "schedule": N_("path/schedule"),
    "background": N_("path/background"),
    "roles": N_("path/roles"),
    "methods": N_("path/methods"),
    "strategies": N_("path/strategies"),
    "courses": N_("path/courses"),
    "past": N_("path/past"),
    "positions": N_("path/positions"),
    "actors": N_("path/actors"),
    "needs": N_("path/needs"),
    "groups": N_("path/groups"),
    "target-groups": N_("path/target-groups"),
    "organisations": N_("path/organisations"),
    "professions": N_("path/professions"),
    "topics": N_("path/topics"),
    "regions": N_("path/regions"),
    "terms": N_("path/terms"),
    "sources": N_("path/sources"),
    "news": N_("path/news"),
    "feeds": N_("path/feeds"),
    "a-z": N_("path/a-z"),
    "search": N_("path/search"),
}
"""Name of a folder of the site → the catalogue's word for it in addresses (`[a-z0-9-]`)."""
