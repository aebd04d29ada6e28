"""Things with an identity, and the relations between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import normpath
from typing import Any

from ..ledger import Ledger
from ..model.words import Text
from ..reads import Noted, note, note_all
from ..records import MANY, Entry, Spot
from ..records.entry import Location
from .editions import is_of_version
from .kinds import DOCUMENTS

_VERSION = re.compile(r"@[^/]*")


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that can be referred to as `kind:id`.

    `record` is its record from `kyndig.model`, `owner` the entity it is part of, `file` what it stands in and
    `location` the place in that file; `ref` is how others refer to it, `home` how they do to the file's own entity.
    """

    kind: str
    id: str
    record: Any
    owner: Entity | None
    file: Entry
    location: Location = ()
    ref: str = field(init=False, compare=False, repr=False)
    home: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Say once what is asked for most."""
        ref = f"{self.kind}:{self.id}"
        object.__setattr__(self, "ref", ref)
        object.__setattr__(self, "home", ref if self.owner is None else self.owner.home)

    @property
    def value(self) -> Any:
        """Its record; that it was read is noted."""
        note(self.home)
        return self.record

    @property
    def entry(self) -> Entry:
        """The file it stands in; that it was read is noted."""
        note(self.home)
        return self.file

    @property
    def document(self) -> Entity:
        """The outermost entity: the one that has a file of its own."""
        return self if self.owner is None else self.owner.document

    @property
    def is_draft(self) -> bool:
        """Whether it, or what it is part of, is checked but not shown."""
        return self.entry.is_draft

    @property
    def is_current(self) -> bool:
        """Whether it is of no version of a curriculum but the current one, whose things have plain ids (`editions`)."""
        return not is_of_version(self.id)

    @property
    def is_example(self) -> bool:
        """Whether it is invented, to show how the site works: it is shown, and counted nowhere."""
        return bool(getattr(self.value, "example", False))

    def spot(self, *below: str | int) -> Spot:
        """Return where this entity, or a field of it, stands."""
        return self.entry.spot((*self.location, *below))

    def chain(self) -> Iterator[Entity]:
        """Yield this entity and those it is part of, innermost first."""
        yield self
        if self.owner is not None:
            yield from self.owner.chain()


@dataclass(frozen=True, slots=True)
class Relation:
    """One reference from an entity's field to another entity, with the reason an author gave."""

    origin: str
    field: str
    target: str
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything a site knows: entities by reference, and the relations both ways.

    `languages` are those of the site. Entities stand in the order of their files; relations in the order
    written. `attachments` are the paths of pictures and other files that stand beside the texts; `left_out`
    has kind and id of what was written, but could not be read. `ledger` is what has been said of them before.
    """

    languages: tuple[str, ...]
    entities: Mapping[str, Entity]
    outgoing: Mapping[str, tuple[Relation, ...]]
    incoming: Mapping[str, tuple[Relation, ...]]
    attachments: frozenset[str] = frozenset()
    left_out: frozenset[tuple[str, str]] = frozenset()
    ledger: Ledger = field(default_factory=Ledger, repr=False)
    by_kind: Mapping[str, tuple[Entity, ...]] = field(init=False, repr=False)
    children: Mapping[str, tuple[Entity, ...]] = field(init=False, repr=False)
    sorted_parts: dict[str, dict[str, tuple[Entity, ...]]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """What `parts` has sorted already."""

    def __post_init__(self) -> None:
        """Index the entities by kind and by owner; both follow from `entities`."""
        object.__setattr__(self, "by_kind", _grouped(self.entities, lambda each: each.kind))
        object.__setattr__(
            self, "children", _grouped(self.entities, lambda each: each.owner.ref if each.owner else "")
        )
        noting = Noted(dict(self.entities), lambda _, each: each.home, lambda ref: ref, "*")
        object.__setattr__(self, "entities", noting)

    def __getitem__(self, ref: str) -> Entity:
        return self.entities[ref]

    def outgoing_of(self, entity: Entity) -> tuple[Relation, ...]:
        """Return what an entity refers to, as it was written."""
        note(entity.home)
        return self.outgoing.get(entity.ref, ())

    def incoming_of(self, entity: Entity) -> tuple[Relation, ...]:
        """Return what refers to an entity."""
        note(f"<{entity.ref}")
        return self.incoming.get(entity.ref, ())

    def of_kind(self, *kinds: str) -> tuple[Entity, ...]:
        """Return all entities of the kinds, kind by kind, each in order."""
        note_all(f"*{kind}" for kind in kinds)
        return tuple(entity for kind in kinds for entity in self.by_kind.get(kind, ()))

    def parts(self, owner: Entity, kind: str) -> tuple[Entity, ...]:
        """Return the parts of one kind anywhere below `owner`, in order."""
        note(owner.home)
        if owner.ref not in self.sorted_parts:
            found: dict[str, list[Entity]] = {}
            for each in self.below(owner):
                found.setdefault(each.kind, []).append(each)
            self.sorted_parts[owner.ref] = {kind: tuple(each) for kind, each in found.items()}
        return self.sorted_parts[owner.ref].get(kind, ())

    def below(self, owner: Entity) -> Iterator[Entity]:
        """Yield everything that is part of `owner`, in order."""
        note(owner.home)
        for child in self.children.get(owner.ref, ()):
            yield child
            yield from self.below(child)

    def near(self, entity: Entity, kind: str, name: str) -> Entity:
        """Return what `name` means in the file of `entity`: a part of that file, or an id of its own."""
        local = f"{kind}:{entity.document.id}/{name}"
        return self.entities[local] if local in self.entities else self.entities[f"{kind}:{name}"]

    def is_left_out(self, kind: str, id_: str) -> bool:
        """Tell whether a thing may stand in a file that could not be read, so that nothing is known of it."""
        document, parts = DOCUMENTS.get(kind, kind), _VERSION.sub("", id_).split("/")
        beginnings = {MANY, *("/".join(parts[:end]) for end in range(1, len(parts) + 1))}
        return any((each, begin) in self.left_out for each in {kind, document} for begin in beginnings)

    def attachment(self, file: str, destination: str) -> str:
        """Return the path of the attachment that a text in `file` means by `destination`, or an empty text.

        A path is relative to the file; one that begins with `/` is relative to the content folder.
        """
        content, _, below = file.partition("/")
        folder = content if destination.startswith("/") else f"{content}/{below}".rpartition("/")[0]
        path = normpath(f"{folder}/{destination}")
        note(f"@{path}")
        return path if path in self.attachments else ""

    def targets(self, entity: Entity, *fields: str) -> tuple[tuple[Entity, Relation], ...]:
        """Return what an entity refers to, through the fields named or through any."""
        relations = self.outgoing_of(entity)
        return tuple(
            (self.entities[each.target], each) for each in relations if not fields or each.field in fields
        )

    def origins(self, entity: Entity, *fields: str) -> tuple[tuple[Entity, Relation], ...]:
        """Return what refers to an entity, through the fields named or through any."""
        relations = self.incoming_of(entity)
        return tuple(
            (self.entities[each.origin], each) for each in relations if not fields or each.field in fields
        )


def _grouped(entities: Mapping[str, Entity], key: Callable[[Entity], str]) -> dict[str, tuple[Entity, ...]]:
    groups: dict[str, list[Entity]] = {}
    for entity in entities.values():
        groups.setdefault(key(entity), []).append(entity)
    return {name: tuple(group) for name, group in groups.items()}
