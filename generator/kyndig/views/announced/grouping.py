"""Feeds in the order in which readers look for theirs."""

from __future__ import annotations

from ...locales.collation import sort_key
from ...routes.feeds import group_of
from ...routes.segments import N_
from ..reader import Reader
from .feed_titles import TITLES, feed_title

GROUPS = {
    "": N_("Everything, or one kind of thing"),
    "topic": N_("By topic"),
    "profession": N_("By profession"),
    "target-group": N_("By target group"),
    "region": N_("By region"),
    "specialty": N_("By specialty"),
    "organiser": N_("By organiser"),
    "mode": N_("By attendance"),
    "course": N_("One course"),
    "curriculum": N_("One curriculum"),
    "positions": N_("Positions of one organisation"),
    "courses": N_("Parts of the list of courses"),
    "pair": N_("Two at once"),
}
"""Group of feeds (see `routes.feeds`) → the heading that it stands under."""


def grouped(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return all feeds, each as (heading, name): group by group, those about nothing particular first, else by title."""
    return reader.once("feeds in groups", lambda: _grouped(reader))


def _grouped(reader: Reader) -> tuple[tuple[str, str], ...]:
    groups, kinds = list(GROUPS), list(TITLES)

    def place(name: str) -> tuple[object, ...]:
        number = kinds.index(name) if name in kinds else len(kinds)
        return (
            groups.index(group_of(name)),
            number,
            sort_key(str(feed_title(reader, name)), reader.language),
            name,
        )

    names = sorted(reader.site.all_feeds(), key=place)
    return tuple((reader.word(GROUPS[group_of(name)]), name) for name in names)
