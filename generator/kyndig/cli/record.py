"""`kyndig record`: write down what is announced, so that every build after it knows."""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from ..settings import Settings, read_settings
from . import exits
from .main import DAY, FORM, SETTINGS, ends_well, main, the_day
from .report import show


@main.command("record")
@SETTINGS
@FORM
@DAY
@click.option("--check", is_flag=True, help="Write nothing, and fail if there is anything to record.")
@click.option(
    "--minor",
    multiple=True,
    metavar="REFERENCE",
    help="What changed of this is a correction: tell nobody. May be given several times.",
)
@ends_well
def record_command(
    settings_file: Path, form: str, day: str | None, check: bool, minor: tuple[str, ...]
) -> int:
    r"""Record what the content announces in the ledger, which is committed with it.

    Feeds and calendars tell what is recorded: what is new, moved, cancelled or withdrawn since the last time.

    \b
    Example:
      kyndig record
      kyndig record --minor course:regional-anaesthesia
    """
    from ..recording import due_findings, record

    settings = read_settings(settings_file)
    found = record(settings_file.parent, settings, _moment(day, settings), minor, write=not check)
    account, errors = found.checked.account, Console(stderr=True)
    if found.faults:
        show(found.faults, form, account, errors if form == "text" else Console())
        return exits.REFUSED
    if check:
        findings = due_findings(found)
        show(findings, form, account, errors if form == "text" else Console())
        return exits.REFUSED if findings else exits.DONE
    if not found.due:
        errors.print("Nothing is new: all of it has been recorded.", highlight=False)
        return exits.DONE
    for each in found.due:
        if not each.line.of.startswith("feed:"):
            errors.print(
                f"{each.line.what:>10}  {each.line.of}", soft_wrap=True, highlight=False, markup=False
            )
    counts = Counter(each.line.what for each in found.due)
    said = ", ".join(f"{number} {what}" for what, number in sorted(counts.items()))
    errors.print(f"Recorded: {said}. Commit the folder ledger.", soft_wrap=True, highlight=False)
    return exits.DONE


def _moment(day: str | None, settings: Settings) -> datetime:
    """Return the moment of the recording: now, or the noon of a day that was given."""
    if day or os.environ.get("SOURCE_DATE_EPOCH"):
        noon = datetime.combine(the_day(day, settings), time(12), ZoneInfo(settings.timezone))
        return noon.astimezone(UTC)
    return datetime.now(UTC)
