"""Where feeds and calendars are, and which page each belongs to. Their addresses are the same words in every language."""

from __future__ import annotations

from collections.abc import Iterator

FORMATS = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
"""Suffix of a feed's address → its media type."""

NAMES = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}
"""Suffix of a feed's address → what readers call the format."""

CALENDAR = "text/calendar"
OPML_SUFFIX = ".opml"
CALENDAR_SUFFIX = ".ics"

_LISTS = {
    "front": "all",
    "courses": "courses",
    "positions": "positions",
    "curricula": "curricula",
    "needs": "plans",
    "groups": "groups",
    "news": "news",
    "needs/coverage/gaps": "gaps",
}
"""Key of a page that lists things → the feed of exactly these."""

_PAGES = {**{name: key for key, name in _LISTS.items()}, "curriculum-changes": "curricula"}

_OF_ENTITY = {
    "topic": ("topic",),
    "profession": ("profession",),
    "target-group": ("target-group",),
    "region": ("region",),
    "course": ("course",),
    "organisation": ("organiser", "positions/organisation"),
    "curriculum": ("curriculum",),
}
"""Kind of an entity → what stands before its id in the names of feeds that its page belongs to."""

GROUP_FOLDERS = {
    "topic": "topics",
    "profession": "professions",
    "target-group": "target-groups",
    "region": "regions",
    "specialty": "specialties",
    "organiser": "organisers",
    "mode": "facet/mode",
    "course": "courses",
    "curriculum": "curricula",
    "positions": "positions",
    "courses": "course-lists",
    "pair": "pairs",
}
"""Group of feeds that has a page of its own → its place in `SEGMENTS`, for the address of that page."""

_WITHOUT_DATES = ("positions", "curricula", "curriculum-changes", "plans", "groups", "news", "gaps")


def feed_path(language: str, name: str, suffix: str) -> str:
    """Return the path of a feed below the output folder."""
    return f"{language}/feeds/{name}.{suffix}"


def opml_path(language: str) -> str:
    """Return the path of the list of all feeds of a language, which feed readers take in at once."""
    return f"{language}/feeds.opml"


def group_of(name: str) -> str:
    """Return which group a feed is in: one of `GROUP_FOLDERS`, or nothing where it is about no one thing."""
    words = name.split("/")
    return "" if len(words) == 1 else "pair" if len(words) > 3 else words[0]


def has_calendar(name: str) -> bool:
    """Tell whether what a feed follows can have dates."""
    return name.partition("/")[0] not in _WITHOUT_DATES


def calendar_path(language: str, name: str) -> str:
    """Return the path of the calendar of what a feed follows."""
    return f"{language}/calendars/{name}.ics"


def deadlines_path(language: str, name: str) -> str:
    """Return the path of the calendar of the last days to sign up for what a feed follows."""
    return f"{language}/calendars/deadlines/{name}.ics"


def event_path(language: str, instance: str) -> str:
    """Return the path of one date of a course as a file to download; `instance` is its id."""
    return f"{language}/calendars/events/{instance}.ics"


def feed_at(path: str) -> str:
    """Return the name of the feed at a path."""
    return path.partition("/feeds/")[2].rpartition(".")[0]


def calendar_at(path: str) -> str:
    """Return what the calendar at a path is of: the name of a feed, or how the references of a course's dates begin."""
    name = path.partition("/calendars/")[2].removesuffix(CALENDAR_SUFFIX)
    if name.startswith("events/"):
        return f"instance:{name.removeprefix('events/').rpartition('/')[0]}"
    return name.removeprefix("deadlines/")


def feeds_of_page(key: str) -> Iterator[str]:
    """Yield the names that the feed of exactly what a page shows would have; whether there is one is another question."""
    if key in _LISTS:
        yield _LISTS[key]
    kind, colon, id_ = key.partition(":")
    if colon and "#" not in id_:
        yield from (f"{each}/{id_}" for each in _OF_ENTITY.get(kind, ()))
        if kind == "curriculum":
            yield "curriculum-changes"
    elif key.startswith("courses/mode/"):
        yield key.removeprefix("courses/")
    elif key.startswith("courses/"):
        yield key


def page_of_feed(name: str) -> Iterator[str]:
    """Yield the keys of pages that show what a feed follows, the best first; the last one is there always."""
    if name in _PAGES:
        yield _PAGES[name]
    kind, _, id_ = name.rpartition("/")
    if name.count("/") < 3:
        known = {one: entity for entity, each in _OF_ENTITY.items() for one in each}
        if kind in known:
            yield f"{known[kind]}:{id_}"
        yield f"courses/{name}" if kind == "mode" else name
    yield "feeds"


def subscribing(url: str) -> str:
    """Return the address that makes a calendar program subscribe at once, for the full address of a calendar."""
    return f"webcal://{url.partition('://')[2]}"
