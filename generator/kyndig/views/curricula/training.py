"""My training: a list to tick, printed by hand or kept in the reader's browser by the theme's scripts."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ...catalogue import Entity, base
from ...locales.languages import LANGUAGES
from ...locales.numbers import format_decimal, format_percent
from ...model.curriculum import CusumRule
from ...routes import Page
from ..parts import Cited, Linked, Phrase, Shell
from ..reader import Reader
from .curriculum_parts import Tab, curriculum_of, groups, subpage, tabs
from .requirements import users
from .training_words import training_words

FORMAT = "kyndig-training"
"""What a file of notes says it is; `docs/training.schema.json` describes it."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing to tick: a competency or a card; `key` is what notes call it."""

    key: str
    link: Linked
    about: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Things to tick under one heading."""

    anchor: str
    title: Phrase
    rows: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """How a score is made, in the reader's numbers; `numbers` are the same for the script, as JSON."""

    acceptable: str
    unacceptable: str
    alpha: str
    beta: str
    numbers: str
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A procedure that is counted, with its outcome where a CUSUM score is made of it."""

    key: str
    label: Phrase
    cusum: bool
    rule: Rule | None
    used_by: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class TrainingView:
    """What the template of "My training" shows, and as JSON what its scripts must know and say."""

    tabs: tuple[Tab, ...]
    groups: tuple[TickGroup, ...]
    cards: tuple[Tick, ...]
    procedures: tuple[Counted, ...]
    cusum: bool
    ruled: bool
    locale: str
    data: str
    words: str


def curriculum_training(reader: Reader, page: Page) -> tuple[Shell, TrainingView]:
    """Make the page where a learner ticks and counts."""
    entity = curriculum_of(reader, page)
    procedures = tuple(_counted(reader, each) for each in reader.catalogue.parts(entity, "procedure"))
    body = TrainingView(
        tabs=tabs(reader, page),
        groups=tuple(
            TickGroup(group.anchor, group.link.title, tuple(map(_competency, group.rows)))
            for group in groups(reader, entity)
        ),
        cards=tuple(_card(reader, each) for each in reader.catalogue.parts(entity, "card")),
        procedures=procedures,
        cusum=any(each.cusum for each in procedures),
        ruled=any(each.rule for each in procedures),
        locale=LANGUAGES[reader.language].babel.replace("_", "-"),
        data=_json(_data(reader, entity)),
        words=_json(training_words(reader)),
    )
    lead = reader.word(
        "Tick what you have reached and count what you have done: on paper, or in this browser if you ask for it."
    )
    return subpage(reader, page, reader.word("My training"), lead), body


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _competency(link: Linked) -> Tick:
    return Tick(link.number, link, tuple(map(Phrase, link.meta)))


def _card(reader: Reader, entity: Entity) -> Tick:
    named = reader.maybe(entity.value.title)
    return Tick(entity.value.id, reader.link(entity), (named,) if named else ())


def _counted(reader: Reader, entity: Entity) -> Counted:
    value = entity.value
    rule = _rule(reader, value.cusum_rule) if value.cusum_rule else None
    return Counted(value.id, reader.say(value.label), value.cusum, rule, users(reader, entity))


def _rule(reader: Reader, rule: CusumRule) -> Rule:
    numbers = {name: float(getattr(rule, name)) for name in ("acceptable", "unacceptable", "alpha", "beta")}
    return Rule(
        format_percent(rule.acceptable, reader.language),
        format_percent(rule.unacceptable, reader.language),
        format_decimal(rule.alpha, reader.language),
        format_decimal(rule.beta, reader.language),
        _json(numbers),
        reader.cite(rule.source),
    )


def _data(reader: Reader, entity: Entity) -> dict[str, object]:
    """Return what the scripts must know: which notes are those of this page, and where else they may be met.

    `key` is the name of the notes in the browser: pages of all languages share it, other curricula, editions and sites
    do not. `pages` are the addresses of this page in all languages, `others` those of other editions by their names.
    """
    own = base(entity.id)
    others = (
        each
        for each in reader.catalogue.of_kind("curriculum")
        if base(each.id) == own and each.ref != entity.ref
    )
    return {
        "format": FORMAT,
        "curriculum": own,
        "edition": entity.value.version,
        "key": _key(reader, own, entity.value.version),
        "pages": [
            reader.site.href(f"{entity.ref}#training", language) for language in reader.catalogue.languages
        ],
        "others": [
            {
                "key": _key(reader, own, each.value.version),
                "edition": each.value.version,
                "href": reader.href(f"{each.ref}#training"),
            }
            for each in others
        ],
    }


def _key(reader: Reader, curriculum: str, edition: str) -> str:
    return f"{FORMAT} {reader.site.base} {curriculum} {edition}"
