"""A small site whose content changes: what staff do to it, and what a subscriber must hear of that."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import yaml

from kyndig.recording import record
from kyndig.settings import Settings

BASE = Path(__file__).parent.parent / "base"
SETTINGS = Settings(
    sitename="Prøve",
    siteurl="https://example.org/kurser",
    languages=("da", "nb"),
    feed_domain="example.org,2026",
)
BEGIN = datetime(2026, 12, 1, 8, tzinfo=UTC)


@dataclass(frozen=True, order=True)
class Heard:
    """What a subscriber must hear: the word of what happened, and what it happened to."""

    what: str
    of: str


@dataclass
class World:
    """The courses of a site, by id; each is what stands in its file, and `nb` what stands in its translation.

    `expected` has all that a subscriber must have heard since the beginning, in order.
    """

    root: Path
    now: datetime = BEGIN
    courses: dict[str, dict] = field(default_factory=dict)
    translated: dict[str, dict] = field(default_factory=dict)
    withdrawn: dict[str, dict] = field(default_factory=dict)
    expected: list[Heard] = field(default_factory=list)

    def begin(self) -> None:
        """Lay out the site with one course that has one date."""
        shutil.copytree(BASE, self.root, dirs_exist_ok=True)
        self.add_course("clinic")
        self.add_date("clinic", "2027-05", date(2027, 5, 10))

    @property
    def today(self) -> date:
        return self.now.date()

    def dates(self) -> list[tuple[str, str]]:
        """Return course and id of each date."""
        return [(course, each) for course, value in self.courses.items() for each in value["instances"]]

    def settle(self, days: float = 1) -> None:
        """Write the files, record, and let some days pass."""
        for path in (self.root / "content/courses").glob("year-*"):
            path.unlink()
        for name, value in self.courses.items():
            _write(self.root / f"content/courses/year-{name}.md", value)
        for name, value in self.translated.items():
            if name in self.courses:
                _write(self.root / f"content/courses/year-{name}.nb.md", value)
        place = self.root / "content/vocabularies/withdrawn.yaml"
        place.unlink(missing_ok=True)
        if self.withdrawn:
            place.write_text(yaml.safe_dump(self.withdrawn, allow_unicode=True), "utf-8")
        found = record(self.root, SETTINGS, self.now)
        assert not found.faults, [str(each) for each in found.faults]
        self.now += timedelta(days=days)

    def hear(self, what: str, of: str) -> None:
        """Note that a subscriber must hear of something."""
        self.expected.append(Heard(what, of))

    def add_course(self, name: str) -> None:
        """Write a new course."""
        self.courses[name] = {
            "lang": "da",
            "title": f"Kursus {name}",
            "lead": "Det lærer man.",
            "provider": "society",
            "form": "short-course",
            "reach": "national",
            "topics": ["ultrasound"],
            "accepted": {"words": {"code": "translation.none", "reason": "Prøven er på dansk."}},
            "instances": {},
        }
        self.hear("new", f"course:year-{name}")

    def add_date(self, course: str, name: str, start: date) -> None:
        """Announce a date of a course."""
        self.courses[course]["instances"][name] = {
            "start": start,
            "end": start + timedelta(days=1),
            "mode": "onsite",
            "place": "Herlev",
            "languages": ["da"],
            "deadline": start - timedelta(days=40),
        }
        self.hear("new", f"instance:year-{course}/{name}")

    def date_of(self, course: str, name: str) -> dict:
        """Return what stands of a date."""
        return self.courses[course]["instances"][name]

    def move(self, course: str, name: str, days: int = 7, place: str | None = None) -> None:
        """Let a date be at another time, and perhaps at another place."""
        value = self.date_of(course, name)
        value["start"] += timedelta(days=days)
        value["end"] += timedelta(days=days)
        if place:
            value["place"] = place
        self.hear("moved", f"instance:year-{course}/{name}")

    def set_status(self, course: str, name: str, status: str) -> None:
        """Say how a date stands."""
        value = self.date_of(course, name)
        was = value.get("status", "scheduled")
        value["status"] = status
        word = {
            "cancelled": "cancelled",
            "full": "full",
            "scheduled": "places" if was == "full" else "restored",
        }
        if was == "cancelled" and status != "cancelled":
            word[status] = "restored"
        self.hear(word[status], f"instance:year-{course}/{name}")

    def set_deadline(self, course: str, name: str, day: date) -> None:
        """Let people sign up until another day."""
        self.date_of(course, name)["deadline"] = day
        self.hear("deadline", f"instance:year-{course}/{name}")

    def correct(self, course: str) -> None:
        """Mend the spelling of a sentence: nobody need hear of it."""
        value = self.courses[course]
        value["lead"] = value["lead"].replace(".", "!") if "." in value["lead"] else "Det lærer man."

    def translate(self, course: str) -> None:
        """Translate a course: to readers of the other language it is the same course."""
        number = len(self.translated.get(course, {}).get("title", ""))
        self.translated[course] = {"title": f"Kurs {course} {number}", "lead": "Det lærer man her."}

    def rename(self, course: str, slug: str) -> None:
        """Give the page of a course another address."""
        self.courses[course]["slug"] = slug

    def retitle(self, course: str, title: str) -> None:
        """Call a course otherwise: who looks for it must know."""
        self.courses[course]["title"] = title
        self.hear("changed", f"course:year-{course}")

    def require(self, course: str, words: str) -> None:
        """Ask for something that must be done before."""
        self.courses[course]["follows"] = words
        self.hear("changed", f"course:year-{course}")

    def delete_date(self, course: str, name: str) -> dict:
        """Delete a date that is still to come."""
        self.hear("withdrawn", f"instance:year-{course}/{name}")
        return self.courses[course]["instances"].pop(name)

    def put_back(self, course: str, name: str, value: dict) -> None:
        """Put back a date that was deleted."""
        self.courses[course]["instances"][name] = deepcopy(value)
        self.hear("returned", f"instance:year-{course}/{name}")

    def delete_course(self, course: str, reason: str) -> None:
        """Delete a course with all its dates, and say why."""
        for name in list(self.courses[course]["instances"]):
            self.delete_date(course, name)
        del self.courses[course]
        self.withdrawn[f"year-{course}"] = {
            "of": f"course:year-{course}",
            "reason": {"da": reason, "nb": reason},
        }
        self.hear("withdrawn", f"course:year-{course}")


def _write(path: Path, value: dict) -> None:
    front = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{front}---\nMere om kurset.\n", "utf-8")
