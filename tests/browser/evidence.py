"""The report of the checks: what staff can hand in as evidence, as a page for people and as data."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
import yaml

from . import tools

HERE = Path(__file__).parent
WORDS: dict[str, dict[str, str]] = yaml.safe_load((HERE / "evidence.yaml").read_text("utf-8"))
CRITERIA: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "criteria.yaml").read_text("utf-8"))
SHOWN = 40


@dataclass
class Result:
    """One criterion: how much was looked at, what is wrong, and why a part was not looked at."""

    checked: int = 0
    faults: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    broken: bool = False

    @property
    def verdict(self) -> str:
        if self.faults or self.broken:
            return "failed"
        return "not-run" if self.skipped or not self.checked else "passed"


class Evidence:
    """Collects the gates of a run of the tests and writes the report at its end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gates: dict[str, tuple[dict[str, Any], str, str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        gate = dict(report.user_properties).get("gate")
        if isinstance(gate, dict):
            _, outcome, reason = self.gates.get(report.nodeid, ({}, "passed", ""))
            if report.outcome != "passed":
                outcome = report.outcome
                reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else reason
            self.gates[report.nodeid] = gate, outcome, reason

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        report = make(results(self.gates.values()))
        (self.folder / "report.json").write_text(
            json.dumps(report, indent=2, ensure_ascii=False) + "\n", "utf-8"
        )
        for language in WORDS:
            name = (
                "report.html" if language == os.environ.get("LANGUAGE", "en") else f"report.{language}.html"
            )
            (self.folder / name).write_text(page(report, language), "utf-8")
        terminalreporter.write_line(f"Report of the checks: {self.folder / 'report.html'}")


def results(gates: Any) -> dict[str, Result]:
    """Join the tests of each criterion."""
    found = {key: Result() for key in CRITERIA}
    for gate, outcome, reason in gates:
        result = found[gate["criterion"]]
        result.checked += gate["checked"]
        part = f"{gate['part']}: " if gate["part"] else ""
        result.faults += [part + each for each in gate["faults"]]
        result.broken |= outcome == "failed"
        if outcome == "skipped":
            result.skipped.append(part + reason.removeprefix("Skipped: "))
    return found


def make(found: dict[str, Result]) -> dict[str, Any]:
    """Return the report as data."""
    commit = run(
        ["git", "rev-parse", "HEAD"], cwd=HERE, capture_output=True, text=True, check=False
    ).stdout.strip()
    return {
        "date": datetime.now().astimezone().isoformat(timespec="minutes"),
        "commit": commit or None,
        "tools": tools.versions(),
        "criteria": [
            {"key": key, "verdict": each.verdict, "wcag": [str(number) for number in CRITERIA[key]["wcag"]]}
            | {"checked": each.checked, "faults": each.faults, "skipped": sorted(set(each.skipped))}
            | {"words": {language: CRITERIA[key][language] for language in WORDS}}
            for key, each in found.items()
        ],
    }


def page(report: dict[str, Any], language: str) -> str:
    """Return the report as a page that needs nothing else."""
    word = WORDS[language]
    rows = "".join(_row(each, language) for each in report["criteria"])
    faults = "".join(
        _faults(each, language) for each in report["criteria"] if each["faults"] or each["skipped"]
    )
    used = "".join(f"<li>{escape(name)} {escape(version)}</li>" for name, version in report["tools"].items())
    day, commit = report["date"][:10], escape(report["commit"] or "–")
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{word["title"]}, {day}</title>
<style>
:root{{color-scheme:light dark}}
body{{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;padding:1rem;max-width:64rem;overflow-wrap:break-word}}
table{{border-collapse:collapse;width:100%}}th,td{{text-align:start;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid}}
caption{{text-align:start;font-weight:700}}th[scope=row]{{font-weight:400}}h1,h2,h3{{line-height:1.2}}
.table{{overflow-x:auto}}
</style>
</head>
<body>
<main>
<h1>{word["title"]}</h1>
<p>{word["intro"]}</p>
<dl><dt>{word["date"]}</dt><dd><time datetime="{day}">{day}</time></dd><dt>{word["commit"]}</dt><dd><code>{commit}</code></dd></dl>
<div class="table" role="region" aria-labelledby="results" tabindex="0"><table>
<caption id="results">{word["results"]}</caption>
<thead><tr><th scope="col">{word["criterion"]}</th><th scope="col">WCAG</th><th scope="col">{word["verdict"]}</th><th scope="col">{word["checked"]}</th><th scope="col">{word["faults"]}</th></tr></thead>
<tbody>{rows}</tbody>
</table></div>
{f"<h2>{word['details']}</h2>{faults}" if faults else ""}
<h2>{word["tools"]}</h2>
<ul>{used}</ul>
<h2>{word["limits-title"]}</h2>
<p>{word["limits"]}</p>
</main>
</body>
</html>
"""


def _row(each: dict[str, Any], language: str) -> str:
    numbers = ", ".join(each["wcag"]) or "–"
    return (
        f'<tr><th scope="row">{escape(each["words"][language])}</th><td>{numbers}</td>'
        f"<td>{WORDS[language][each['verdict']]}</td><td>{each['checked']}</td><td>{len(each['faults'])}</td></tr>"
    )


def _faults(each: dict[str, Any], language: str) -> str:
    """List what is wrong, in the words of the tools, which are English."""
    more = len(each["faults"]) - SHOWN
    lines = each["faults"][:SHOWN] + each["skipped"] + ([f"… + {more}"] if more > 0 else [])
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<h3>{escape(each["words"][language])}</h3><ul lang="en">{listed}</ul>'
