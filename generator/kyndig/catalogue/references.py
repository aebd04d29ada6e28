"""Find every reference that an entity's own fields make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..model.words import Text
from ..records.entry import Location
from ..records.shape import Fact, Field, Items, Links, Object, Shape, Table, Words, shape_of
from .kinds import PARTS


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it was written: through which field, where, and why.

    `kinds` are those it may lead to, none for any; `kind` is the one that goes without saying, so that `text`
    is an id alone, or None where `text` is `kind:id`.
    """

    field: str
    location: Location
    kinds: tuple[str, ...]
    kind: str | None
    text: str
    why: Text | None = None


def references(kind: str, value: Any) -> Iterator[Reference]:
    """Yield the references of an entity, in the order of its fields, without those of its parts."""
    model: type = type(value)
    for field in _referring(kind, model):
        yield from _walk(field.name, field.shape, getattr(value, field.name), (field.name,))


@cache
def _referring(kind: str, model: type) -> tuple[Field, ...]:
    """Return the fields of an entity that may hold references."""
    skip = PARTS.get(kind, {})
    return tuple(each for each in shape_of(model).fields if each.name not in skip and _refers(each.shape))


def _refers(shape: Shape) -> bool:
    match shape:
        case Words():
            return False
        case Fact(refers_to=kinds):
            return bool(kinds)
        case Links():
            return True
        case Items(item=item) | Table(item=item):
            return _refers(item)
        case Object(fields=fields):
            return any(_refers(each.shape) for each in fields)


def _walk(field: str, shape: Shape, value: Any, at: Location) -> Iterator[Reference]:
    if value is None:
        return
    match shape:
        case Fact(refers_to=kinds) if kinds:
            yield Reference(field, at, kinds, kinds[0] if len(kinds) == 1 else None, value)
        case Links(kinds=kinds):
            named = tuple(kind for kind in kinds if kind != "*")
            for i, link in enumerate(value):
                yield Reference(field, (*at, i), named, None, link.to, link.why)
        case Items(item=item) | Table(item=item):
            for i, each in enumerate(value):
                yield from _walk(field, item, each, (*at, i))
        case Object(fields=fields):
            for inner in fields:
                yield from _walk(field, inner.shape, getattr(value, inner.name), (*at, inner.name))
