"""The reference of the content format, written from the types themselves: `python -m kyndig.reference`."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from .catalogue.kinds import PARTS, part_id
from .model import facts, vocabulary
from .records.kinds import FOLDERS, VOCABULARIES
from .records.shape import Fact, Items, Links, Object, Shape, Table, Words, shape_of

INTRODUCTION = """\
# The content format

What may stand in the files below `content/`. This page is made by `make reference` from the types in
`generator/kyndig/model/`. What each message means stands in [diagnostics.md](diagnostics.md).

## How a file is written

- A `.yaml` file holds keys and values: `title: Handover`. What belongs to a key stands below it, indented by
  two spaces. A `.md` file has the same between two lines `---`; the Markdown below them is the key `body`.
- Every thing has one **original**, `NAME.yaml` or `NAME.md`. It holds the facts, and the words in one
  language, `lang`. `NAME.da.yaml`, `NAME.nb.yaml` and `NAME.en.yaml` are **translations**: the same keys in
  the same structure, but only those that hold words: no fact, and no `lang`. Lists have the same length.
- **Vocabularies** have no translations: there words stand side by side, `{da: …, nb: …, en: …}`.
- *Text* is plain; only *Markdown* may have emphasis, links and lists. Neither may hold HTML.
- Quotes are needed only where a value holds `: ` or ` #`, or begins with one of `[ { * & ! | > % @ ' "`. A
  long text may stand in several lines below `>-`. Anchors, aliases and tags are not allowed.
- A key without a value counts as left out.

## Ids and references

- An **id** is a key or the name of a file: small letters, digits, `-` and `.`. It never changes, because
  addresses and feeds are known by it. It is not written as a field.
- A **reference** is `kind:id`, such as `course:handover-course`. Where a field can hold one kind only, the id
  alone is enough: `provider: example-school`. A thing in the same file goes by its own id: `card: "5"`.
- **References with reasons** are a list, `[need:example-plan/1, …]`, or a mapping from reference to reason,
  in which a reason may be left out. Write a reference on one side: both pages show it.
- In Markdown a link is written with a reference too: `[the course](course:handover-course)`.

## Dates

- A **date** is `2027-01-14`. With a **time** it is `2027-01-14T08:30`, in local time.
- A date may be as **vague** as its source where the table says so: `2017`, `2017-autumn`, `unknown`.

## Where facts come from

