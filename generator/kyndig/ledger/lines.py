"""The lines of the ledger: one for each thing that happened, which says by itself what it is about.

So git can keep the lines of both sides where two branches meet (`merge=union`), in any order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from ..diagnostics import Diagnostic, Place, did_you_mean
from .words import WORDS


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened to one thing.

    `of` is its reference, `at` a moment in UTC, to the second; `says` has the facts that are new, by name, and None for
    those that are no more. `mark` tells the line from every other for ever: identifiers in feeds end with it.
    """

    of: str
    at: datetime
    what: str
    mark: str
    says: Mapping[str, Any]

    @classmethod
    def now(cls, of: str, at: datetime, what: str, says: Mapping[str, Any]) -> Line:
        """Return a new line, and give it its mark."""
        facts = _json(says)
        digest = blake2b(f"{of} {at.astimezone(UTC):{_TIME}} {what} {facts}".encode(), digest_size=5)
        return cls(of, at.astimezone(UTC).replace(microsecond=0), what, digest.hexdigest(), says)

    @property
    def facts(self) -> str:
        """What it says, as it stands in the ledger."""
        return _json(self.says)

    def __str__(self) -> str:
        return f"{self.of} {self.at:{_TIME}} {self.what} {self.mark} {self.facts}"


def _json(says: Mapping[str, Any]) -> str:
    return json.dumps(says, ensure_ascii=False, sort_keys=True)


_TIME = "%Y-%m-%dT%H:%M:%SZ"
_HEAD = (
    "# What this site has announced, one line for each thing: written by `kyndig record`, kept in git.\n"
    "# Where two branches meet, keep the lines of both; then run `kyndig record` again.\n"
)
_FORM = re.compile(r"(\S+) (\S+) (\S+) ([0-9a-z]+) (\{.*\})")
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def text_of(lines: Iterable[Line]) -> str:
    """Return the text of a ledger: sorted by reference and moment; what happened at once stays in its order."""
    every = dict.fromkeys(map(str, sorted(lines, key=lambda each: (each.of, each.at))))
    return _HEAD + "".join(f"{each}\n" for each in every)


def read(text: str, path: str) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    """Read the text of a ledger: its lines, and what is wrong, with its place in `path`."""
    lines: dict[str, Line] = {}
    found = []
    for number, row in enumerate(text.split("\n"), 1):  # only these end a line, and facts may hold others
        if not row.strip() or row.startswith("#"):
            continue
        try:
            lines.setdefault(row.strip(), _line(row.strip(), Place(path, number)))
        except _Fault as fault:
            found.append(fault.diagnostic)
    return tuple(lines.values()), tuple(found)


class _Fault(Exception):
    def __init__(self, place: Place, message: str, remedy: str, column: int = 1) -> None:
        super().__init__(message)
        place = Place(place.file, place.line, column)
        self.diagnostic = Diagnostic(place, "ledger.line", message, remedy=remedy)


def _line(row: str, place: Place) -> Line:
    if row.startswith(_MARKERS):
        remedy = "keep the lines of both sides, delete this one, and run kyndig record"
        raise _Fault(place, "git could not merge the ledger here", remedy)
    form = _FORM.fullmatch(row)
    if form is None:
        remedy = "restore the line from git, or delete it and run kyndig record"
        raise _Fault(place, "this is no line of the ledger: REFERENCE MOMENT WORD MARK {FACTS}", remedy)
    of, at, what, mark, facts = form.groups()
    if what not in WORDS:
        remedy = did_you_mean(what, WORDS) or f"write one of {', '.join(WORDS)}"
        raise _Fault(place, f'nothing is called "{what}" in the ledger', remedy, form.start(3) + 1)
    try:
        moment = datetime.strptime(at, _TIME).replace(tzinfo=UTC)
    except ValueError:
        remedy = "write it as 2026-11-22T11:00:00Z"
        raise _Fault(place, f'"{at}" is no moment', remedy, form.start(2) + 1) from None
    try:
        return Line(of, moment, what, mark, json.loads(facts))
    except json.JSONDecodeError as error:
        remedy = "restore the line from git"
        raise _Fault(
            place, f"the facts are not JSON: {error.msg}", remedy, form.start(5) + error.colno
        ) from None
