"""One issue of the newsletter: what has been announced in some days, in the order in which readers must act on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from ..announcing import REMINDER, Announcement
from ..locales.dates import format_span
from ..routes.segments import N_
from ..views import Reader
from ..views.announced import Said, event_word, feed_title, say
from .cutting import cut

SUBJECT = 72
"""Characters of the subject: it is a line of the text too, and programs show no more of it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One announcement: what happened in a word, to what and when, the facts line by line, and the full address.

    `lang` is the language of the name where it is another than that of the letter.
    """

    word: str
    title: str
    lang: str
    facts: tuple[str, ...]
    lead: str
    lead_lang: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """Announcements that are read together, under a heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """A letter: its subject, what programs show beside that (`summary`), and what it tells.

    `home` and `follow` are full addresses, `period` the days that it is about.
    """

    language: str
    subject: str
    summary: str
    site: str
    feed: str
    period: str
    home: str
    follow: str
    groups: tuple[Group, ...]


_HEADINGS = {
    "act": N_("Moved, cancelled or withdrawn"),
    "soon": N_("Sign-up and places"),
    "courses": N_("Courses and dates"),
    "positions": N_("Positions"),
    "curricula": N_("Curricula"),
    "other": N_("Other news"),
}
"""Groups in the order of the letter → their headings."""

_ACT = ("moved", "cancelled", "restored", "withdrawn")
_SOON = ("soon", "deadline", "full", "places")
_KINDS = {"instance": "courses", "course": "courses", "position": "positions", "curriculum": "curricula"}


def within(told: Iterable[Announcement], since: date, until: date, timezone: str) -> tuple[Announcement, ...]:
    """Return what was announced in some days, the first and the last among them, as they are in a time zone."""
    zone = ZoneInfo(timezone)
    return tuple(each for each in told if since <= each.at.astimezone(zone).date() <= until)


def standing(told: Iterable[Announcement], until: date) -> tuple[Announcement, ...]:
    """Return what still holds on a day, of what was announced up to it, newest first.

    Of a date of a course that is the last announcement, and the last by which it was moved, cancelled or held after all:
    one that reads that it is new must not be shown the day it was moved from. What nobody can act on any more is left out.
    """
    seen: set[tuple[str, bool]] = set()
    found = []
    for each in told:
        acting = each.what in _ACT
        overtaken = each.kind == "instance" and (each.of, acting) in seen
        seen |= {(each.of, acting), (each.of, False)}
        if not overtaken and not is_over(each, until):
            found.append(each)
    return tuple(found)


def is_over(told: Announcement, day: date) -> bool:
    """Tell whether nobody can act on an announcement after a day: the course has been held, or the last day has passed."""
    names = ("deadline",) if told.what == REMINDER else ("end", "start") if told.kind == "instance" else ()
    end = next((str(told.after[each]) for each in names if told.after.get(each)), "")
    return bool(end) and end[:10] < day.isoformat()


def issue(reader: Reader, feed: str, told: Iterable[Announcement], since: date, until: date) -> Issue:
    """Make a letter to a reader of what was announced in a feed, from one day to another."""
    found: dict[str, list[Announcement]] = {name: [] for name in _HEADINGS}
    for each in told:
        found[_group(each)].append(each)
    groups = tuple(
        Group(reader.word(_HEADINGS[name]), tuple(_item(reader, each) for each in sorted(every, key=_order)))
        for name, every in found.items()
        if every
    )
    period = format_span(since, until, reader.language)
    name = "" if feed == "all" else str(feed_title(reader, feed))
    whole = f"{reader.settings.sitename}, {name}" if name else reader.settings.sitename
    subject = reader.word("{name}: news, {period}")
    room = SUBJECT - len(subject.format(name="", period=period))
    return Issue(
        language=reader.language,
        subject=subject.format(name=cut(whole, room), period=period),
        summary=" · ".join(f"{each.heading}: {len(each.items)}" for each in groups),
        site=reader.settings.sitename,
        feed=name,
        period=period,
        home=reader.site.absolute(reader.site.page("front", reader.language).path),
        follow=reader.site.absolute(reader.site.page("feeds", reader.language).path),
        groups=groups,
    )


def _group(told: Announcement) -> str:
    if told.what in _ACT:
        return "act"
    return "soon" if told.what in _SOON else _KINDS.get(told.kind, "other")


def _order(told: Announcement) -> tuple[str, str]:
    """Put first what comes first: the last day to sign up, or the beginning; all else by name."""
    names = ("deadline", "start") if told.what in _SOON else ("start",)
    return next((str(told.after[each]) for each in names if told.after.get(each)), "9999"), told.key


def _item(reader: Reader, told: Announcement) -> Item:
    said = say(reader, told)
    lead = said.lead[0] if said.lead else None
    word, title = titled(reader, said)
    return Item(
        word=word,
        title=title,
        lang=said.lang if said.lang != reader.language else "",
        facts=tuple(facts_of(reader, said)),
        lead=str(lead or ""),
        lead_lang=(lead.lang if lead else None) or "",
        url=said.url,
    )


def titled(reader: Reader, said: Said) -> tuple[str, str]:
    """Return the title of an announcement: what happened in a word, and to what.

    A reminder is read some days later than in a feed, so that it is not two weeks any more.
    """
    word = event_word(reader, said.told.what)
    rest = said.title.removeprefix(f"{word}: ")
    return (reader.word("announced/near") if said.told.what == REMINDER else word), rest


def facts_of(reader: Reader, said: Said) -> list[str]:
    """Return the facts of an announcement, but for those that stand in its title."""
    titled = (reader.word("When"), reader.word("Where")) if said.told.kind == "instance" else ()
    return [str(each) for each in said.facts if each.label not in titled]
