"""What is due to be recorded: the lines by which the ledger would say what the content says."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..ledger import KINDS, TIMES, Facts, History, Ledger, Line
from ..ledger.words import SIGNIFICANT
from .states import State

_ANNOUNCED = (*KINDS, "gap")

_KEPT = ("uid", "digest", "path")
"""Facts that stay as they were recorded where a state does not know them; of its UID none does."""


@dataclass(frozen=True, slots=True)
class Due:
    """One line that is due; `instead` is an earlier one that it makes needless.

    `dated` tells that its moment was given by an author, and is not that of the recording.
    """

    line: Line
    dated: bool = False
    instead: Line | None = None


@dataclass(frozen=True, slots=True)
class Recorder:
    """Compare what is known now with a ledger.

    `now` is the moment of the recording, `authority` that of the identifiers in feeds, `minor` the references of things
    whose changes are corrections, though a subscriber would be told of the like.
    """

    ledger: Ledger
    now: datetime
    authority: str
    minor: Collection[str] = ()

    def due(self, states: Iterable[State]) -> Iterator[Due]:
        """Yield what is due for everything that is announced, and for what is no more."""
        seen = set()
        for state in states:
            seen.add(state.of)
            history = self.ledger.histories.get(state.of)
            yield from self._first(state) if history is None else self._again(state, history)
        for history in self.ledger.histories.values():
            if history.of.partition(":")[0] in _ANNOUNCED and history.of not in seen and history.gone is None:
                yield from self._gone(history)

    def _first(self, state: State) -> Iterator[Due]:
        """Yield the announcement of something, and the change of its status where its author tells of one."""
        word = "opened" if state.kind == "gap" else "new"
        facts = {**state.facts, **self._uid(state)}
        at = min(state.announced or self.now, self.now)
        if state.earlier is not None and state.announced and state.altered and state.altered <= self.now:
            earlier = {**state.earlier, **self._uid(state)}
            yield Due(Line.now(state.of, at, word, earlier), dated=True)
            says = _changes(earlier, facts)
            what = word_for(state.kind, earlier, facts)
            yield Due(Line.now(state.of, max(state.altered, at), what, says), dated=True)
            return
        yield Due(Line.now(state.of, at, word, facts), dated=at == state.announced)

    def _again(self, state: State, history: History) -> Iterator[Due]:
        before = history.now
        kept = {name: before[name] for name in _KEPT if name in before}
        facts = {**self._uid(state), **kept, **state.facts}
        says = _changes(before, facts)
        if history.gone is not None:
            yield Due(Line.now(state.of, self.now, "returned", says))
        elif says:
            yield self._changed(state, history, facts, says)

    def _changed(self, state: State, history: History, facts: Facts, says: Mapping[str, Any]) -> Due:
        before = history.now
        if is_significant(state.kind, before, facts) and state.of not in self.minor:
            return Due(Line.now(state.of, self.now, word_for(state.kind, before, facts), says))
        last = history.events[-1].line
        if last.what == "corrected" and not {"path", "feeds"} & last.says.keys():
            return Due(Line.now(state.of, self.now, "corrected", {**last.says, **says}), instead=last)
        return Due(Line.now(state.of, self.now, "corrected", says))

    def _gone(self, history: History) -> Iterator[Due]:
        kind = history.of.partition(":")[0]
        if kind == "gap":
            if history.now.get("degree") == "none":
                yield Due(Line.now(history.of, self.now, "closed", {"degree": "unknown"}))
            return
        end = str(history.now.get("end") or history.now.get("start") or "9999")
        word = "ended" if kind == "instance" and end[:10] < f"{self.now:%Y-%m-%d}" else "withdrawn"
        yield Due(Line.now(history.of, self.now, word, {}))

    def _uid(self, state: State) -> dict[str, str]:
        """Return the UID of a date of a course: it follows from its identifier, and is kept whatever becomes of that."""
        if state.kind != "instance":
            return {}
        return {"uid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"tag:{self.authority}:{state.of}"))}


def is_significant(kind: str, before: Facts, after: Facts) -> bool:
    """Tell whether a subscriber must act on what differs."""
    return any(_counted(name, before) != _counted(name, after) for name in SIGNIFICANT[kind])


def _counted(name: str, facts: Facts) -> Any:
    """Return a fact as it counts: words in the language they were written in, for a translation changes nothing."""
    found = facts.get(name)
    if isinstance(found, dict) and name in ("title", "follows"):
        return found.get(facts.get("lang", ""))
    return found


def word_for(kind: str, before: Facts, after: Facts) -> str:
    """Return what to call a significant change: the word that says most of what to do."""
    if kind == "gap":
        return "opened" if after.get("degree") == "none" else "closed"
    if kind != "instance":
        return "changed"
    was, now = before.get("status", "scheduled"), after.get("status", "scheduled")
    if now == "cancelled" and was != "cancelled":
        return "cancelled"
    if was == "cancelled" and now != "cancelled":
        return "restored"
    if (now == "moved" and was != "moved") or any(
        before.get(name) not in (None, after.get(name)) for name in TIMES
    ):
        return "moved"
    if now != was and "full" in (now, was):
        return "full" if now == "full" else "places"
    if any(before.get(name) != after.get(name) for name in ("deadline", "opens")):
        return "deadline"
    return "changed"


def _changes(before: Facts, after: Facts) -> dict[str, Any]:
    """Return the facts that differ, with None for those that are no more."""
    gone = {name: None for name in before if name not in after}
    return {**gone, **{name: each for name, each in after.items() if before.get(name) != each}}
