"""What stands on the page of a need: its state for everybody who has it, and all that says so, numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...catalogue import Entity
from ...coverage import AXES, Assessment, Offer, asked_for, assessments, looked_at, named, offers
from ...routes.segments import N_
from ..gather import details
from ..parts import Cited, Flag, Linked, Phrase
from ..pieces import vague
from ..reader import Reader
from .cells import CellView, anchor_of, cell_of, cell_view, state_words

_KINDS = {
    "course": N_("Courses"),
    "competency": N_("Competencies"),
    "channel": N_("Channels"),
    "activity": N_("Activities"),
}
"""Kinds of offer in order, with their headings."""

AXIS_WORDS = {"target-group": N_("Target groups"), "profession": N_("Professions"), "region": N_("Regions")}
"""Axis → the heading of its audiences."""


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer: its number among the evidence, whom it is for, and the competency through which it counts.

    An invented `example` counts for nothing.
    """

    number: int
    link: Linked
    whom: tuple[Linked, ...]
    via: Linked | None
    example: bool


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """What somebody has found; `by` is the offer it is about."""

    number: int
    anchor: str
    degree: str
    when: str
    text: Phrase
    by: Linked | None
    whom: tuple[Linked, ...]
    seats: str
    as_of: str
    assessor: Linked | None
    flags: tuple[Flag, ...]
    example: bool
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class AudienceRow:
    """The state for one audience, now and as expected, and the numbers of what says so."""

    anchor: str
    link: Linked | None
    states: tuple[CellView, ...]
    evidence: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything: `times` head the columns of states, `groups` have the audiences by axis."""

    times: tuple[str, ...]
    groups: tuple[tuple[str, tuple[AudienceRow, ...]], ...]
    offers: tuple[tuple[str, tuple[OfferRow, ...]], ...]
    assessments: tuple[AssessmentRow, ...]


def evidence(reader: Reader, need: Entity) -> Evidence:
    """Return the state of a need for everybody who has it, with all that says so."""
    linked, found = offers(reader.catalogue, need), assessments(reader.catalogue, need)
    ordered = sorted(linked, key=lambda each: list(_KINDS).index(each.entity.kind))
    numbers = {each.entity.ref: number for number, each in enumerate(ordered, 1)}
    numbers |= {each.entity.ref: number for number, each in enumerate(found, len(numbers) + 1)}
    horizons = looked_at(reader.catalogue, need)
    return Evidence(
        times=tuple(time_words(reader)[each] for each in horizons),
        groups=tuple(_groups(reader, need, horizons, numbers)),
        offers=tuple(_offers(reader, ordered, numbers)),
        assessments=tuple(_assessment(reader, each, numbers) for each in found),
    )


def time_words(reader: Reader) -> dict[str, str]:
    """Return the headings of what is so now, and of what is expected."""
    return {"now": reader.word("Now"), "future": reader.word("Expected")}


def _groups(
    reader: Reader, need: Entity, horizons: tuple[str, ...], numbers: dict[str, int]
) -> Iterator[tuple[str, tuple[AudienceRow, ...]]]:
    found = {axis: asked_for(reader.catalogue, need, axis) for axis in AXES}
    for axis, audiences in found.items():
        if audiences:
            rows = tuple(_audience(reader, need, each, horizons, numbers) for each in audiences)
            yield reader.word(AXIS_WORDS[axis]), rows
    if not found["target-group"]:
        yield reader.word("No group is named"), (_audience(reader, need, None, horizons, numbers),)


def _audience(
    reader: Reader, need: Entity, audience: Entity | None, horizons: tuple[str, ...], numbers: dict[str, int]
) -> AudienceRow:
    cells = [cell_of(reader, need, audience, each) for each in horizons]
    counting = {each.entity.ref: each.entity for one in cells for each in one.linked}
    counting |= {each.assessment.entity.ref: each.assessment.entity for one in cells for each in one.findings}
    ordered = sorted((numbers[ref], reader.title(each).text) for ref, each in counting.items())
    link = reader.link(audience) if audience else None
    states = tuple(cell_view(reader, each) for each in cells)
    return AudienceRow(anchor_of(audience) if audience else "", link, states, tuple(ordered))


def _offers(
    reader: Reader, linked: Iterable[Offer], numbers: dict[str, int]
) -> Iterator[tuple[str, tuple[OfferRow, ...]]]:
    rows: dict[str, list[OfferRow]] = {}
    for each in linked:
        link = reader.link(each.entity, each.why, details(reader, each.entity))
        via = reader.link(each.via) if each.via else None
        row = OfferRow(
            numbers[each.entity.ref], link, _whom(reader, each.entity), via, each.entity.is_example
        )
        rows.setdefault(each.entity.kind, []).append(row)
    yield from ((reader.word(_KINDS[kind]), tuple(found)) for kind, found in rows.items())


def _whom(reader: Reader, thing: Entity) -> tuple[Linked, ...]:
    return tuple(reader.link(each) for axis in AXES for each in named(reader.catalogue, thing, axis))


def _assessment(reader: Reader, it: Assessment, numbers: dict[str, int]) -> AssessmentRow:
    value = it.entity.value
    seats = value.seats_per_year
    words = reader.words.ngettext("{count} seat a year", "{count} seats a year", seats or 0)
    return AssessmentRow(
        number=numbers[it.entity.ref],
        anchor=f"k-{it.entity.id.replace('/', '-')}",
        degree=state_words(reader)[it.degree],
        when=time_words(reader)[value.horizon],
        text=reader.say(value.text),
        by=reader.link(it.by) if it.by else None,
        whom=_whom(reader, it.entity),
        seats=words.format(count=seats) if seats else "",
        as_of=vague(reader, value.as_of),
        assessor=next(iter(reader.links(it.entity, "assessor")), None),
        flags=reader.flags(it.entity),
        example=it.entity.is_example,
        cited=reader.cite(value.source),
    )
