"""Show findings: as text for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..clock import Clock
from ..diagnostics import Diagnostic
from ..order import Account

_STYLES = {"error": "bold red", "warning": "yellow", "notice": "cyan"}
_GITHUB = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})


def show(diagnostics: Iterable[Diagnostic], form: str, account: Account, console: Console) -> None:
    """Print findings in the form asked for: `text`, `json` or `github`."""
    found = list(diagnostics)
    if form == "json":
        console.out(as_json(found, account), highlight=False)
    elif form == "github":
        for each in found:
            console.out(as_github(each), highlight=False)
    else:
        for each in found:
            console.print(_as_text(each), soft_wrap=True)


def as_json(diagnostics: list[Diagnostic], account: Account) -> str:
    """Return findings and the account of files as one JSON object."""
    rows = [
        {
            "file": each.place.file,
            "line": each.place.line,
            "column": each.place.column,
            "severity": each.severity,
            "code": each.code,
            "where": each.where,
            "message": each.message,
            "remedy": each.remedy,
            "others": [asdict(other) for other in each.others],
        }
        for each in diagnostics
    ]
    return json.dumps({"files": asdict(account), "diagnostics": rows}, ensure_ascii=False, indent=2)


def as_github(each: Diagnostic) -> str:
    """Return a finding as a workflow command, which GitHub shows beside the line."""
    place = each.place
    text = str(each).removeprefix(f"{place}: ").translate(_GITHUB)
    title = each.code.translate(_GITHUB)
    return f"::{each.severity} file={place.file},line={place.line},col={place.column},title={title}::{text}"


def _as_text(each: Diagnostic) -> Text:
    text = Text(str(each))
    start = len(str(each.place)) + 2
    text.stylize("bold", 0, start - 2)
    text.stylize(_STYLES[each.severity], start, start + len(each.severity))
    return text


def summary(account: Account, diagnostics: Iterable[Diagnostic]) -> str:
    """Say in one line what became of every file, and how much was found."""
    counts = dict.fromkeys(_STYLES, 0)
    for each in diagnostics:
        counts[each.severity] += 1
    files = (
        f"{account.found} files: {account.published} published, {account.drafts} drafts, {account.refused} refused, "
        f"{account.ignored} ignored"
    )
    return f"{files} · {counts['error']} errors, {counts['warning']} warnings, {counts['notice']} notices"


def show_times(clock: Clock, console: Console) -> None:
    """Print how long each stage of a build took, what it counted, and the files that took longest."""
    stages = Table("stage", "seconds", "count", box=None)
    for each in clock.stages:
        stages.add_row(each.name, f"{each.seconds:.3f}", f"{each.count:,}" if each.count else "")
    console.print(stages)
    if clock.files:
        slowest = Table("slowest files", "seconds of work", box=None)
        for seconds, path in clock.slowest():
            slowest.add_row(path, f"{seconds:.3f}")
        console.print(slowest)
