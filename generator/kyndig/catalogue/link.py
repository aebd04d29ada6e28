"""Link: resolve every reference by identity, once, and keep both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ..diagnostics import Diagnostic
from ..records import Entry
from ..records.entry import Location
from .editions import current, edition
from .entity import Catalogue, Entity, Relation
from .kinds import part_id, parts_of
from .references import Reference, references
from .unresolved import Unresolved, find_target, is_allowed

Relations = dict[str, tuple[Relation, ...]]


def link(
    entries: Iterable[Entry],
    languages: tuple[str, ...],
    left_out: frozenset[tuple[str, str]] = frozenset(),
    today: date = date.max,
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Make the catalogue of a site from its decoded files.

    Drafts are in it, so that they are checked like everything else; `published` leaves them out. Duplicate
    ids and references that lead nowhere are reported; the catalogue then lacks them. `left_out` has kind and
    id of what could not be read: nothing is said of references to it. `today` decides which version of a curriculum
    is in force.
    """
    entities: dict[str, Entity] = {}
    found: list[Diagnostic] = []
    for entry, id_ in _versioned(entries, today):
        for entity in _with_parts(entry.kind, id_, entry.value, None, entry, ()):
            if entity.ref in entities:
                found.append(_duplicate(entity, entities[entity.ref]))
            else:
                entities[entity.ref] = entity
    catalogue = Catalogue(languages, entities, {}, {}, left_out=left_out)
    outgoing, faults = _resolve(entities, Unresolved.of(catalogue))
    return replace(catalogue, outgoing=outgoing, incoming=_reverse(outgoing)), (*found, *faults)


def published(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue without drafts; nothing that is published leads to one."""
    entities = {ref: entity for ref, entity in catalogue.entities.items() if not entity.is_draft}
    outgoing = {ref: relations for ref, relations in catalogue.outgoing.items() if ref in entities}
    return replace(catalogue, entities=entities, outgoing=outgoing, incoming=_reverse(outgoing))


def relink(catalogue: Catalogue, changed: Iterable[tuple[Entry, Entry]]) -> Catalogue | None:
    """Return the catalogue with some files as they are now; each pair has a file as it was and as it is.

    None where that takes more than a look at these files: things have come or gone, or a reference leads nowhere.
    """
    now = {id(before): after for before, after in changed}
    of_old = [entity for entity in catalogue.entities.values() if id(entity.file) in now]
    fresh = {
        each.ref: each
        for entity in of_old
        if entity.owner is None
        for entry in (now[id(entity.file)],)
        for each in _with_parts(entity.kind, entity.id, entry.value, None, entry, ())
    }
    if fresh.keys() != {entity.ref for entity in of_old}:
        return None
    entities = dict(catalogue.entities.items()) | fresh
    outgoing = dict(catalogue.outgoing)
    for entity in fresh.values():
        relations, failed = _relations(entity, entities)
        if failed:
            return None
        outgoing[entity.ref] = relations
    same = all(outgoing[ref] == catalogue.outgoing[ref] for ref in fresh)
    incoming = catalogue.incoming if same else _reverse(outgoing)
    return replace(catalogue, entities=entities, outgoing=outgoing, incoming=incoming)


def _versioned(entries: Iterable[Entry], today: date) -> Iterator[tuple[Entry, str]]:
    """Give the current version of a curriculum the plain id, and every other `id@version`."""
    entries = tuple(entries)
    versions: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "curriculum":
            versions.setdefault(entry.id, []).append(entry)
    now = {id_: current([each.value for each in of], today) for id_, of in versions.items()}
    for entry in entries:
        other = entry.kind == "curriculum" and entry.value is not now[entry.id]
        yield entry, f"{entry.id}@{entry.value.version}" if other else entry.id


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


def _resolve(entities: Mapping[str, Entity], unresolved: Unresolved) -> tuple[Relations, list[Diagnostic]]:
    found: list[Diagnostic] = []
    outgoing: Relations = {}
    for entity in entities.values():
        outgoing[entity.ref], failed = _relations(entity, entities)
        faults = (unresolved.fault(reference, entity, target) for reference, target in failed)
        found += (each for each in faults if each)
    return outgoing, found


def _relations(
    entity: Entity, entities: Mapping[str, Entity]
) -> tuple[tuple[Relation, ...], list[tuple[Reference, Entity | None]]]:
    """Return the relations that an entity's references make, and the references that make none with what they meant."""
    made: list[Relation] = []
    failed: list[tuple[Reference, Entity | None]] = []
    for reference in references(entity.kind, entity.value):
        target = find_target(reference, entity, entities)
        if target is not None and is_allowed(reference, entity, target):
            made.append(Relation(entity.ref, reference.field, target.ref, reference.why))
        else:
            failed.append((reference, target))
    return tuple(dict.fromkeys(made)), failed


def _reverse(outgoing: Relations) -> Relations:
    """Return the relations by what they lead to.

    What stands in another version than the current one is told of on pages of that version and of its sources only:
    on a role or a topic nobody looks for the same competency twice.
    """
    incoming: dict[str, list[Relation]] = {}
    for origin, relations in outgoing.items():
        of = edition(origin)
        for relation in relations:
            if of and edition(relation.target) != of and not relation.target.startswith("source:"):
                continue
            incoming.setdefault(relation.target, []).append(relation)
    return {ref: tuple(relations) for ref, relations in incoming.items()}
