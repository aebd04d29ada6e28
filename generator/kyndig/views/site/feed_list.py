"""The pages where readers find what to follow: what feeds and calendars are, and all there are, group by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...announcing import Parts
from ...locales.languages import LANGUAGES
from ...routes import Page
from ...routes.feeds import (
    CALENDAR,
    FORMATS,
    GROUP_FOLDERS,
    NAMES,
    calendar_path,
    deadlines_path,
    feed_path,
    group_of,
    has_calendar,
    opml_path,
    page_of_feed,
    subscribing,
)
from ...routes.segments import N_
from ..announced import feed_title
from ..announced.feed_titles import TITLES
from ..announced.grouping import GROUPS, grouped
from ..facets import FACETS
from ..gather import listing
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, list_link, list_shell


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One way to follow something: what stands in the link, and what it is called alone, with its address and type."""

    words: str
    whole: str
    href: str
    type: str


@dataclass(frozen=True, slots=True)
class FeedLine:
    """Ways of one sort, under their name; none where what is followed has no dates."""

    label: str
    links: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class FeedRow:
    """What can be followed: its page, or a name alone where it has none, and the ways to follow it."""

    title: Linked
    lines: tuple[FeedLine, ...]


@dataclass(frozen=True, slots=True)
class FeedBox:
    """Some feeds of a group under a heading, which is empty where there is but one box."""

    heading: str
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True)
class FeedsView:
    """What the page about feeds shows: those that are about no one thing, and the way to each group with its size.

    `opml` is the list of all feeds of the language, `others` the same of other languages.
    """

    rows: tuple[FeedRow, ...]
    groups: tuple[tuple[Linked, int], ...]
    opml: str
    others: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class FeedGroupView:
    """What the page of one group of feeds shows, and the way to what explains them."""

    boxes: tuple[FeedBox, ...]
    folded: bool
    how: Linked


FOLLOWED = {
    "topic": N_("Follow a topic"),
    "profession": N_("Follow a profession"),
    "target-group": N_("Follow a target group"),
    "region": N_("Follow a region"),
    "specialty": N_("Follow a specialty"),
    "organiser": N_("Follow an organiser"),
    "mode": N_("Follow a form of attendance"),
    "course": N_("Follow one course"),
    "curriculum": N_("Follow one curriculum"),
    "positions": N_("Follow the positions of one organisation"),
    "courses": N_("Follow a part of the list of courses"),
    "pair": N_("Follow two things at once"),
}
"""Group of feeds → the title of its page."""


def list_feeds(reader: Reader, page: Page) -> tuple[Shell, FeedsView]:
    """Make the page about feeds."""
    counts = Counter(group_of(name) for _, name in grouped(reader))
    body = FeedsView(
        tuple(_row(reader, name) for _, name in grouped(reader) if not group_of(name)),
        tuple((_way(reader, each), counts[each]) for each in GROUP_FOLDERS if counts[each]),
        reader.site.address(opml_path(reader.language)),
        tuple(
            (each, LANGUAGES[each].name, reader.site.address(opml_path(each)))
            for each in reader.catalogue.languages
            if each != reader.language
        ),
    )
    lead = reader.word("Hear of new courses, positions and curricula without giving your address to anyone.")
    return listing(reader, page, lead), body


def list_feeds_group(reader: Reader, page: Page) -> tuple[Shell, FeedGroupView]:
    """Make the page of one group of feeds; where it has many they stand in boxes, by what they share."""
    group = page.key.partition("/")[2]
    boxes: dict[str, list[str]] = {}
    for name in sorted((name for _, name in grouped(reader) if group_of(name) == group), key=_place):
        boxes.setdefault(_box(name), []).append(name)
    body = FeedGroupView(
        tuple(
            FeedBox(heading, tuple(_row(reader, each, in_list=group == "courses") for each in names))
            for box, names in boxes.items()
            for heading in (_heading(reader, box),)
        ),
        group == "pair",
        Linked(f"{reader.href('feeds')}#reader", Phrase(reader.word("How to use the addresses"))),
    )
    head = Head(
        title=Phrase(reader.word(FOLLOWED[group])),
        lead=Phrase(reader.word("Choose, and give the address to your feed reader or your calendar.")),
        crumbs=(list_link(reader, "feeds"),),
    )
    return list_shell(reader, page, head), body


def _way(reader: Reader, group: str) -> Linked:
    return Linked(reader.href(f"feeds/{group}"), Phrase(reader.word(GROUPS[group])))


def _place(name: str) -> int:
    """Return the place of the box of a feed among those of its group; all else stays in its order."""
    parts = Parts.of(name)
    if parts.list == "courses":
        return list(FACETS).index(parts.about[0][0])
    return list(GROUPS).index(parts.about[0][0]) if len(parts.about) > 1 else 0


def _box(name: str) -> str:
    """Return what a feed shares with others of its group: the facet of a list, or the first of two things."""
    parts = Parts.of(name)
    if parts.list == "courses":
        return parts.about[0][0]
    return "/".join(parts.about[0]) if len(parts.about) > 1 else ""


def _heading(reader: Reader, box: str) -> str:
    if not box:
        return ""
    return str(feed_title(reader, box)) if "/" in box else reader.word(FACETS[box])


def _row(reader: Reader, name: str, *, in_list: bool = False) -> FeedRow:
    """Return a feed with all ways to follow it; among parts of a list it leaves the name of the list out."""
    whole = feed_title(reader, name)
    listed = f"{reader.word(TITLES['courses'])}: " if in_list else ""
    title = Phrase(whole.text.removeprefix(listed), whole.lang).capital
    shown = [each for each in page_of_feed(name) if reader.site.has(each, reader.language)]
    href = reader.href(shown[0]) if shown[0] != "feeds" else ""
    return FeedRow(Linked(href, title), tuple(_lines(reader, name, str(whole))))


def _lines(reader: Reader, name: str, title: str) -> Iterator[FeedLine]:
    language, site = reader.language, reader.site
    yield FeedLine(
        reader.word("Feed"),
        tuple(
            FeedLink(NAMES[suffix].split()[0], f"{NAMES[suffix]}: {title}", site.address(path), media)
            for suffix, media in FORMATS.items()
            for path in (feed_path(language, name, suffix),)
        ),
    )
    for label, place in ((reader.word("Calendar"), calendar_path), (reader.word(_ENDS), deadlines_path)):
        found = _calendar(reader, label, place(language, name), title) if has_calendar(name) else ()
        yield FeedLine(label, found)


_ENDS = N_("Last days to sign up")


def _calendar(reader: Reader, label: str, path: str, title: str) -> tuple[FeedLink, ...]:
    subscribe, address = reader.word("Subscribe"), reader.word("Address")
    return (
        FeedLink(subscribe, f"{subscribe}: {label}, {title}", subscribing(reader.site.absolute(path)), ""),
        FeedLink(address, f"{address}: {label}, {title}", reader.site.address(path), CALENDAR),
    )
