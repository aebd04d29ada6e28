"""Years at random: whatever staff do in whatever order, each significant change is heard of once."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kyndig.build import check_site
from kyndig.render import Press
from kyndig.resources import theme_folder

from .clients import CalendarReader, FeedReader, uids
from .world import SETTINGS, World

THEME = theme_folder("kyndig", Path())
NAMES = st.sampled_from(["alfa", "beta", "gamma", "delta"])
DAYS = st.integers(1, 300).map(lambda number: date.fromordinal(date(2027, 6, 1).toordinal() + number))


def feeds_of(world: World) -> Mapping[str, bytes]:
    """Return a feed and a calendar of a site as a build makes them; its pages need not be made for that."""
    checked = check_site(world.root, SETTINGS, today=world.today)
    assert not checked.failed, [str(each) for each in checked.diagnostics]
    press = Press.of(checked.catalogue, checked.site, checked.words, SETTINGS, world.today, THEME)
    files: dict[str, bytes] = {}
    for part in (*press.following(), *press.calendars()):
        if part.name in ("feed da all", "calendar da all"):
            files |= part.make()
    return files


class Years(RuleBasedStateMachine):
    """What staff may do to the small site, and a reader who fetches after every step, and another who comes seldom."""

    @initialize()
    def lay_out(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="kyndig-year-"))
        self.world = World(self.folder / "site")
        self.world.begin()
        self.daily, self.seldom, self.kept = (
            FeedReader("da/feeds/all.atom"),
            FeedReader("da/feeds/all.atom"),
            {},
        )
        self.calendar, self.changed = CalendarReader("da/calendars/all.ics"), []
        self.heard: list[object] = []
        self.told: list[object] = []
        self.settle()

    def settle(self) -> None:
        self.world.settle()
        self.files = feeds_of(self.world)
        self.heard += [each for each in self.daily.fetch(self.files) if ":year-" in each.of]
        known = set(uids(self.world.expected))
        self.changed += [each for each in self.calendar.fetch(self.files) if each in known]

    @rule(name=NAMES)
    def add_course(self, name: str) -> None:
        if name not in self.world.courses and f"year-{name}" not in self.world.withdrawn:
            self.world.add_course(name)
            self.settle()

    @rule(data=st.data(), name=NAMES, day=DAYS)
    def add_date(self, data: st.DataObject, name: str, day: date) -> None:
        course = data.draw(st.sampled_from(sorted(self.world.courses)))
        if name not in self.world.courses[course]["instances"] and (course, name) not in self.kept:
            self.world.add_date(course, name, day)
            self.settle()

    @precondition(lambda self: self.world.dates())
    @rule(
        data=st.data(),
        days=st.integers(1, 30),
        place=st.sampled_from([None, "Odense", "Tromsø", "Ry, sal 4"]),
    )
    def move(self, data: st.DataObject, days: int, place: str | None) -> None:
        course, name = data.draw(st.sampled_from(self.world.dates()))
        if self.world.date_of(course, name).get("status") != "cancelled":
            self.world.move(course, name, days, place)
            self.settle()

    @precondition(lambda self: self.world.dates())
    @rule(data=st.data(), status=st.sampled_from(["cancelled", "full", "scheduled"]))
    def stand(self, data: st.DataObject, status: str) -> None:
        course, name = data.draw(st.sampled_from(self.world.dates()))
        was = self.world.date_of(course, name).get("status", "scheduled")
        if was != status:
            self.world.set_status(course, name, status)
            self.settle()

    @rule(data=st.data())
    def leave_nobody_to_tell(self, data: st.DataObject) -> None:
        """Correct, translate or rename: nobody must hear of it."""
        course = data.draw(st.sampled_from(sorted(self.world.courses)))
        match data.draw(st.sampled_from(["correct", "translate", "rename"])):
            case "correct":
                self.world.correct(course)
            case "translate":
                self.world.translate(course)
            case _:
                self.world.rename(course, data.draw(st.sampled_from(["en", "to", "tre"])) + f"-{course}")
        self.settle()

    @rule(data=st.data(), title=st.sampled_from(["Smerter", "Søvn", "Ånd & krop <nu>"]))
    def retitle(self, data: st.DataObject, title: str) -> None:
        course = data.draw(st.sampled_from(sorted(self.world.courses)))
        title = f"{title} {course}"  # two pages at one address would be an error
        if self.world.courses[course]["title"] != title:
            self.world.retitle(course, title)
            self.settle()

    @precondition(lambda self: self.world.dates())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        course, name = data.draw(st.sampled_from(self.world.dates()))
        self.kept[course, name] = self.world.delete_date(course, name)
        self.settle()

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def put_back(self, data: st.DataObject) -> None:
        course, name = data.draw(st.sampled_from(sorted(self.kept)))
        value = self.kept.pop((course, name))
        if course in self.world.courses:
            self.world.put_back(course, name, value)
            self.settle()

    @rule()
    def visit(self) -> None:
        """Let the reader who comes seldom have a look."""
        self.told += [each for each in self.seldom.fetch(self.files) if ":year-" in each.of]
        assert sorted(self.told) == sorted(self.world.expected)

    @invariant()
    def everything_was_heard_once(self) -> None:
        if hasattr(self, "heard"):
            assert sorted(self.heard) == sorted(self.world.expected)
            assert sorted(self.changed) == uids(self.world.expected)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


TestYears = Years.TestCase
TestYears.settings = settings(
    max_examples=int(os.environ.get("YEARS", "12")),
    stateful_step_count=14,
    deadline=None,
    derandomize="YEARS" not in os.environ,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a shorter example takes minutes to find
)
