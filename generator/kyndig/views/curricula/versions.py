"""All versions of a curriculum: which there are, which one applies to whom, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from ...catalogue import Entity
from ...routes import LASTING, Page
from ...routes.feeds import FORMATS, NAMES, feed_path
from ..editions import all_versions, changes_key
from ..parts import Cited, Linked, Phrase, Shell
from ..reader import Reader
from .curriculum_parts import Tab, curriculum_of, subpage, tabs


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version: what it is called, how it stands, and where it stands for ever."""

    link: Linked
    state: str
    current: bool
    applies: str
    competencies: str
    lasting: str
    changes: Linked | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What people may choose, given a day: those whose post was `advertised`, or whose training had `started`, by then."""

    kind: str
    day: str
    words: str


@dataclass(frozen=True, slots=True)
class Applying:
    """Which version applies to posts that are to be filled on a day or later; without a day, to all before.

    `version` is None where it is not on the site.
    """

    since: str
    when: str
    version: Linked | None
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a version says of those who started before, and where."""

    version: Linked
    transition: Phrase
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class VersionsView:
    """What the page of versions shows: newest first."""

    tabs: tuple[Tab, ...]
    rows: tuple[VersionRow, ...]
    applying: tuple[Applying, ...]
    rules: tuple[Rule, ...]
    comparisons: tuple[Linked, ...]
    feeds: tuple[tuple[str, str, str], ...]


def curriculum_versions(reader: Reader, page: Page) -> tuple[Shell, VersionsView]:
    """Make the page of a curriculum's versions."""
    entity = curriculum_of(reader, page)
    every = all_versions(reader, entity)
    body = VersionsView(
        tabs(reader, page),
        tuple(_row(reader, entity, every, place) for place in reversed(range(len(every)))),
        tuple(_applying(reader, every)),
        tuple(_rule(reader, each) for each in reversed(every)),
        tuple(
            _changes(reader, *pair)
            for pair in combinations(every, 2)
            if every.index(pair[1]) > every.index(pair[0]) + 1
        ),
        tuple(_feeds(reader)),
    )
    lead = reader.word("Which editions there are, which one applies to you, and what has changed.")
    return subpage(reader, page, reader.word("Editions"), lead), body


def edition_link(reader: Reader, entity: Entity) -> Linked:
    """Return a link to a version, called by what tells it from the others."""
    return replace(reader.link(entity), title=Phrase(reader.edition(entity)).capital, flags=())


def _row(reader: Reader, now: Entity, every: tuple[Entity, ...], place: int) -> VersionRow:
    entity = every[place]
    count = len(entity.value.competencies)
    key = entity.ref + LASTING if entity is now else entity.ref
    return VersionRow(
        edition_link(reader, entity),
        _state(reader, every.index(now), place, entity),
        entity is now,
        reader.word("posts to be filled from {day}").format(
            day=reader.date(entity.value.applies.posted_from)
        ),
        reader.words.ngettext("{count} competency", "{count} competencies", count).format(count=count),
        reader.site.absolute(reader.site.page(key, reader.language).path),
        _changes(reader, every[place - 1], entity) if place else None,
    )


def _state(reader: Reader, now: int, place: int, entity: Entity) -> str:
    if place < now:
        return reader.word("earlier")
    coming = place > now or entity.value.applies.posted_from > reader.today
    return reader.word("not in force yet") if coming else reader.word("in force")


def _changes(reader: Reader, before: Entity, after: Entity) -> Linked:
    words = reader.word("from {before} to {after}")
    words = words.format(before=reader.issued(before), after=reader.issued(after))
    return Linked(reader.href(changes_key(before, after)), Phrase(words))


def _applying(reader: Reader, every: tuple[Entity, ...]) -> Iterator[Applying]:
    """Yield who is under which version, the newest first, with what they may choose."""
    for place in reversed(range(len(every))):
        entity = every[place]
        day = entity.value.applies.posted_from
        when = reader.word("on {day} or later").format(day=reader.date(day))
        if place + 1 < len(every):
            until = reader.date(every[place + 1].value.applies.posted_from)
            when = reader.word("from {day}, but before {until}").format(day=reader.date(day), until=until)
        before = every[place - 1] if place else None
        choices = [*_choice(reader, "advertised", before, entity)]
        for later in every[place + 1 : place + 2]:
            choices += _choice(reader, "started", entity, later)
        yield Applying(day.isoformat(), when, edition_link(reader, entity), tuple(choices))
    first = every[0]
    when = reader.word("before {day}").format(day=reader.date(first.value.applies.posted_from))
    yield Applying("", when, None, tuple(_choice(reader, "started", None, first)))


def _choice(reader: Reader, kind: str, before: Entity | None, after: Entity) -> Iterator[Choice]:
    """Yield what a version lets those choose who were there before it."""
    applies = after.value.applies
    if kind not in applies.may_choose:
        return
    if kind == "started":
        words = reader.word(
            "If the training was under way on {day}, it may by agreement go over to the edition of {after}."
        )
    elif before:
        words = reader.word(
            "If the post had been advertised by {day}, the training may be finished under the edition of {before}."
        )
    else:
        words = reader.word(
            "If the post had been advertised by {day}, the training may be finished under the edition before."
        )
    earlier, later = reader.issued(before) if before else "", reader.issued(after)
    said = words.format(day=reader.date(applies.posted_from), before=earlier, after=later)
    yield Choice(kind, applies.posted_from.isoformat(), said)


def _rule(reader: Reader, entity: Entity) -> Rule:
    applies = entity.value.applies
    return Rule(edition_link(reader, entity), reader.say(applies.transition), reader.cite(applies.source))


def _feeds(reader: Reader) -> Iterator[tuple[str, str, str]]:
    for suffix, media in FORMATS.items():
        path = feed_path(reader.language, "curriculum-changes", suffix)
        yield NAMES[suffix], reader.site.address(path), media
