"""States: what is known now of everything that is announced, in the words of the ledger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from ..catalogue import Catalogue, Entity, base
from ..catalogue.kinds import PARTS
from ..coverage import AXES, asked_for, cell, concerns, looked_at
from ..ledger import KINDS, Facts
from ..model.words import Text
from ..versions import versions
from .following import feeds_of, feeds_of_gap

Paths = Callable[[str], Mapping[str, str]]
"""Gives the path of an entity's page in each language; nothing for what has none."""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one thing now.

    `announced` and `altered` are the moments that its author gave for its announcement and for the change of its status,
    `earlier` the facts as they were before that change, as far as the author tells.
    """

    of: str
    kind: str
    facts: Facts
    announced: datetime | None = None
    altered: datetime | None = None
    earlier: Facts | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """How states are found: the time zone of the site, and the paths of pages.

    Without `digests` the states leave out what only tells of corrections, which takes most of the time.
    """

    catalogue: Catalogue
    timezone: str
    paths: Paths = lambda ref: {}
    digests: bool = True

    def states(self) -> Iterator[State]:
        """Yield the state of everything that is announced, in the order of the catalogue."""
        for entity in self.catalogue.of_kind(*KINDS):
            yield self._state(entity)
        yield from self._gaps()

    def _state(self, entity: Entity) -> State:
        facts = dict(self._common(entity)) | dict(_OF_KIND[entity.kind](self.catalogue, entity))
        value, earlier = entity.value, None
        altered = getattr(value, "status_changed", None)
        if entity.kind == "instance" and altered is not None:
            earlier = _filled(_before(facts, value))
        return State(
            lasting_ref(entity),
            entity.kind,
            _filled(facts),
            self._moment(_announced(entity)),
            self._moment(altered),
            earlier,
        )

    def _common(self, entity: Entity) -> Iterator[tuple[str, Any]]:
        named = entity.owner if entity.kind == "instance" and entity.owner else entity
        yield "title", dict(named.value.title.words)
        yield "lang", entity.file.lang
        yield "feeds", sorted(feeds_of(self.catalogue, entity))
        yield "path", dict(self.paths(entity.ref))
        if self.digests:
            yield "digest", _digest(entity)

    def _moment(self, day: date | None) -> datetime | None:
        """Return the noon of a day, which has no hour: it is the same day for every reader from America to Asia."""
        return datetime.combine(day, time(12), ZoneInfo(self.timezone)).astimezone(UTC) if day else None

    def _gaps(self) -> Iterator[State]:
        """Yield what somebody has found to be missing: the cells of the matrices of coverage whose degree is `none`."""
        catalogue = self.catalogue
        found = (each for each in catalogue.of_kind("coverage") if each.value.degree == "none")
        needs = {need.ref: need for each in found for need, _ in catalogue.targets(each, "need")}
        for need in needs.values():
            horizon = looked_at(catalogue, need)[0]
            audiences = {each.ref: each for axis in AXES for each in asked_for(catalogue, need, axis)}
            for audience in audiences.values():
                if (
                    concerns(catalogue, need, audience)
                    and cell(catalogue, need, audience, horizon).degree == "none"
                ):
                    yield self._gap(need, audience)

    def _gap(self, need: Entity, audience: Entity) -> State:
        label: Text = audience.value.label
        facts = {
            "title": dict(need.value.title.words),
            "lang": need.file.lang,
            "audience": dict(label.words),
            "need": need.ref,
            "of": audience.ref,
            "degree": "none",
            "feeds": sorted(feeds_of_gap(self.catalogue, need, audience)),
        }
        return State(f"gap:{need.id}/{audience.kind}/{audience.id}", "gap", facts)


def lasting_ref(entity: Entity) -> str:
    """Return the reference that an entity has for ever: which version of a curriculum has the short one changes in time."""
    if entity.kind != "curriculum":
        return entity.ref
    return f"curriculum:{base(entity.id)}@{entity.value.version}"


def entity_of(catalogue: Catalogue, ref: str) -> Entity | None:
    """Return the entity with a lasting reference, or None where there is none now."""
    if not ref.startswith("curriculum:"):
        return catalogue.entities.get(ref)
    short, _, version = ref.partition("@")
    for each in (ref, short):
        found = catalogue.entities.get(each)
        if found is not None and found.value.version == version:
            return found
    return None


def _filled(facts: Facts) -> Facts:
    """Return facts without those that say nothing."""
    return {name: each for name, each in facts.items() if each not in (None, [], {}, "")}


def _announced(entity: Entity) -> date | None:
    own: date | None = getattr(entity.value, "announced", None) or getattr(entity.value, "day", None)
    return own or (getattr(entity.document.value, "announced", None) if entity.owner else None)


def _before(facts: Facts, value: Any) -> Facts:
    """Return the facts of a date of a course before its status changed, as far as its author tells."""
    former: dict[str, Any] = {}
    for each in value.former[-1:]:
        if each.start:
            former |= {"start": each.start.isoformat(), "end": each.end.isoformat() if each.end else None}
        former |= {"place": each.place} if each.place else {}
        former |= {"sessions": None} if each.start else {}
    return {**facts, **former, "status": "scheduled"}


def _instance(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[str, Any]]:
    value = entity.value
    yield "course", entity.owner.ref if entity.owner else None
    yield "start", value.start.isoformat()
    yield "end", value.end.isoformat() if value.end else None
    yield "timezone", value.timezone
    yield "place", value.place
    yield "region", value.region
    yield "mode", value.mode
    yield "status", value.status
    yield "deadline", value.deadline.isoformat() if value.deadline else None
    yield "opens", value.opens.isoformat() if value.opens else None
    yield "sessions", {each.id: dict(_session(each)) for each in value.sessions}
    yield "example", any(each.is_example for each in entity.chain()) or None


def _session(value: Any) -> Iterator[tuple[str, Any]]:
    yield "start", value.start.isoformat()
    for name in ("end", "place", "mode"):
        if (found := getattr(value, name)) is not None:
            yield name, found if isinstance(found, str) else found.isoformat()


def _course(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[str, Any]]:
    value = entity.value
    yield "follows", dict(value.follows.words) if value.follows else None
    yield "mandatory_in", sorted(value.mandatory_in)
    yield "recommended_in", sorted(value.recommended_in)


def _position(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[str, Any]]:
    value = entity.value
    yield "organisation", value.organisation
    yield "issued", value.issued
    yield "valid_from", value.valid_from
    yield "valid_to", value.valid_to
    yield (
        "parts",
        {
            f"statement {each.value.id}": f"{each.value.stance} {each.value.modality or ''}".strip()
            for each in catalogue.parts(entity, "statement")
        },
    )


def _curriculum(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[str, Any]]:
    value = entity.value
    every = versions(catalogue, entity)
    yield "after", every[every.index(entity) - 1].value.version if every.index(entity) else None
    yield "months", value.months
    yield "posted_from", value.applies.posted_from.isoformat()
    competencies, requirements = (catalogue.parts(entity, each) for each in ("competency", "requirement"))
    parts = {f"competency {each.value.id}": _short(_demands(each.value)) for each in competencies}
    parts |= {f"requirement {each.value.id}": _short(_plain(each.value.cards)) for each in requirements}
    yield "parts", parts


def _demands(value: Any) -> Any:
    """Return what a competency asks for, but for its words."""
    objectives = [(each.id, each.level, each.supervised) for each in value.objectives]
    return [objectives, _plain(value.assessments), list(value.strategies), _plain(value.scope)]


def _plan(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[str, Any]]:
    yield "year", entity.value.year
    needs = catalogue.parts(entity, "need")
    yield "parts", {f"need {each.value.id}": " ".join(each.value.horizon) for each in needs}


def _group(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[str, Any]]:
    yield "parts", {f"purpose {each.value.id}": "there" for each in catalogue.parts(entity, "purpose")}


def _news(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[str, Any]]:
    yield "day", entity.value.day.isoformat()


_OF_KIND: dict[str, Callable[[Catalogue, Entity], Iterator[tuple[str, Any]]]] = {
    "instance": _instance,
    "course": _course,
    "position": _position,
    "curriculum": _curriculum,
    "plan": _plan,
    "group": _group,
    "news": _news,
}


def _digest(entity: Entity) -> str:
    """Return a digest of all that an entity says itself, in every language; its parts have digests of their own."""
    own = {
        each.name: _plain(getattr(entity.value, each.name))
        for each in fields(entity.value)
        if each.name not in PARTS.get(entity.kind, {})
    }
    return _short({name: each for name, each in own.items() if each not in (None, [], {}, False)})


def _short(value: Any) -> str:
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=4).hexdigest()


def _plain(value: Any) -> Any:
    """Return a value as JSON has it, without what is empty: so that a new field changes no digest."""
    if isinstance(value, Text):
        return dict(value.words)
    if hasattr(value, "__dataclass_fields__"):
        found = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {name: each for name, each in found.items() if each not in (None, [], {}, False)}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value if isinstance(value, bool | int | float | str | None) else str(value)
