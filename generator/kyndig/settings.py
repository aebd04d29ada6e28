"""The site's settings: a dozen literals in Pelican's form, read without running anything."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from .diagnostics import Diagnostic, Place, did_you_mean
from .locales.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Settings:
    """What one site decides for itself.

    The fields are the names of `publishconf.py` in lower case; those that Pelican also knows mean the same there.
    """

    sitename: str = "Kyndig"
    """Name of the site."""
    siteurl: str = "http://localhost:8000"
    """Full address of the site, without a slash at the end."""
    languages: tuple[str, ...] = ("da", "nb", "en")
    """Languages of the site, in the order they are shown."""
    path: str = "content"
    """Folder of the content."""
    output_path: str = "output"
    """Folder the site is written to."""
    theme: str = "kyndig"
    """Folder of the theme, or the name of one that comes with Kyndig."""
    timezone: str = "Europe/Copenhagen"
    """Time zone that decides which day it is."""
    plugins: tuple[str, ...] = ("kyndig.plugin",)
    """Pelican's plugins; Kyndig is one of them."""
    repository: str = ""
    """Where a file can be edited: an address with `{path}` in it, or nothing."""
    feed_domain: str = ""
    """Domain and date of the `tag:` identifiers in feeds (RFC 4151): `example.org,2026`."""
    contact: str = ""
    """Address for faults and questions: `mailto:…` or `https://…`."""
    accessibility_statement_da: str = ""
    """Address of the site's statement at was.digst.dk."""
    accessibility_statement_nb: str = ""
    """Address of the site's statement at uustatus.no."""


class SettingsFault(Exception):
    """The settings file cannot be used; `diagnostics` say where and why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


def read_settings(path: Path) -> Settings:
    """Read a settings file that holds only literals.

    Raises SettingsFault with every fault of the file: not readable, not Python, not a literal, unknown name, wrong
    type or unknown language.
    """
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        line = getattr(error, "lineno", 1) or 1
        raise SettingsFault((Diagnostic(Place(path.name, line), "settings.syntax", str(error)),)) from None
    found: list[Diagnostic] = []
    values: dict[str, Any] = {}
    for node in tree.body:
        if _is_docstring(node):
            continue
        name, value, fault = _literal(node, path.name)
        if fault:
            found.append(fault)
        elif name.isupper():
            found += _check(name, value, Place(path.name, node.lineno))
            values[name] = value
    if found:
        raise SettingsFault(tuple(found))
    return from_mapping(values)


def from_mapping(values: Mapping[str, Any]) -> Settings:
    """Make settings from upper-case names, such as Pelican's; names that are not ours are passed over."""
    known = {field.name: values[field.name.upper()] for field in fields(Settings) if field.name.upper() in values}
    return Settings(**{name: tuple(value) if isinstance(value, list) else value for name, value in known.items()})


PELICAN = frozenset({
    "ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "AUTHOR", "DEFAULT_LANG", "DIRECT_TEMPLATES", "RELATIVE_URLS",
    "MARKDOWN", "PLUGIN_PATHS", "THEME_STATIC_PATHS", "FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "AUTHOR_SAVE_AS",
    "TRANSLATION_FEED_ATOM", "DELETE_OUTPUT_DIRECTORY",
})
"""Pelican's own settings that a site may use for articles and pages beside ours."""


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _literal(node: ast.stmt, file: str) -> tuple[str, Any, Diagnostic | None]:
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        try:
            return node.targets[0].id, ast.literal_eval(node.value), None
        except ValueError:
            pass
    place = Place(file, node.lineno, node.col_offset + 1)
    return "", None, Diagnostic(place, "settings.literal", "only NAME = literal is allowed here", remedy="write the value out")


def _check(name: str, value: Any, place: Place) -> list[Diagnostic]:
    known = {field.name.upper(): field.type for field in fields(Settings)}
    if name not in known:
        if name in PELICAN:
            return []
        remedy = did_you_mean(name, [*known, *PELICAN])
        return [Diagnostic(place, "settings.unknown", f'unknown setting "{name}"', remedy=remedy)]
    is_list = known[name] != "str"
    if isinstance(value, list | tuple) != is_list or (not is_list and not isinstance(value, str)):
        wanted = "a list of texts" if is_list else "a text"
        return [Diagnostic(place, "settings.type", f"{name} is {wanted}", remedy=f"write {wanted}")]
    if name == "LANGUAGES":
        unknown = [each for each in value if each not in LANGUAGES]
        return [
            Diagnostic(place, "language.unknown", f'unknown language "{each}"', remedy=did_you_mean(each, LANGUAGES))
            for each in unknown
        ]
    return []
