"""The structure of the code, held by a machine: imports lead downward, each library has one door, files stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator" / "kyndig"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    ("__main__",),
    ("cli", "plugin"),
    ("serve", "scaffold", "reference"),
    ("rebuild",),
    ("recording",),
    ("cluster",),
    ("making", "painting"),
    ("build", "recall", "memory"),
    ("facts", "unchanged"),
    ("order", "cache", "workers", "identity"),
    ("publish",),
    ("render",),
    ("subscribed",),
    ("pages", "feeds", "calendars", "newsletter", "exports", "spreadsheets", "search", "paper", "pictures"),
    ("views",),
    ("announcing",),
    ("routes", "checks"),
    ("versions",),
    ("findings",),
    ("coverage",),
    ("catalogue",),
    ("ledger",),
    ("records",),
    ("duties", "survey"),
    ("settings", "resources"),
    ("sources", "markup"),
    ("locales",),
    ("model", "diagnostics", "reads", "clock", "digests", "part"),
)
"""From top to bottom; a module may import from its own package and from below."""

BESIDE = {
    ("serve", "cli"): "the preview shows findings as the command line does",
    ("plugin", "cli"): "the plugin shows findings and ends as the command line does",
    ("feeds", "views"): "a feed says what a page says",
}
"""Imports that do not lead downward, and why."""

DOORS = {
    "yaml": {"sources"},
    "markdown": {"markup"},
    "nh3": {"markup"},
    "babel": {"locales"},
    "pyphen": {"locales"},
    "pydantic": {"records"},
    "jinja2": {"pages", "build", "render"},
    "markupsafe": {"pages"},
    "feedgen": {"feeds"},
    "icalendar": {"calendars"},
    "pagefind": {"search"},
    "weasyprint": {"paper"},
    "resvg_py": {"pictures"},
    "pelican": {"plugin"},
    "watchfiles": {"serve"},
    "fsspec": {"cluster"},
    "distributed": {"cluster"},
    "click": {"cli"},
    "rich": {"cli", "plugin", "serve"},
}
"""Third-party library → where it may be imported; `build` and `render` name a type of Jinja only."""


def _unit(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the package of ours, or the library, that each import of a module names."""
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            if node.level == depth:
                names = [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]
                yield from ((name, True) for name in names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0], False
        elif isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], False) for alias in node.names)


def _level(unit: str) -> int:
    return next(level for level, units in enumerate(LAYERS) if unit in units)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_lead_downward(path: Path) -> None:
    unit = _unit(path)
    if unit == "__init__":
        return
    ours = {name for name, own in _imports(path) if own and not name.startswith("__") and name != unit}
    upward = {name for name in ours if _level(name) <= _level(unit) and (unit, name) not in BESIDE}
    assert not upward, f"{unit} must not import {sorted(upward)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_each_library_has_one_door(path: Path) -> None:
    used = {name for name, own in _imports(path) if not own and name in DOORS}
    through = {name for name in used if _unit(path) not in DOORS[name]}
    assert not through, f"{_unit(path)} is no door for {sorted(through)}"


def test_every_package_stands_in_a_layer() -> None:
    units = {_unit(path) for path in MODULES} - {"__init__"}
    assert units == {unit for layer in LAYERS for unit in layer}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_has_at_most_300_lines_of_code(path: Path) -> None:
    """The model is a format: its fields and their sentences may fill more, nothing else may."""
    limit = 450 if _unit(path) == "model" else 300
    assert len(path.read_text("utf-8").splitlines()) <= limit


def _functions() -> list[tuple[str, int]]:
    functions = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                functions.append((f"{path.relative_to(PACKAGE)}:{node.name}", lines))
    return functions


def test_a_function_has_at_most_50_lines() -> None:
    assert [(name, lines) for name, lines in _functions() if lines > 50] == []


def test_nine_functions_in_ten_have_at_most_25_lines() -> None:
    functions = _functions()
    short = sum(lines <= 25 for _, lines in functions)
    assert short / len(functions) >= 0.9, sorted(functions, key=lambda each: -each[1])[:20]
