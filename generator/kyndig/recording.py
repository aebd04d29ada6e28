"""Record: write into the ledger what the content says now and subscribers must hear of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from .announcing import Due, Pending, authority, entity_of, pending
from .build import Checked, check_site
from .diagnostics import Diagnostic, Place, did_you_mean
from .ledger import FILE, MINOR, SITE, Ledger, written
from .settings import Settings


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a recording found: `due` are the lines that were not written yet, `faults` what stands in its way."""

    due: tuple[Due, ...]
    faults: tuple[Diagnostic, ...]
    checked: Checked


@dataclass(frozen=True, slots=True)
class _Paths:
    """Give the paths of pages, seen from the output folder."""

    checked: Checked

    def __call__(self, ref: str) -> Mapping[str, str]:
        by_key, languages = self.checked.site.by_key, self.checked.catalogue.languages
        pages = ((each, by_key.get((ref, each))) for each in languages)
        return {language: page.path for language, page in pages if page is not None}


def record(
    root: Path, settings: Settings, now: datetime, minor: tuple[str, ...] = (), *, write: bool = True
) -> Recorded:
    """Compare the content of a site with its ledger, and write what is due.

    `now` is a moment with a time zone; `minor` are references of things whose changes are corrections. Nothing is written
    where the content or the ledger is in error, nor with `write=False`. Raises OSError.
    """
    today = now.astimezone(ZoneInfo(settings.timezone)).date()
    checked = check_site(root, settings, today=today)
    errors = tuple(each for each in checked.diagnostics if each.severity == "error")
    recorded = checked.whole.ledger
    faults = errors or (*_nameless(settings, recorded), *_unknown(minor, recorded))
    if faults:
        return Recorded((), faults, checked)
    found = pending(checked.catalogue, recorded, settings, today, _Paths(checked), now, minor)
    if write and found.due:
        instead = {str(each.instead) for each in found.due if each.instead}
        kept = [each for each in recorded.lines if str(each) not in instead]
        written(root, (*kept, *(each.line for each in found.due)))
    return Recorded(found.due, (), checked)


def _nameless(settings: Settings, ledger: Ledger) -> tuple[Diagnostic, ...]:
    """Return the fault that identifiers would be kept for ever that begin with the name of nobody's machine."""
    if authority(settings, ledger).partition(",")[0] not in ("localhost", "127.0.0.1"):
        return ()
    message = "what is recorded keeps its identifiers for ever, and these would begin with this machine"
    remedy = 'write FEED_DOMAIN = "example.org,2026", with a domain of yours and a year in which you had it'
    return (Diagnostic(settings.place("SITEURL"), "ledger.authority", message, remedy=remedy),)


def _unknown(minor: tuple[str, ...], ledger: Ledger) -> tuple[Diagnostic, ...]:
    known = [each.of for each in ledger]
    return tuple(
        Diagnostic(
            Place(FILE),
            "ledger.minor",
            f"{each} was never announced",
            remedy=did_you_mean(each, known) or "write kind and id, such as course:regional-anaesthesia",
        )
        for each in minor
        if each not in known
    )


def unrecorded(checked: Checked) -> tuple[Diagnostic, ...]:
    """Return what subscribers do not hear of, because it is not recorded or because there are too many feeds."""
    if checked.pending is None:
        return ()
    return (*_not_said(checked.pending), *_cut(checked.pending))


def _not_said(found: Pending) -> Iterator[Diagnostic]:
    due = [each.line for each in found.due if each.line.what not in MINOR and ":" in each.line.of]
    due = [each for each in due if not each.of.startswith("feed:")]
    if not due:
        return
    first = ", ".join(f"{each.of} ({each.what})" for each in due[:_NAMED])
    more = f" and {len(due) - _NAMED} more" if len(due) > _NAMED else ""
    if SITE not in found.ledger.histories:
        message = f"nothing has been recorded yet of what this site announces: {first}{more}"
        yield Diagnostic(Place(FILE), "ledger.none", message, remedy=_REMEDY, severity="notice")
    else:
        message = f"not recorded, so that subscribers do not hear of it: {first}{more}"
        yield Diagnostic(Place(FILE), "ledger.unrecorded", message, remedy=_REMEDY, severity="warning")


_NAMED = 5
_REMEDY = f"run kyndig record, and commit {FILE}"


def _cut(found: Pending) -> Iterator[Diagnostic]:
    if cut := found.feeds.cut:
        message = f"{len(cut)} pairs occur that have no feed, the first of them {', '.join(cut[:_NAMED])}"
        remedy = "raise FEED_PAIRS_MOST, or take a pair out of FEED_PAIRS"
        yield Diagnostic(Place("publishconf.py"), "feeds.most", message, remedy=remedy, severity="notice")


def due_findings(recorded: Recorded) -> tuple[Diagnostic, ...]:
    """Return every line that is due as an error with the place of what it is about: for `kyndig record --check`."""
    catalogue = recorded.checked.catalogue
    found = []
    for each in recorded.due:
        line, entity = each.line, entity_of(catalogue, each.line.of)
        place = entity.spot().place if entity else Place(FILE)
        found.append(
            Diagnostic(place, "ledger.unrecorded", f"{line.of} is not recorded: {line.what}", remedy=_REMEDY)
        )
    return tuple(sorted(found))