`source` at the top of a file names the document, `{document: example-plan-2026}`. Further down the place in
it is enough: `{section: "4.3", item: "9"}`. Headings are cited as they stand there, in their own language.
"""

_SHARED = (facts.Link, facts.Citation, facts.Measure, facts.WebLink, facts.Remark)
_TYPES = {str: "text", int: "whole number", bool: "`true` or `false`", Decimal: "number", date: "date",
          datetime: "date, or date and time"}  # fmt: skip


def reference() -> str:
    """Return the whole page in Markdown."""
    files = (facts.Record, *(kind.type for kinds in FOLDERS.values() for kind in kinds))
    entries = (vocabulary.Concept, *(model for _, model in VOCABULARIES.values()))
    chapters = {"Files": files, "Vocabularies": entries, "Values found in many places": _SHARED}
    parts = [INTRODUCTION, "## Which folder holds what\n", "\n".join(_folders()) + "\n"]
    shown: set[type] = {object}
    for heading, models in chapters.items():
        parts.append(f"## {heading}\n")
        parts += [section for model in models for section in _with_nested(model, shown)]
    return "\n".join(parts)


def _folders() -> Iterator[str]:
    yield "| Path below `content/` | Kind | Fields |\n| --- | --- | --- |"
    for kind in (kind for kinds in FOLDERS.values() for kind in kinds):
        yield f"| `{kind.path}` | `{kind.name}` | {_anchor(kind.type)} |"
    for name, (kind_name, model) in VOCABULARIES.items():
        yield f"| `vocabularies/{name}.yaml` | `{kind_name}` | {_anchor(model)} |"


def _with_nested(model: type, shown: set[type]) -> Iterator[str]:
    """Yield the section of a type and of those inside it that have none yet; shared ones come last."""
    if model in shown:
        return
    shown.add(model)
    yield "\n".join(_section(model)) + "\n"
    inner = [_object_in(field.shape) for field in shape_of(model).fields]
    for each in (*model.__bases__, *filter(None, inner)):
        if each not in _SHARED:
            yield from _with_nested(each, shown)


def _section(model: type) -> Iterator[str]:
    shape, own = shape_of(model), _own_fields(model)
    rows = [field for field in shape.fields if field.name in own]
    yield f"### {_title(model)}\n\n{inspect.cleandoc(model.__doc__ or '')}"
    if ref := _refs().get(model):
        yield f"\nOthers refer to it as `{ref}`."
    if shape.short:
        yield f"\nThe text of `{shape.short}` alone may stand for it, here and in translations."
    if rows:
        yield "\n| Field | What to write | Required | What it is |\n| --- | --- | --- | --- |"
    for field in rows:
        required = "yes" if field.required else ""
        yield f"| `{field.name}` | {_what(field.shape)} | {required} | {own[field.name]} |"
    for base in set(model.__bases__) - {object}:
        yield f"\n{'Also' if rows else 'It has'} the fields of {_anchor(base)}."
    for name in sorted(own.keys() - {"id"} - {field.name for field in shape.fields}):
        yield f"\n`{name}` is not written: {own[name][0].lower()}{own[name][1:]}"


def _what(shape: Shape) -> str:
    """Say in words what an author writes."""
    match shape:
        case Words(markdown=markdown):
            return "Markdown (words)" if markdown else "text (words)"
        case Fact():
            return _fact(shape)
        case Links(kinds=kinds):
            return f"references with reasons to {'anything' if '*' in kinds else _or(map(_kind, kinds))}"
        case Items(item=item):
            return f"list, each: {_what(item)}"
        case Table(item=item):
            return f"mapping id → {_anchor(item.type)}"
        case Object(type=model):
            return _anchor(model)


def _fact(fact: Fact) -> str:
    if fact.refers_to:
        alone = " (the id alone)" if len(fact.refers_to) == 1 else " (`kind:id`)"
        return f"reference to {_or(map(_kind, fact.refers_to))}{alone}"
    if fact.choices:
        return f"one of {_or(f'`{each}`' for each in fact.choices)}"
    return fact.pattern.hint if fact.pattern else _TYPES[fact.type]


def _or(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _kind(name: str) -> str:
    model = next(model for model, ref in _refs().items() if ref.startswith(f"{name}:"))
    return _anchor(model, name)


@cache
def _refs() -> dict[type, str]:
    """Return how each type that has an identity is referred to: `need:<plan>/<id>`."""
    refs = {model: f"{kind}:<id>" for kind, model in VOCABULARIES.values()}
    for kind in (kind for kinds in FOLDERS.values() for kind in kinds):
        path = kind.path.split("/", 1)[1].rsplit(".", 1)[0].removesuffix("/<version>")
        refs |= {kind.type: f"{kind.name}:{path}", **dict(_parts(kind.name, kind.type, f"<{kind.name}>"))}
    return refs


def _parts(kind: str, model: type, id_: str, document: str = "") -> Iterator[tuple[type, str]]:
    for field in shape_of(model).fields:
        inner = _object_in(field.shape)
        if (part := PARTS.get(kind, {}).get(field.name)) and inner is not None:
            yield inner, f"{part}:{part_id(part, kind, id_, document or id_, '<id>')}"
            own = part_id(part, kind, id_, document or id_, f"<{part}>")
            yield from _parts(part, inner, own, document or id_)


def _object_in(shape: Shape) -> type | None:
    item = shape.item if isinstance(shape, Items | Table) else shape
    return item.type if isinstance(item, Object) else None


def _own_fields(model: type) -> dict[str, str]:
    """Return the fields that a class itself declares, each with the sentence below it in the source."""
    fields, name = {}, ""
    for node in ast.walk(ast.parse(inspect.getsource(model)).body[0]):
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)):
                fields[name] = ""
            case ast.Expr(value=ast.Constant(value=str(text))) if name:
                fields[name] = " ".join(text.split())
    return fields


def _title(model: type) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", lambda match: " " + match[0].lower(), model.__name__)


def _anchor(model: type, text: str = "") -> str:
    return f"[{text or _title(model)}](#{_title(model).lower().replace(' ', '-')})"


if __name__ == "__main__":
    sys.stdout.write(reference())
