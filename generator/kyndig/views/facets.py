"""The bars by which a list is refined: links to pages that are built already, one for each value of each facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..catalogue import Entity
from ..locales.collation import sort_key
from ..routes import Page, Value
from ..routes.segments import N_
from .choices import choice_place, choice_words
from .parts import Kept, Linked, Marks, Phrase, Shell
from .reader import Reader
from .shell import LIST_TITLES, Head, list_link, list_shell

T = TypeVar("T")

FACETS = {
    "region": N_("Region"),
    "country": N_("Country"),
    "month": N_("Month"),
    "topic": N_("Topic"),
    "form": N_("Form of teaching"),
    "mode": N_("Attendance"),
    "provider": N_("Provider"),
    "target-group": N_("Target group"),
    "profession": N_("Profession"),
    "language": N_("Language"),
    "duty": N_("Mandatory or not"),
    "curriculum": N_("Curriculum"),
    "area": N_("Area"),
    "role": N_("Role"),
    "method": N_("Assessment method"),
    "due": N_("Month due"),
    "strategy": N_("Learning strategy"),
    "actor": N_("Who must act"),
    "strength": N_("Strength"),
    "stance": N_("What it does"),
    "organisation": N_("Organisation"),
    "care-level": N_("Level of care"),
    "plan": N_("Plan"),
    "kind": N_("What is needed"),
    "horizon": N_("When"),
}
"""Facet → its name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value in a bar: the page of what has it, and how many there are. `current` is the value of the page itself."""

    href: str
    title: Phrase
    count: int
    mark: str
    current: bool


@dataclass(frozen=True, slots=True)
class Valued:
    """A choice with what it is about: the reference of an entity, or the name of a choice."""

    about: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Bar(Kept):
    """The values of one facet; `chosen` names the one that the page is about."""

    facet: str
    name: str
    chosen: Phrase | None
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, now and in the words for one and for several."""

    text: str
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Sieve:
    """What refines a list: its bars, and what was found.

    `base` is the whole list, `mark` that of the value the page is about, `about` a page that says more of it.
    `counts` are of what is listed: courses, then dates.
    """

    base: Linked
    mark: str
    about: Linked | None
    bars: tuple[Bar, ...]
    counts: tuple[Count, ...]


def value_of(reader: Reader, page: Page) -> Value | None:
    """Return the value that a page of a list is about, or None for the whole list."""
    return reader.site.values.get(page.key)


