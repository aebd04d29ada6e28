"""Versions of a curriculum: which one is current, and how the others are told from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

_NAMED = re.compile(r"(?P<kind>[a-z-]+):(?P<id>[^@/]+)@(?P<version>[^/]+)(?P<rest>/.*)?")


class Dated(Protocol):
    """What is asked of a curriculum here: its version, whether it is a draft, and from when it applies."""

    @property
    def version(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def applies(self) -> Any: ...


def in_order(value: Dated) -> tuple[date, str]:
    """Return what versions are sorted by: the day from which each applies, then its name."""
    return value.applies.posted_from, value.version


def current(versions: Sequence[Dated], today: date) -> Dated:
    """Return the version that is in force: of those whose day has come, the one that came last.

    Where none has come it is the one that comes first, so that something stands at the short address from the start and
    stays until it is in force itself. Drafts count only where nothing is published.
    """
    shown = [each for each in versions if each.status == "published"] or versions
    ordered = sorted(shown, key=in_order)
    begun = [each for each in ordered if each.applies.posted_from <= today]
    return begun[-1] if begun else ordered[0]


def edition(ref: str) -> str:
    """Return curriculum and version (`introduction@2013`) of a reference into a version that is not current, or nothing.

    The key of a page may be asked for as well.
    """
    if not is_of_version(ref):
        return ""
    named = ref.partition("#")[0].partition(":")[2].partition("/")[0]
    return named if is_of_version(named) else ""


def is_of_version(id_: str) -> bool:
    """Tell whether an id, a reference or the key of a page names a version, and so one that is not current."""
    return "@" in id_


def base(id_: str) -> str:
    """Return the id that all versions of a curriculum have in common."""
    return id_.partition("@")[0]


def meant(ref: str, own: str, entities: Mapping[str, Any]) -> str:
    """Return a reference as it is resolved, written in the document whose id is `own`.

    A curriculum without a version is the current one; in the file of a version it is that version, so that an old file
    stays right when a new one comes. Where the version that is named is current, its things have the plain id.
    """
    if is_of_version(own):
        kind, _, id_ = ref.partition(":")
        name, slash, rest = id_.partition("/")
        if name == base(own):
            return f"{kind}:{own}{slash}{rest}"
    named = _NAMED.fullmatch(ref) if is_of_version(ref) and ref not in entities else None
    if named is None:
        return ref
    now = entities.get(f"curriculum:{named['id']}")
    same = now is not None and now.record.version == named["version"]
    return f"{named['kind']}:{named['id']}{named['rest'] or ''}" if same else ref
