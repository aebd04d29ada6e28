"""What a model type looks like from outside: which fields are words, which are facts, which are references.

Everything that walks over content generically (decoding, linking, the format reference) reads these shapes,
so that the annotations in `kyndig.model` are interpreted in one place.
"""

from __future__ import annotations

import dataclasses
import types
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from ..model.facts import FROM_PATH, Keyed, LinksTo, Pattern, RefTo
from ..model.words import Markdown, Text


@dataclass(frozen=True, slots=True)
class Words:
    """Text that is translated."""

    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A single value that is written once.

    `type` is `str`, `int`, `bool`, `Decimal`, `date` or `datetime` (a day, or a day with a time).
    """

    type: type
    choices: tuple[str, ...] = ()
    pattern: Pattern | None = None
    refers_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """References, each with an optional reason."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping from id to object."""

    item: Object


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object."""

    name: str
    shape: Shape
    required: bool


@dataclass(frozen=True, slots=True)
class Object:
    """A dataclass with named fields; `short` names the field that a bare text stands for."""

    type: type
    fields: tuple[Field, ...]
    short: str | None = None
    has_id: bool = False

    def get(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.name == name), None)

    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)


Shape = Words | Fact | Links | Items | Table | Object


def holds_words(shape: Shape) -> bool:
    """Tell whether anything in a shape is translated."""
    match shape:
        case Words() | Links():
            return True
        case Items(item=item) | Table(item=item):
            return holds_words(item)
        case Object(fields=fields):
            return any(holds_words(field.shape) for field in fields)
    return False


@cache
def shape_of(model: type) -> Object:
    """Describe a dataclass of `kyndig.model`, with everything below it."""
    hints = get_type_hints(model, include_extras=True)
    fields = dataclasses.fields(model)
    return Object(
        type=model,
        fields=tuple(
            Field(field.name, shape_of_hint(hints[field.name]), _is_required(field))
            for field in fields
            if not _comes_from_path(hints[field.name])
        ),
        short=getattr(model, "__short__", None),
        has_id=any(field.name == "id" for field in fields),
    )


def _comes_from_path(hint: Any) -> bool:
    return FROM_PATH in _strip(hint)[1]


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def shape_of_hint(hint: Any) -> Shape:
    """Describe the annotation of one field."""
    bare, marks = _strip(hint)
    if isinstance(bare, type) and issubclass(bare, Text):
        return Words(markdown=any(isinstance(mark, Markdown) for mark in marks))
    if get_origin(bare) is tuple:
        return _tuple_shape(bare, marks)
    if dataclasses.is_dataclass(bare) and isinstance(bare, type):
        return shape_of(bare)
    return _fact(bare, marks)


def _strip(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Take `Annotated` and `| None` off a type; return it with the marks that stood on it."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            marks += tuple(more)
        elif get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint):
            rest = tuple(each for each in get_args(hint) if each is not type(None))
            hint = Union[rest]  # noqa: UP007  (built at run time)
        else:
            return hint, marks


def _tuple_shape(bare: Any, marks: tuple[Any, ...]) -> Shape:
    for mark in marks:
        if isinstance(mark, LinksTo):
            return Links(mark.kinds)
    item = shape_of_hint(get_args(bare)[0])
    if any(isinstance(mark, Keyed) for mark in marks) and isinstance(item, Object):
        return Table(item)
    return Items(item)


def _fact(bare: Any, marks: tuple[Any, ...]) -> Fact:
    pattern = next((mark for mark in marks if isinstance(mark, Pattern)), None)
    refers_to = next((mark.kinds for mark in marks if isinstance(mark, RefTo)), ())
    if get_origin(bare) is Literal:
        return Fact(str, choices=get_args(bare))
    if get_origin(bare) in (Union, types.UnionType):
        return Fact(datetime)
    if bare not in (str, int, bool, Decimal, date):
        raise TypeError(f"no shape for {bare!r}")
    return Fact(bare, pattern=pattern, refers_to=refers_to)
