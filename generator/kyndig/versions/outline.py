"""What is compared of a version: its items, each with its words, its facts and how it is assessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import partial
from typing import Any

from ..model.curriculum import AssessmentUse, Competency, Curriculum, Scope
from ..model.words import Text

KINDS = ("curriculum", "competency", "objective", "area", "card", "schedule", "requirement")
"""Kinds of items; `curriculum` is the version itself, which has one."""


@dataclass(frozen=True, slots=True)
class Use:
    """One way in which a competency is assessed, in the list or in the `logbook`."""

    method: str
    purpose: str | None
    month: int | None
    card: str | None
    logbook: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a version: `id` is unique within its kind, that of an objective is `competency/number`.

    `place` is what it stands under: the area of a competency, the competency of an objective. The first of the `words`
    that has any is what it is recognised by.
    """

    kind: str
    id: str
    place: str = ""
    words: tuple[tuple[str, Text], ...] = ()
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    uses: tuple[Use, ...] = ()
    replaces: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """Its own number, without that of what it stands under."""
        return self.id.rpartition("/")[2]

    def said(self, languages: tuple[str, ...]) -> str:
        """Return the words it is recognised by, in the first of some languages there is, or nothing."""
        return next((words for _, text in self.words if (words := said(text, languages))), "")


def said(text: Text, languages: tuple[str, ...]) -> str:
    """Return a text in the first of some languages there is, or in its own, with single spaces."""
    found = (text.get(language) for language in (*languages, *text.languages))
    return " ".join(next((words for words in found if words), "").split())


@dataclass(frozen=True, slots=True)
class Outline:
    """A version: its name, the languages it is written in with the original first, and its items in order."""

    version: str
    languages: tuple[str, ...]
    items: tuple[Item, ...]
    by_id: dict[tuple[str, str], Item] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Let items be found."""
        object.__setattr__(self, "by_id", {(each.kind, each.id): each for each in self.items})

    def of(self, kind: str) -> tuple[Item, ...]:
        """Return the items of a kind, in order."""
        return tuple(each for each in self.items if each.kind == kind)


def outline(value: Curriculum, languages: tuple[str, ...]) -> Outline:
    """Return what is compared of a version that is written in some languages."""
    return Outline(value.version, languages, tuple(_items(value)))


def _items(value: Curriculum) -> Iterator[Item]:
    yield Item(
        "curriculum",
        "",
        words=_words(value, "title", "outcome", "qualifies_for"),
        facts=_facts(value, "specialty", "stage", "months", "approved_by", "prepared_by"),
    )
    for each in value.competencies:
        yield from _competency(each)
    for area in value.areas:
        words, facts = _words(area, "label"), _facts(area, "role", "functional_area")
        yield Item("area", area.id, words=words, facts=facts, replaces=area.replaces)
    for card in value.cards:
        words, facts = _words(card, "title", "note"), _facts(card, "url")
        yield Item("card", card.id, words=words, facts=facts, replaces=card.replaces)
    for item in value.schedule:
        facts = _facts(item, "method", "times", "formative_months", "summative_months")
        words = _words(item, "sufficiency")
        yield Item("schedule", item.id, words=words, facts=facts, replaces=item.replaces)
    for need in value.requirements:
        words, facts = _words(need, "text"), _facts(need, "cards", "courses", "method")
        yield Item("requirement", need.id, words=words, facts=facts, replaces=need.replaces)


def _competency(value: Competency) -> Iterator[Item]:
    logbook = value.logbook.assessments if value.logbook else ()
    yield Item(
        "competency",
        value.id,
        value.area or "",
        (
            *_words(value, "statement", "title"),
            *((("logbook", value.logbook.text),) if value.logbook and value.logbook.text else ()),
        ),
        (*_facts(value, "roles", "strategies", "procedures"), ("scope", _scope(value.scope))),
        (*map(_use, value.assessments), *map(partial(_use, logbook=True), logbook)),
        value.replaces,
    )
    for each in value.objectives:
        words, facts = _words(each, "text"), _facts(each, "level", "supervised")
        yield Item("objective", f"{value.id}/{each.id}", value.id, words, facts, replaces=each.replaces)


def _use(use: AssessmentUse, logbook: bool = False) -> Use:
    return Use(use.method, use.purpose, use.month, use.card, logbook)


def _words(value: Any, *names: str) -> tuple[tuple[str, Text], ...]:
    return tuple((name, text) for name in names if isinstance(text := getattr(value, name), Text))


def _facts(value: Any, *names: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, _texts(getattr(value, name))) for name in names)


def _texts(value: Any) -> tuple[str, ...]:
    if value is None or value is False:
        return ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _scope(scope: Scope | None) -> tuple[str, ...]:
    if scope is None:
        return ()
    return tuple(
        f"{each.name} {value}" for each in fields(scope) for value in _texts(getattr(scope, each.name))
    )
