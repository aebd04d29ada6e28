"""Rules for the versions of a curriculum: what one says of the items of another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..catalogue import Catalogue, Entity, base, nearest_id
from ..diagnostics import Diagnostic, did_you_mean
from ..records import Spot
from ..versions import Outline, Step, open_pairs, outline, steps, versions


def versions_begin_on_days_of_their_own(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No two versions of a curriculum apply from the same day: one could not tell which is in force."""
    for history in _histories(catalogue):
        for before, after in pairwise(each for each in history if not each.is_draft):
            day = after.value.applies.posted_from
            if before.value.applies.posted_from == day:
                spot = after.spot("applies", "posted_from")
                message = f"version {before.value.version} applies from {day} as well"
                yield Diagnostic(
                    spot.place, "version.day", message, spot.where, "correct one of the two days"
                )


def replaced_items_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What an item replaces stands in the version before, and there is one."""
    for first, *rest in _histories(catalogue):
        before: Outline | None = None
        for entity in (first, *rest):
            own = outline(entity.value, entity.entry.languages)
            for item in own.items:
                for index, was in enumerate(item.replaces):
                    spot = spot_of(entity, item.kind, item.id, "replaces", index)
                    yield from _missing(before, item.kind, was, spot)
            before = own


def decisions_are_about_items(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What is decided on two items names a version that is there, an item of it and one of the version before."""
    for mapping in catalogue.of_kind("mapping"):
        same = [each for each in catalogue.of_kind("curriculum") if base(each.id) == mapping.id]
        every = versions(catalogue, same[0]) if same else ()
        outlines = [outline(each.value, each.entry.languages) for each in every]
        names = [each.version for each in outlines]
        for index, row in enumerate(mapping.value.matches):
            spot = mapping.spot("matches", index, "version")
            if row.version not in names:
                remedy = did_you_mean(row.version, names) or f"there are {', '.join(names) or 'none'}"
                message = f'there is no version "{row.version}" of {mapping.id}'
                yield Diagnostic(spot.place, "version.unknown", message, spot.where, remedy)
                continue
            place = names.index(row.version)
            before = outlines[place - 1] if place else None
            yield from _missing(before, row.kind, row.was, mapping.spot("matches", index, "was"))
            yield from _missing(outlines[place], row.kind, row.now, mapping.spot("matches", index, "now"))


def matches_are_confirmed(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Somebody has confirmed that an item is one of the version before where its words are only alike."""
    for first, *_ in _histories(catalogue):
        for step in steps(catalogue, first):
            yield from _open(step)


def _open(step: Step) -> Iterator[Diagnostic]:
    for pair, _, now in open_pairs(step):
        spot = spot_of(step.after, now.kind, now.id)
        message = (
            f'{pair.kind} "{pair.now}" may be "{pair.was}" of version {step.older.version}: '
            f"the words are {pair.likeness:.0%} alike"
        )
        remedy = f'write replaces: ["{pair.was}"] if it is, or decide in the file that `kyndig match` writes'
        yield Diagnostic(spot.place, "version.match", message, spot.where, remedy, "notice")


def _histories(catalogue: Catalogue) -> Iterator[tuple[Entity, ...]]:
    """Yield the versions of each curriculum in order."""
    for entity in catalogue.of_kind("curriculum"):
        if entity.is_current:
            yield versions(catalogue, entity)


def _missing(version: Outline | None, kind: str, id_: str, spot: Spot) -> Iterator[Diagnostic]:
    if version is None:
        message, remedy = "there is no version before this one", "delete this, or add the version before"
    elif (kind, id_) not in version.by_id:
        message = f'there is no {kind} "{id_}" in version {version.version}'
        remedy = nearest_id(id_, [each.id for each in version.of(kind)]) or "name one that is there"
    else:
        return
    yield Diagnostic(spot.place, "version.item", message, spot.where, remedy)


def spot_of(document: Entity, kind: str, id_: str, *below: str | int) -> Spot:
    """Return where an item of a version stands, or a field of it."""
    value = document.value
    if kind == "objective":
        owner, _, number = id_.partition("/")
        at = _place(value.competencies, owner)
        inner = ("objectives", _place(value.competencies[at].objectives, number))
        return document.spot("competencies", at, *inner, *below)
    field = {
        "competency": "competencies",
        "area": "areas",
        "card": "cards",
        "schedule": "schedule",
        "requirement": "requirements",
    }[kind]
    return document.spot(field, _place(getattr(value, field), id_), *below)


def _place(items: tuple[object, ...], id_: str) -> int:
    return next(index for index, each in enumerate(items) if getattr(each, "id", None) == id_)
