"""Link: resolve every reference by identity, once, and keep both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic, did_you_mean
from ..records import Entry
from ..records.entry import Location
from .entity import Catalogue, Entity, Relation
from .kinds import part_id, parts_of
from .references import Reference, references


def link(entries: Iterable[Entry], languages: tuple[str, ...]) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Make the catalogue of a site from its decoded files.

    Drafts are left out. Duplicate ids and references that lead nowhere are reported; the catalogue then lacks them.
    """
    entities: dict[str, Entity] = {}
    drafts: set[str] = set()
    found: list[Diagnostic] = []
    for entry, id_ in _versioned(entries):
        for entity in _with_parts(entry.kind, id_, entry.value, None, entry, ()):
            if getattr(entry.value, "status", "published") == "draft":
                drafts.add(entity.ref)
            elif entity.ref in entities:
                found.append(_duplicate(entity, entities[entity.ref]))
            else:
                entities[entity.ref] = entity
    outgoing, faults = _resolve(entities, drafts)
    return Catalogue(languages, entities, outgoing, _reverse(outgoing)), (*found, *faults)


def _versioned(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Give the newest version of a curriculum the plain id, and older ones `id@version`."""
    entries = tuple(entries)
    newest = {each.id: each.value.version for each in sorted(entries, key=_version) if each.kind == "curriculum"}
    for entry in entries:
        old = entry.kind == "curriculum" and entry.value.version != newest[entry.id]
        yield entry, f"{entry.id}@{entry.value.version}" if old else entry.id


def _version(entry: Entry) -> str:
    return entry.value.version if entry.kind == "curriculum" and entry.value.status == "published" else ""


def _with_parts(
    kind: str, id_: str, value: object, owner: Entity | None, entry: Entry, at: Location
) -> Iterator[Entity]:
    entity = Entity(kind, id_, value, owner, entry, at)
    yield entity
    for field, part_kind, index, part in parts_of(kind, value):
        own = part_id(part_kind, kind, id_, entity.document.id, part.id)
        yield from _with_parts(part_kind, own, part, entity, entry, (*at, field, index))


def _duplicate(second: Entity, first: Entity) -> Diagnostic:
    spot = second.spot()
    message = f'there is already a {first.kind} "{first.id}" at {first.spot().place}'
    return Diagnostic(spot.place, "id.duplicate", message, spot.where, "give one of them another id")


def _resolve(
    entities: dict[str, Entity], drafts: set[str]
) -> tuple[dict[str, tuple[Relation, ...]], list[Diagnostic]]:
    found: list[Diagnostic] = []
    outgoing: dict[str, tuple[Relation, ...]] = {}
    for entity in entities.values():
        relations: list[Relation] = []
        for reference in references(entity.kind, entity.value):
            target = _find(reference, entity, entities)
            if target is None or not _allowed(reference, target):
                found.append(_unknown(reference, entity, target, entities, drafts))
            else:
                relations.append(Relation(entity.ref, reference.field, target.ref, reference.why))
        outgoing[entity.ref] = tuple(dict.fromkeys(relations))
    return outgoing, found


def _find(reference: Reference, entity: Entity, entities: dict[str, Entity]) -> Entity | None:
    if len(reference.kinds) > 1 or "*" in reference.kinds:
        return entities.get(reference.text)
    kind = reference.kinds[0]
    return entities.get(f"{kind}:{entity.document.id}/{reference.text}") or entities.get(f"{kind}:{reference.text}")


def _allowed(reference: Reference, target: Entity) -> bool:
    named = [kind for kind in reference.kinds if kind != "*"]
    return not named or target.kind in named


def _unknown(
    reference: Reference, entity: Entity, target: Entity | None, entities: dict[str, Entity], drafts: set[str]
) -> Diagnostic:
    spot = entity.spot(*reference.location)
    kinds = [kind for kind in reference.kinds if kind != "*"]
    kind, _, rest = reference.text.partition(":") if "*" in reference.kinds or len(kinds) > 1 else (
        kinds[0], "", reference.text,
    )
    if target is not None:
        message = f'"{reference.text}" is a {target.kind}'
        return Diagnostic(spot.place, "ref.kind", message, spot.where, f"a {' or '.join(kinds)} belongs here")
    if f"{kind}:{rest}" in drafts:
        return Diagnostic(spot.place, "ref.draft", f'{kind} "{rest}" is a draft', spot.where, "publish it first")
    known = {each.kind for each in entities.values()}
    if kind not in known:
        remedy = did_you_mean(kind, known) or f"write kind:id, such as {(kinds or ['course'])[0]}:…"
        return Diagnostic(spot.place, "ref.form", f'"{reference.text}" names no known kind', spot.where, remedy)
    ids = [each.id for each in entities.values() if each.kind == kind]
    remedy = did_you_mean(rest, ids) or _elsewhere(rest, entities)
    return Diagnostic(spot.place, "ref.unknown", f'no {kind} "{rest}"', spot.where, remedy)


def _elsewhere(rest: str, entities: dict[str, Entity]) -> str:
    other = next((each.ref for each in entities.values() if each.id == rest), None)
    return f'did you mean "{other}"?' if other else ""


def _reverse(outgoing: dict[str, tuple[Relation, ...]]) -> dict[str, tuple[Relation, ...]]:
    incoming: dict[str, list[Relation]] = {}
    for relations in outgoing.values():
        for relation in relations:
            incoming.setdefault(relation.target, []).append(relation)
    return {ref: tuple(relations) for ref, relations in incoming.items()}