def listed(reader: Reader, page: Page, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return the entities that stand on a page of a list: all, or those that have its value."""
    value = value_of(reader, page)
    return tuple(each for each in entities if value is None or each.ref in value.members)


def has_value(reader: Reader, page: Page) -> Callable[[Entity], bool]:
    """Return what tells whether a part belongs on a page of a list, by its own values."""
    value = value_of(reader, page)
    if value is None:
        return lambda part: True
    held, mark = reader.site.divided[value.list].marks, value.mark
    return lambda part: mark in held.get(part.ref, ())


def marks(reader: Reader, page: Page, entity: Entity) -> Marks:
    """Return what the row of an entity on a list is refined by."""
    return Marks(reader.site.divided[_list(reader, page)].marks.get(entity.ref, ()))


def marked(reader: Reader, page: Page, entity: Entity, make: Callable[[Marks], T]) -> T:
    """Return the row of an entity on a list, made with what it is refined by: the same on all pages of the list."""
    return reader.once(f"marked row of {entity.ref}", lambda: make(marks(reader, page, entity)))


def sifted_shell(reader: Reader, page: Page, head: Head) -> Shell:
    """Frame a page of a list; one that is about a value has the list above it and the value in its title."""
    value = value_of(reader, page)
    if value is None:
        return list_shell(reader, page, head)
    name = reader.word(LIST_TITLES[value.list])
    title = f"{name}: {_distinct(reader, value)}"
    facet = reader.word(FACETS[value.facet])
    lead = reader.word("{list} by {facet}").format(list=name, facet=_inside(facet))
    crumbs = (*head.crumbs, list_link(reader, value.list))
    head = replace(head, title=Phrase(title), lead=None, crumbs=crumbs)
    return list_shell(reader, page, replace(head, description=f"{title} – {lead}."))


def sieve(reader: Reader, page: Page, counts: tuple[Count, ...]) -> Sieve:
    """Make the bars of a list for one of its pages."""
    key, value = _list(reader, page), value_of(reader, page)
    about = None
    if value and ":" in value.about and reader.site.has(value.about, reader.language):
        about = reader.link(value.about)
    return Sieve(
        list_link(reader, key), value.mark if value else "", about, tuple(_bars(reader, key, value)), counts
    )


def count(reader: Reader, number: int, one: str, many: str) -> Count:
    """Return a count in words, and the words for any other; both hold `{count}`."""
    words = tuple(reader.words.ngettext(one, many, each) for each in (number, 1, 2))
    return Count(words[0].format(count=number), words[1], words[2])


def _list(reader: Reader, page: Page) -> str:
    value = value_of(reader, page)
    return value.list if value else page.key


def past_months(reader: Reader) -> Bar | None:
    """Return the bar of the months that have been, latest first, or None where there is none."""
    past = [pair for pair in _choices(reader, "courses", "month") if pair[0].about < f"{reader.today:%Y-%m}"]
    bar = _bar(reader, "month", past[::-1], None)
    return bar if past else None


def valued(reader: Reader, key: str, facet: str) -> tuple[Valued, ...]:
    """Return the choices of one facet of a list, each with what it is about; none where it divides nothing."""
    return tuple(Valued(value.about, choice) for value, choice in _choices(reader, key, facet))


def page_of(reader: Reader, key: str, facet: str, about: str) -> str:
    """Return the address of the page for a value of a list, or of the whole list where there is none."""
    values = reader.site.divided[key].facets.get(facet, ())
    return reader.href(next((each.key for each in values if each.about == about), key))


def _bars(reader: Reader, key: str, current: Value | None) -> Iterator[Bar]:
    """Yield the bars of a list; months that have been are in the list of past courses."""
    this_month = f"{reader.today:%Y-%m}"
    for facet in reader.site.divided[key].facets:
        shown = [
            (value, choice)
            for value, choice in _choices(reader, key, facet)
            if facet != "month" or value.about >= this_month or value is current
        ]
        if shown:
            yield _shared_bar(reader, key, facet, shown, current)


def _shared_bar(
    reader: Reader, key: str, facet: str, shown: list[tuple[Value, Choice]], current: Value | None
) -> Bar:
    """Return a bar; the same on all pages that are not about one of its values."""
    if current and current.facet == facet:
        return _bar(reader, facet, shown, current)
    return reader.once(f"bar of {facet} in {key}", lambda: _bar(reader, facet, shown, None))


def _bar(reader: Reader, facet: str, choices: Iterable[tuple[Value, Choice]], current: Value | None) -> Bar:
    chosen = _title(reader, current) if current and current.facet == facet else None
    shown = tuple(replace(each, current=True) if value is current else each for value, each in choices)
    return Bar(facet, reader.word(FACETS[facet]), chosen, shown)


def _choices(reader: Reader, key: str, facet: str) -> tuple[tuple[Value, Choice], ...]:
    """Return the values of one facet of a list in order, each as a choice: the same on all its pages."""

    def make() -> tuple[tuple[Value, Choice], ...]:
        values = reader.site.divided[key].facets.get(facet, ())
        return tuple(
            (
                each,
                Choice(
                    reader.href(each.key), _title(reader, each), len(each.members), each.mark, current=False
                ),
            )
            for each in sorted(values, key=lambda value: _place(reader, value))
        )

    return reader.once(f"choices of {facet} in {key}", make)


def _title(reader: Reader, value: Value) -> Phrase:
    if ":" in value.about:
        return reader.title(reader.catalogue[value.about]).capital
    return Phrase(choice_words(reader, value.facet, value.about)).capital


def _place(reader: Reader, value: Value) -> tuple[Any, ...]:
    """Return where a value stands in its bar: in an order of its own where it has one, else by the alphabet."""
    if ":" not in value.about:
        return (1, choice_place(reader, value.facet, value.about), (), value.about)
    order = getattr(reader.catalogue[value.about].value, "order", None) or 0
    return (0, order, sort_key(_title(reader, value).text, reader.language), value.about)


def _distinct(reader: Reader, value: Value) -> str:
    """Return a value in words that no other value of the list has."""
    title = _title(reader, value).text
    alike = _facets_by_title(reader, value.list)[title]
    if Counter(alike)[value.facet] > 1:
        title = f"{title}, {reader.title(reader.catalogue[value.about].document).text}"
    return f"{title} ({_inside(reader.word(FACETS[value.facet]))})" if len(alike) > 1 else title


def _facets_by_title(reader: Reader, key: str) -> dict[str, list[str]]:
    """Return the facets of all values of a list that have the same title, by that title."""

    def make() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for facet, values in reader.site.divided[key].facets.items():
            for each in values:
                found.setdefault(_title(reader, each).text, []).append(facet)
        return found

    return reader.once(f"titles in {key}", make)


def _inside(name: str) -> str:
    """Return a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]
