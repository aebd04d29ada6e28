"""What the documents say is what the code does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kyndig.model import facts, vocabulary
from kyndig.records.kinds import FOLDERS, VOCABULARIES
from kyndig.records.shape import Items, Object, Shape, Table, shape_of
from kyndig.reference import reference
from kyndig.sources.syntax import sign

ROOT = Path(__file__).parent.parent
REFERENCE = reference()
PACKAGE = ROOT / "generator" / "kyndig"
CODE = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*")
NO_CODE = re.compile(r"(?!markup\.).*\.(html|css|svg|txt|xml|ics|json|csv|py|po|plugin|yaml|md|woff2|js|png)")


def test_the_reference_is_up_to_date() -> None:
    written = (ROOT / "docs" / "content-format.md").read_text("utf-8")
    assert written == REFERENCE, "run `make reference`"


def test_the_reference_is_the_same_every_time() -> None:
    assert reference() == REFERENCE


# Diagnostic codes -------------------------------------------------------------------------------------------


def _codes_in(tree: ast.Module) -> Iterator[str]:
    """Yield every text that has the form of a code and is not part of a longer text or a docstring."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    pieces = {id(each) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for each in node.values}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in said | pieces:
                if CODE.fullmatch(text) and not NO_CODE.fullmatch(text):
                    yield text


def _codes() -> set[str]:
    trees = [ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")]
    return {code for tree in trees for code in _codes_in(tree)} | {sign(first).code for first in "*&!"}


def _documented() -> list[str]:
    text = (ROOT / "docs" / "diagnostics.md").read_text("utf-8")
    return re.findall(r"^\| `([a-z.-]+)` \|", text, re.MULTILINE)


def test_every_code_is_documented_and_every_documented_code_exists() -> None:
    assert set(_documented()) == _codes()


def test_the_codes_stand_in_order_and_once() -> None:
    assert _documented() == sorted(set(_documented()))


def test_every_code_has_a_meaning_an_example_and_a_remedy() -> None:
    lines = (ROOT / "docs" / "diagnostics.md").read_text("utf-8").splitlines()
    for line in lines:
        if re.match(r"\| `[a-z]+\.", line):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            assert len(cells) == 4, line
            assert all(cells), line


# Fields -----------------------------------------------------------------------------------------------------


def _title(model: type) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", lambda match: " " + match[0].lower(), model.__name__)


def _types() -> list[type]:
    models = [kind.type for kinds in FOLDERS.values() for kind in kinds]
    models += [facts.Record, vocabulary.Concept, facts.Link, *(model for _, model in VOCABULARIES.values())]
    return sorted({each for model in models for each in _inside(shape_of(model))}, key=_title)


def _inside(shape: Shape) -> Iterator[type]:
    match shape:
        case Items(item=item) | Table(item=item):
            yield from _inside(item)
        case Object(type=model, fields=fields):
            yield model
            for field in fields:
                yield from _inside(field.shape)


def _explained(model: type) -> dict[str, str]:
    """Return the fields in the table of a type, with what stands in the last column."""
    sections = re.split(r"^### ", REFERENCE, flags=re.MULTILINE)
    section = next(each for each in sections if each.startswith(f"{_title(model)}\n"))
    return dict(re.findall(r"^\| `(\w+)` \|.*\| (.*) \|$", section, re.MULTILINE))


@pytest.mark.parametrize("model", _types(), ids=_title)
def test_every_field_of_every_type_is_explained(model: type) -> None:
    explained = _explained(model)
    for base in set(model.__bases__) - {object}:
        explained |= _explained(base)
    assert {field.name for field in shape_of(model).fields} <= explained.keys()
    assert all(text.endswith((".", "…")) for text in explained.values())


def test_every_link_in_the_reference_leads_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.*)$", REFERENCE, re.MULTILINE)
    anchors = {each.lower().replace(" ", "-") for each in headings}
    assert set(re.findall(r"\]\(#([a-z-]+)\)", REFERENCE)) <= anchors
