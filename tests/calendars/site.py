"""A small site whose calendars are looked at, and the programs that look."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from icalendar import Calendar, Component

from kyndig.build import build, check_site
from kyndig.recording import record
from kyndig.render import Press
from kyndig.resources import theme_folder
from kyndig.settings import Settings

HERE = Path(__file__).parent
BASE = HERE.parent / "base"
TODAY = date(2026, 11, 22)
SETTINGS = Settings(
    sitename="Prøve, lille",
    siteurl="https://example.org/kurser",
    languages=("da", "nb"),
    feed_domain="example.org,2026",
)


_MORE = {
    "regions": "".join(
        f"{each}:\n  label: {{da: {each}, nb: {each}}}\n  country: NO\n  type: health-region\n"
        for each in ("north", "south")
    ),
    "topics": "pain:\n  label: {da: smerte, nb: smerte}\n",
}


@dataclass
class Small:
    """A site on disk; `write` lays a course, `record` and `files` do what the commands do."""

    root: Path

    @classmethod
    def at(cls, root: Path, **courses: str) -> Small:
        """Lay out a site with some courses besides those of the base."""
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        for name, more in _MORE.items():
            path = root / f"content/vocabularies/{name}.yaml"
            path.write_text(path.read_text("utf-8") + more, "utf-8")
        made = cls(root)
        for name, text in courses.items():
            made.write(name, text)
        return made

    def write(self, name: str, text: str) -> None:
        (self.root / f"content/courses/{name}.md").write_text(text, "utf-8")

    def delete(self, name: str) -> None:
        (self.root / f"content/courses/{name}.md").unlink()

    def record(self, day: date) -> None:
        found = record(self.root, SETTINGS, datetime(day.year, day.month, day.day, 8, tzinfo=UTC))
        assert not found.faults, [str(each) for each in found.faults]

    def calendars(self, today: date = TODAY) -> Mapping[str, bytes]:
        """Return the calendars without the rest of the site, which takes most of a build."""
        checked = check_site(self.root, SETTINGS, today=today)
        assert not checked.failed, [str(each) for each in checked.diagnostics if each.severity == "error"]
        site = (checked.catalogue, checked.site, checked.words)
        press = Press.of(*site, SETTINGS, today, theme_folder("kyndig", Path()))
        return {path: data for part in press.calendars() for path, data in part.make().items()}

    def files(self, today: date = TODAY) -> Mapping[str, bytes]:
        built = build(self.root, SETTINGS, today, theme_folder("kyndig", Path()))
        assert not built.failed, [str(each) for each in built.diagnostics if each.severity == "error"]
        return built.files


@dataclass(frozen=True)
class Seen:
    """An event as a program shows it: local times as `2027-01-14T08:30:00` or days, the end exclusive, or nothing."""

    summary: str
    start: str
    end: str
    zone: str
    status: str
    sequence: int


def calendar(data: bytes) -> Calendar:
    return Calendar.from_ical(data)


def events(data: bytes) -> dict[str, Component]:
    """Return the events of a calendar by UID, as `icalendar` reads them; no UID may stand twice."""
    found = calendar(data).walk("VEVENT")
    by_uid = {str(each["UID"]): each for each in found}
    assert len(by_uid) == len(found), "a UID stands twice"
    return by_uid


def as_icalendar_sees(data: bytes) -> dict[str, Seen]:
    return {uid: _seen(each) for uid, each in events(data).items()}


def _seen(event: Component) -> Seen:
    start, end = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
    return Seen(
        str(event["SUMMARY"]),
        start.replace(tzinfo=None).isoformat() if isinstance(start, datetime) else start.isoformat(),
        (end.replace(tzinfo=None).isoformat() if isinstance(end, datetime) else end.isoformat())
        if end
        else "",
        str(event["DTSTART"].params.get("TZID", "")),
        str(event["STATUS"]),
        int(event["SEQUENCE"]),
    )


def as_ical_js_sees(module: Path, data: bytes, folder: Path) -> dict[str, dict[str, str]]:
    """Return what ical.js, which Thunderbird uses, reads of the events by UID; times in UTC by the file's own zones."""
    path = folder / "read.ics"
    path.write_bytes(data)
    command = ["node", str(HERE / "read.mjs"), module.as_uri(), str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    found: dict[str, dict[str, str]] = json.loads(done.stdout)
    return found


def as_khal_sees(data: bytes, folder: Path) -> list[dict[str, str]]:
    """Return what khal lists, after it has taken a calendar in: one row for each event and day."""
    (folder / "kept").mkdir()
    (folder / "in.ics").write_bytes(data)
    (folder / "config").write_text(_KHAL.format(folder=folder), "utf-8")
    command = ["khal", "-c", str(folder / "config")]
    environment = {
        "HOME": str(folder),
        "PATH": "/usr/bin:/bin:/usr/local/bin",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    form = "|".join(f"{{{name}}}" for name in _FIELDS)
    listing = ["list", "--day-format", "", "--once", "--format", form, "2026-01-01", "1200d"]
    for each in (["import", "--batch", "-a", "courses", str(folder / "in.ics")], listing):
        done = subprocess.run(
            [*command, *each], env=environment, check=True, capture_output=True, text=True, timeout=120
        )
    rows = [line.split("|") for line in done.stdout.splitlines() if line.count("|") >= len(_FIELDS) - 1]
    return [dict(zip(_FIELDS, row, strict=True)) for row in rows]


_FIELDS = ("uid", "start-long-full", "end-long-full", "title", "status", "location")
_KHAL = """\
[calendars]
[[courses]]
path = {folder}/kept
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/Copenhagen
default_timezone = Europe/Copenhagen
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
"""
