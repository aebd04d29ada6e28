"""What authors get wrong: each fault is the files it leaves, given a file's path and what should be in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

Fault = Callable[[str, bytes], dict[str, bytes]]


def _in_front(line: str) -> Fault:
    return lambda path, right: {path: right.replace(b"---\n", f"---\n{line}\n".encode(), 1) or b"---\n---\n"}


def _latin(path: str, right: bytes) -> dict[str, bytes]:
    return {path: right + "Blåbær\n".encode("latin-1")}


def _duplicate(path: str, right: bytes) -> dict[str, bytes]:
    name = PurePosixPath(path).stem
    course = f"  {name}:\n    title: Tvilling\n    lead: To.\n    form: short-course\n    reach: national\n"
    return {"content/courses/twin.yaml": f"lang: da\nprovider: society\ncourses:\n{course}".encode()}


def _translation_alone(path: str, right: bytes) -> dict[str, bytes]:
    return {f"{path.removesuffix('.md')}-alone.nb.md": b"---\ntitle: Alene\n---\nTekst.\n"}


FAULTS: dict[str, Fault] = {
    "an open bracket": _in_front("topics: [pain"),
    "an unknown key": _in_front("colour: red"),
    "a reference to nothing": _in_front("source: {document: nothing}"),
    "a key twice": _in_front("lang: da"),
    "not UTF-8": _latin,
    "an identity twice": _duplicate,
    "a translation alone": _translation_alone,
    "an unknown suffix": lambda path, _: {f"{path}.docx": b"PK"},
    "a backup": lambda path, _: {f"{path}~": b"old"},
    "an empty file": lambda path, _: {path: b""},
    "a template that is broken": lambda _, __: {"themes/own/templates/page.html": b"{% if %}"},
    "a setting that is no literal": lambda _, __: {"publishconf.py": b"import os\n"},
}
"""Each fault by its name; a backup is only worth a notice."""
