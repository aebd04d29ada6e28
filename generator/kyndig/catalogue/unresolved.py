"""Explain a reference that leads nowhere, or to what it must not lead to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..diagnostics import Diagnostic, did_you_mean
from .editions import meant
from .entity import Catalogue, Entity
from .kinds import KINDS
from .references import Reference

_NUMBERED = re.compile(r"(.*?)([0-9]{1,6})")


def find_target(reference: Reference, entity: Entity, entities: Mapping[str, Entity]) -> Entity | None:
    """Return what a reference means: `kind:id`, or an id in the same file or of its own."""
    if reference.kind is None:
        return entities.get(meant(reference.text, entity.document.id, entities))
    local = f"{reference.kind}:{entity.document.id}/{reference.text}"
    return entities.get(local) or entities.get(f"{reference.kind}:{reference.text}")


def is_allowed(reference: Reference, entity: Entity, target: Entity) -> bool:
    """Tell whether a reference may lead to an entity: its kind fits, and it is shown when the origin is."""
    fits = not reference.kinds or target.kind in reference.kinds
    return fits and (entity.is_draft or not target.is_draft)


Said = tuple[str, str, str]
"""Code, message and remedy of a finding; without a code there is none."""

_NOTHING: Said = ("", "", "")


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Know everything a reference could have meant: `ids` are those of each kind."""

    catalogue: Catalogue
    ids: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Unresolved:
        """Gather what there is."""
        ids: dict[str, list[str]] = {}
        for entity in catalogue.entities.values():
            ids.setdefault(entity.kind, []).append(entity.id)
        return cls(catalogue, {kind: tuple(each) for kind, each in ids.items()})

    def fault(self, reference: Reference, entity: Entity, target: Entity | None) -> Diagnostic | None:
        """Return what is wrong with a reference, or None where it leads to what could not be read."""
        code, message, remedy = self._misled(reference, target) if target else self._lost(reference, entity)
        spot = entity.spot(*reference.location)
        return Diagnostic(spot.place, code, message, spot.where, remedy) if code else None

    def _misled(self, reference: Reference, target: Entity) -> Said:
        if reference.kinds and target.kind not in reference.kinds:
            wanted = " or ".join(reference.kinds)
            return (
                "ref.kind",
                f'"{reference.text}" is of the kind {target.kind}',
                f"refer to a thing of the kind {wanted}",
            )
        message = f'{target.kind} "{target.id}" is a draft'
        return "ref.draft", message, "publish it first, or make this a draft too"

    def _lost(self, reference: Reference, entity: Entity) -> Said:
        text = reference.text
        kind, colon, id_ = text.partition(":") if reference.kind is None else (reference.kind, ":", text)
        if not colon:
            return "ref.form", f'"{text}" does not say its kind', self._with_kind(text, reference.kinds)
        if kind not in KINDS:
            remedy = did_you_mean(kind, KINDS) or "known are " + ", ".join(sorted(reference.kinds or KINDS))
            return "ref.form", f'there is no kind "{kind}"', remedy
        if id_.startswith(f"{kind}:"):
            return (
                "ref.form",
                f'"{text}" says the kind, which is always {kind} here',
                f"write {id_.partition(':')[2]}",
            )
        if self.catalogue.is_left_out(kind, id_):
            return _NOTHING
        return "ref.unknown", f'there is no {kind} "{id_}"', self._meant(kind, id_, entity)

    def _with_kind(self, id_: str, kinds: tuple[str, ...]) -> str:
        of = next((kind for kind in kinds or sorted(self.ids) if id_ in self.ids.get(kind, ())), None)
        return f"write {of}:{id_}" if of else f"write kind:id, such as {(kinds or ('course',))[0]}:{id_}"

    def _meant(self, kind: str, id_: str, entity: Entity) -> str:
        ids = self.ids.get(kind, ())
        own = f"{entity.document.id}/"
        local = [each.removeprefix(own) for each in ids if each.startswith(own)]
        return (
            nearest_id(id_, (*ids, *local))
            or next(
                (
                    f'"{id_}" is of the kind {other}'
                    for other, each in sorted(self.ids.items())
                    if id_ in each
                ),
                "",
            )
            or "write it first, or refer to something else"
        )


def nearest_id(wrong: str, ids: Collection[str]) -> str:
    """Return `did you mean "x"?` for the nearest of some ids, or an empty text."""
    return _next_number(wrong, ids) or did_you_mean(wrong, ids)


def _next_number(wrong: str, ids: Collection[str]) -> str:
    """Propose the nearest number for an id that ends with one, because people count."""
    asked = _NUMBERED.fullmatch(wrong)
    if asked is None:
        return ""
    found = (_NUMBERED.fullmatch(each) for each in ids)
    near = [each for each in found if each and each[1] == asked[1]]
    best = min(near, key=lambda each: (abs(int(each[2]) - int(asked[2])), each[0]), default=None)
    return f'did you mean "{best[0]}"?' if best else ""
