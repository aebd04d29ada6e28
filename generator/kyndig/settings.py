"""The site's settings: a dozen literals in Pelican's form, read without running anything."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from .diagnostics import Diagnostic, Place, did_you_mean
from .locales.languages import LANGUAGES, normalise_tag


@dataclass(frozen=True, slots=True)
class Settings:
    """What one site decides for itself.

    The fields are the names of `publishconf.py` in lower case; those that Pelican also knows mean the same
    there.
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
    cache_path: str = "cache"
    """Folder of what is kept between builds; it may be deleted at any time."""
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
    feed_pairs: tuple[str, ...] = ("profession region", "topic mode")
    """Pairs of what feeds are about, such as `profession region`, that have feeds too, where something is in both."""
    feed_pairs_most: str = "300"
    """How many feeds of pairs there may be; where more occur, the build says which have none."""
    contact: str = ""
    """Address for faults and questions: `mailto:…` or `https://…`."""
    contact_phone: str = ""
    """Phone number for the same: Danish law asks for both."""
    accessibility_statement_da: str = ""
    """Address of the site's statement at was.digst.dk; the site's own `/was` leads there."""
    accessibility_statement_nb: str = ""
    """Address of the site's statement at uustatus.no."""
    security_contact: str = ""
    """Where to report a weakness in the security of the site; makes `/.well-known/security.txt` (RFC 9116)."""
    security_expires: str = ""
    """The day after which what `security.txt` says must not be relied on: `2027-06-30`."""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where each setting stands; no setting itself."""

    def place(self, name: str) -> Place:
        """Return where a setting stands, as far as it is known."""
        return self.places.get(name, Place("publishconf.py"))


class SettingsFault(Exception):
    """The settings file cannot be used; `diagnostics` say where and why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


def read_settings(path: Path) -> Settings:
    """Read a settings file that holds only literals.

    Raises SettingsFault with every fault of the file: not readable, not Python, not a literal, unknown name,
    wrong type or unknown language.
    """
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (OSError, ValueError, SyntaxError) as error:
        raise SettingsFault((_unreadable(path, error),)) from None
    found: list[Diagnostic] = []
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for node in tree.body:
        if _is_docstring(node):
            continue
        name, value, fault = _literal(node, path.name)
        if fault:
            found.append(fault)
        elif name.isupper():
            found += _check(name, value, Place(path.name, node.lineno))
            values[name], places[name] = value, Place(path.name, node.lineno)
    if found:
        raise SettingsFault(tuple(found))
    return replace(from_mapping(values), places=places)


def from_mapping(values: Mapping[str, Any]) -> Settings:
    """Make settings from upper-case names, such as Pelican's; names that are not ours are passed over."""
    known = {name.lower(): values[name] for name in _TYPES if name in values}
    made: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in known.items()
    }
    return Settings(**made)


_TYPES = {each.name.upper(): each.type for each in fields(Settings) if each.compare}
"""Name of each setting → its type."""

PELICAN = frozenset(
    {
        "ARTICLE_PATHS",
        "PAGE_PATHS",
        "STATIC_PATHS",
        "AUTHOR",
        "DEFAULT_LANG",
        "DIRECT_TEMPLATES",
        "RELATIVE_URLS",
        "MARKDOWN",
        "PLUGIN_PATHS",
        "THEME_STATIC_PATHS",
        "FEED_ALL_ATOM",
        "CATEGORY_FEED_ATOM",
        "AUTHOR_SAVE_AS",
        "TRANSLATION_FEED_ATOM",
        "DELETE_OUTPUT_DIRECTORY",
    }
)
"""Pelican's own settings that a site may use for articles and pages beside ours."""


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _literal(node: ast.stmt, file: str) -> tuple[str, Any, Diagnostic | None]:
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        try:
            return node.targets[0].id, ast.literal_eval(node.value), None
        except (ValueError, TypeError, RecursionError, MemoryError):
            pass
    place, message = Place(file, node.lineno, node.col_offset + 1), "only NAME = literal is allowed here"
    return "", None, Diagnostic(place, "settings.literal", message, remedy="write the value out")


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    if isinstance(error, SyntaxError):
        place, message = (
            Place(path.name, error.lineno or 1, error.offset or 1),
            f"this is not Python: {error.msg}",
        )
        return Diagnostic(place, "settings.syntax", message, remedy="write NAME = value in each line")
    if isinstance(error, OSError):
        message, remedy = (
            f"the file cannot be read: {error.strerror}",
            "go to the site's folder, or name the file with -s",
        )
        return Diagnostic(Place(path.name), "settings.missing", message, remedy=remedy)
    return Diagnostic(
        Place(path.name), "settings.syntax", "the file is not UTF-8 text", remedy="save it as UTF-8"
    )


