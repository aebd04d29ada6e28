"""What the ledger and the content together say: the one as it was recorded, the other as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from ..catalogue import Catalogue
from ..ledger import Ledger, Line
from ..ledger.history import SITE
from ..settings import Settings
from .due import Due, Recorder
from .following import expanded
from .names import Feeds, feeds, labels
from .states import Paths, Survey


@dataclass(frozen=True, slots=True)
class Pending:
    """What a ledger does not say yet.

    `ledger` is the recorded one with what authors have dated themselves, which subscribers are told without being
    recorded, and beside it what is due of dates of courses, which calendars show as they are; `due` are all lines that
    are due, `feeds` those that the site has.
    """

    ledger: Ledger
    due: tuple[Due, ...]
    feeds: Feeds


def pending(
    catalogue: Catalogue,
    recorded: Ledger,
    settings: Settings,
    today: date,
    paths: Paths = lambda ref: {},
    now: datetime | None = None,
    minor: tuple[str, ...] = (),
) -> Pending:
    """Compare a catalogue with a ledger.

    `paths` gives the path of an entity's page in each language. `now` is the moment of a recording; a build knows none,
    and leaves out what only corrections would tell. `minor` as for `Recorder`.
    """
    survey = Survey(catalogue, settings.timezone, paths, digests=now is not None)
    states = tuple(survey.states())
    moment = now or datetime.combine(today, time(23, 59), UTC)
    recorder = Recorder(recorded, moment, authority(settings, recorded), minor)
    due = tuple(recorder.due(states))
    dated = [each.line for each in due if each.dated]
    pairs = pairs_of(settings)
    used = (expanded(each.kind, each.facts.get("feeds", ()), pairs) for each in states)
    found = feeds(catalogue, used, recorded, int(settings.feed_pairs_most))
    everything = (*due, *_due_feeds(catalogue, recorded, found, moment), *_due_site(recorder))
    ledger = Ledger.of((*recorded.lines, *dated)) if dated else recorded
    unsaid = {
        each.line.of: each.line for each in due if not each.dated and each.line.of.startswith("instance:")
    }
    return Pending(replace(ledger, unsaid=unsaid) if unsaid else ledger, everything, found)


def authority(settings: Settings, ledger: Ledger) -> str:
    """Return domain and year of the identifiers in feeds (RFC 4151): as recorded, for they must not change."""
    host = settings.siteurl.partition("://")[2].partition("/")[0].partition(":")[0]
    return ledger.authority or settings.feed_domain or f"{host},2026"


def pairs_of(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the pairs of which feeds are made, each of two words."""
    return tuple((one, other) for one, other in (each.split() for each in settings.feed_pairs))


def _due_feeds(catalogue: Catalogue, ledger: Ledger, found: Feeds, now: datetime) -> list[Due]:
    due = []
    for name in found.names:
        facts: Mapping[str, Any] = {"labels": labels(catalogue, name)}
        history = ledger.histories.get(f"feed:{name}")
        if history is None:
            due.append(Due(Line.now(f"feed:{name}", now, "new", facts)))
        elif facts["labels"] and history.now.get("labels") != facts["labels"]:
            due.append(Due(Line.now(f"feed:{name}", now, "corrected", facts)))
    return due


def _due_site(recorder: Recorder) -> list[Due]:
    if SITE in recorder.ledger.histories:
        return []
    return [Due(Line.now(SITE, recorder.now, "new", {"authority": recorder.authority}))]