def _check(name: str, value: Any, place: Place) -> list[Diagnostic]:
    if name not in _TYPES:
        if name in PELICAN:
            return []
        remedy = did_you_mean(name, [*_TYPES, *PELICAN]) or "delete it"
        return [Diagnostic(place, "settings.unknown", f'unknown setting "{name}"', remedy=remedy)]
    is_list = _TYPES[name] != "str"
    each = value if is_list and isinstance(value, list | tuple) else [value]
    if isinstance(value, list | tuple) != is_list or not all(isinstance(one, str) for one in each):
        wanted = 'a list of texts, such as ["a", "b"]' if is_list else 'a text, such as "a"'
        return [Diagnostic(place, "settings.type", f"{name} has another type", remedy=f"write {wanted}")]
    if name == "LANGUAGES":
        return _check_languages(value, place)
    if name in _FORMS and not _FORMS[name][0].fullmatch(value):
        return [Diagnostic(place, "settings.form", f'{name} cannot be "{value}"', remedy=_FORMS[name][1])]
    if name == "FEED_PAIRS":
        return _check_pairs(value, place)
    if name == "TIMEZONE" and value not in available_timezones():
        remedy = did_you_mean(value, available_timezones()) or "write one such as Europe/Copenhagen"
        return [Diagnostic(place, "settings.form", f'there is no time zone "{value}"', remedy=remedy)]
    return []


_FORMS = {
    "SITEURL": (
        re.compile(r"https?://[^\s/?#]+(/[^\s/?#]+)*"),
        "write a full address without a slash at the end: https://example.org",
    ),
    "PATH": (
        re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*"),
        "write the name of a folder beside the settings: content",
    ),
    "OUTPUT_PATH": (re.compile(r".+"), "write the name of a folder: output"),
    "REPOSITORY": (
        re.compile(r"(https?://\S*\{path\}\S*)?"),
        "write an address with {path} in it, or nothing",
    ),
    "FEED_DOMAIN": (
        re.compile(r"([^\s,/:]+,\d{4}(-\d{2}(-\d{2})?)?)?"),
        "write a domain you had on a day, and the day or its year: example.org,2026",
    ),
    "FEED_PAIRS_MOST": (re.compile(r"\d{1,5}"), 'write a number in quotes: "300"'),
    "CONTACT": (
        re.compile(r"((https?://|mailto:)\S+)?"),
        "begin it with https:// or mailto:, or write nothing",
    ),
    "CONTACT_PHONE": (
        re.compile(r"(\+?[0-9][0-9 ]{3,20}[0-9])?"),
        'write digits and spaces, such as "+45 00 00 00 00", or nothing',
    ),
    "ACCESSIBILITY_STATEMENT_DA": (
        re.compile(r"(https://was\.digst\.dk/[^\s/?#]\S*)?"),
        "write the address that WAS-Tool gave: https://was.digst.dk/your-domain-dk, or nothing",
    ),
    "ACCESSIBILITY_STATEMENT_NB": (
        re.compile(r"(https://uustatus\.no/[^\s/?#]\S*)?"),
        "write the address that uustatus.no gave, which begins with https://uustatus.no/, or nothing",
    ),
    "SECURITY_CONTACT": (
        re.compile(r"((https://|mailto:|tel:)\S+)?"),
        "begin it with mailto:, https:// or tel:, or write nothing",
    ),
    "SECURITY_EXPIRES": (
        re.compile(r"(\d{4}-\d{2}-\d{2})?"),
        "write a day less than a year ahead, such as 2027-06-30, or nothing",
    ),
}
"""Settings that have a form: what they match, and what would be right."""


_PAIRED = ("topic", "profession", "target-group", "region", "specialty", "mode", "organiser")


def _check_pairs(value: Sequence[str], place: Place) -> list[Diagnostic]:
    found = []
    for pair in value:
        words = pair.split()
        for each in words:
            if each not in _PAIRED:
                remedy = did_you_mean(each, _PAIRED) or f"write two of {', '.join(_PAIRED)}"
                message = f'no feeds are about a "{each}"'
                found.append(Diagnostic(place, "settings.form", message, remedy=remedy))
        if len(words) != 2 or words[0] == words[-1]:
            remedy = 'write two different words, such as "profession region"'
            found.append(Diagnostic(place, "settings.form", f'"{pair}" is no pair', remedy=remedy))
    return found


def _check_languages(value: Sequence[str], place: Place) -> list[Diagnostic]:
    if not value or len(set(value)) < len(value):
        message = "a language stands twice" if value else "the site has no language"
        return [Diagnostic(place, "settings.form", message, remedy="write each language once")]
    known = f"known are {', '.join(LANGUAGES)}"
    return [
        Diagnostic(place, "language.unknown", f'unknown language "{each}"', remedy=_meant(each) or known)
        for each in value
        if each not in LANGUAGES
    ]


def _meant(language: str) -> str:
    tag = normalise_tag(language)
    return f'did you mean "{tag}"?' if tag else ""
