"""Random edits with builds between them: a build that has a cache must make what one without it makes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from . import faults, hands
from .building import Disturbance
from .choices import CHOICES, DIGIT, ENTRY, MOSTLY, PAIR, TEMPLATES, THEN, USES, WORDS
from .entries import Entry, path
from .site import Site, Stamp


def edit(**arguments: Any) -> Callable[[Callable[..., Any]], Any]:
    """Make a rule of a change to the model: its files are written, and perhaps the site is built.

    A change that does not apply returns False, and nothing more is done.
    """

    def made(change: Callable[..., Any]) -> Any:
        @rule(stamp=st.sampled_from(Stamp), then=THEN, **arguments)
        @wraps(change)
        def step(self: Edits, stamp: Stamp, then: str, **drawn: Any) -> None:
            if change(self, **drawn) is not False:
                self.site.lay(stamp)
                self.go_on(then)

        return step

    return made


class Edits(RuleBasedStateMachine):
    """A small site under the hands of its authors. `ready` holds a site that has been built once."""

    ready: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        folder = self.ready.parent
        for name in ("here", "there", "kept"):
            shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(self.ready, folder / "here")
        self.site = Site(folder / "here")
        self.kept = folder / "kept"

    def teardown(self) -> None:
        """Compare at the end; a site that is refused is put right and compared once more."""
        if not self.compare():
            self.site.repair()
            self.site.lay()
            self.compare()

    def go_on(self, then: str) -> None:
        if then == "compare":
            self.compare()
        elif then == "build":
            self.site.build()

    def compare(self) -> bool:
        outcome = self.site.build_and_compare()
        event("compared" if outcome.wrote else f"refused: {outcome.raised or outcome.diagnostics[0].code}")
        return outcome.wrote

    @edit()
    def record(self) -> bool:
        """Record what is announced: calendars and feeds tell it, and pages where something was."""
        return self.site.record()

    # Entries

    @edit(which=ENTRY, draft=st.booleans())
    def add(self, which: str, draft: bool) -> bool | None:
        if which in self.site.entries:
            return False
        self.site.entries[which] = Entry(self.site.new_name(), draft=draft)
        return None

    @edit(which=ENTRY, number=DIGIT)
    def edit_body(self, which: str, number: int) -> bool:
        return self.change(which, body=number)

    @edit(which=ENTRY, number=DIGIT)
    def edit_fact(self, which: str, number: int) -> bool:
        return self.change(which, fact=number)

    @edit(which=ENTRY, number=DIGIT)
    def retitle(self, which: str, number: int) -> bool:
        return self.change(which, title=number)

    @edit(which=ENTRY, number=DIGIT | st.none())
    def translate(self, which: str, number: int | None) -> bool:
        return self.change(which, translated=number)

    @edit(which=ENTRY, number=DIGIT | st.none())
    def picture(self, which: str, number: int | None) -> bool:
        return self.change(which, picture=number)

    @edit(which=ENTRY, topic=st.sampled_from(("", "ultrasound", "pain")))
    def tag(self, which: str, topic: str) -> bool:
        return self.change(which, topic=topic if topic in self.site.topics else "")

    @edit(which=ENTRY, to=ENTRY, reason=DIGIT | st.none(), sure=MOSTLY)
    def relate(self, which: str, to: str, reason: int | None, sure: bool) -> bool | None:
        if which not in self.site.entries or (sure and to not in self.site.published() - {which}):
            return False
        links = self.site.entries[which].links
        links.pop(to, None)
        if reason is not None:
            links[to] = reason
        return None

    @edit(which=ENTRY, to=ENTRY, sure=MOSTLY)
    def mention(self, which: str, to: str, sure: bool) -> bool | None:
        if which not in self.site.entries or (sure and to not in self.site.published()):
            return False
        self.site.entries[which].mentions ^= {to}
        return None

    @edit(pair=PAIR, relink=MOSTLY)
    def rename(self, pair: tuple[str, str], relink: bool) -> bool | None:
        old, new = pair
        if old not in self.site.entries or new in self.site.entries:
            return False
        if relink:
            self.site.refer_to(old, new)
        self.site.entries[new] = self.site.entries.pop(old)
        return None

    @edit(which=ENTRY, unlink=MOSTLY)
    def delete(self, which: str, unlink: bool) -> bool | None:
        if which not in self.site.entries:
            return False
        del self.site.entries[which]
        if unlink:
            self.site.refer_to(which, None)
        return None

    @edit(which=ENTRY, draft=st.booleans(), unlink=MOSTLY)
    def set_draft(self, which: str, draft: bool, unlink: bool) -> bool:
        if draft and unlink:
            self.site.refer_to(which, None)
        return self.change(which, draft=draft)

    @edit(pair=PAIR)
    def swap(self, pair: tuple[str, str]) -> bool | None:
        """Let two files change places, with their times."""
        (one, other), entries = pair, self.site.entries
        if not {one, other} <= entries.keys():
            return False
        entries[one], entries[other] = entries[other], entries[one]
        first, second, aside = (self.site.root / name for name in (path(one), path(other), "aside"))
        if first.is_file() and second.is_file():
            first.rename(aside)
            second.rename(first)
            aside.rename(second)
        return None

    # Everything beside entries

    @edit(kind=st.sampled_from(("topics", "terms")), word=st.sampled_from(("ultrasound", "pain", "needle")),
          number=DIGIT | st.none(), unlink=MOSTLY)  # fmt: skip
    def vocabulary(self, kind: str, word: str, number: int | None, unlink: bool) -> None:
        words = self.site.topics if kind == "topics" else self.site.terms
        words[word] = number or 0
        if number is None and word != "ultrasound":
            del words[word]
            for entry in self.site.entries.values():
                entry.topic = "" if unlink and kind == "topics" and entry.topic == word else entry.topic

    @edit(name=st.sampled_from(sorted(TEMPLATES)), number=DIGIT | st.none())
    def template(self, name: str, number: int | None) -> None:
        mark = "" if number is None else f"<!-- {number} -->"
        place, file = TEMPLATES[name], f"themes/own/templates/{name}"
        before, found, after = (
            self.site.original(file).partition(place) if place else ("", "", self.site.original(file))
        )
        words = before + found + mark + after if place.endswith("%}") else before + mark + found + after
        self.site.others[file] = words.encode()

    @edit(name=st.sampled_from(("kyndig.css", "filter.js", "more.css")), number=DIGIT | st.none())
    def theme_file(self, name: str, number: int | None) -> None:
        file = f"themes/own/static/{name}"
        before = self.site.original(file)
        if before or number is not None:
            self.site.others[file] = (before if number is None else f"{before}/* {number} */\n").encode()
        else:
            self.site.others.pop(file, None)

    @edit(language=st.sampled_from((0, 1)), word=st.sampled_from(sorted(WORDS)), number=DIGIT | st.none())
    def catalogue_word(self, language: int, word: str, number: int | None) -> None:
        file, now = f"i18n/{('da', 'nb')[language]}.po", WORDS[word][language]
        line = f'msgid "{word}"\nmsgstr "{now}'
        text = self.site.original(file)
        assert f'{line}"' in text
        self.site.others[file] = text.replace(
            f'{line}"', line + ("" if number is None else f"-{number}") + '"'
        ).encode()

    @edit(choice=st.sampled_from([(name, each) for name, all_ in CHOICES.items() for each in all_]))
    def setting(self, choice: tuple[str, object]) -> None:
        name, value = choice
        self.site.settings[name] = value

    @rule(day=st.sampled_from((date(2026, 11, 22), date(2026, 11, 23), date(2027, 2, 1))), then=THEN)
    def another_day(self, day: date, then: str) -> None:
        self.site.today = day
        self.go_on(then)

    # Faults

    @edit(which=ENTRY, fault=st.sampled_from(sorted(faults.FAULTS)))
    def fault(self, which: str, fault: str) -> None:
        self.site.faults.update(faults.FAULTS[fault](path(which), self.site.wanted().get(path(which), b"")))

    @edit()
    def repair(self) -> None:
        self.site.repair()

    # Times of files, and folders

    @rule(which=st.integers(0, 200), stamp=st.sampled_from(Stamp), then=THEN)
    def touch(self, which: int, stamp: Stamp, then: str) -> None:
        self.site.touch(which, stamp)
        self.go_on(then)

    @rule(stamp=st.sampled_from(Stamp), then=THEN)
    def check_out_again(self, stamp: Stamp, then: str) -> None:
        """Write every file anew with the same bytes, as git does when branches are changed there and back."""
        self.site.touch(None, stamp)
        self.go_on(then)

    @rule(way=st.sampled_from(("moved", "copied", "copied with new times")), then=THEN)
    def other_folder(self, way: str, then: str) -> None:
        self.site.move(way)
        self.go_on(then)

    @rule(which=st.integers(0, 200), how=st.sampled_from(hands.PLAIN_HARMS), then=THEN)
    def harm_output(self, which: int, how: str, then: str) -> None:
        hands.harm(self.site.root / "output", which, how)
        self.go_on(then)

    @rule(then=THEN)
    def delete_output(self, then: str) -> None:
        shutil.rmtree(self.site.root / "output", ignore_errors=True)
        self.go_on(then)

    @rule(which=st.integers(0, 50), how=st.sampled_from(sorted(hands.HARMS)), then=THEN)
    def harm_cache(self, which: int, how: str, then: str) -> None:
        if hands.harm(self.site.root / "cache", which, how):
            self.go_on(then)

    @rule(then=THEN)
    def delete_cache(self, then: str) -> None:
        shutil.rmtree(self.site.root / "cache", ignore_errors=True)
        self.go_on(then)

    @rule(name=st.sampled_from(("cache", "output")))
    def keep(self, name: str) -> None:
        hands.keep(self.site.root / name, self.kept / name)

    @precondition(lambda self: self.kept.is_dir())
    @rule(name=st.sampled_from(("cache", "output")), then=THEN)
    def put_back(self, name: str, then: str) -> None:
        """Bring back what a machine that builds had kept from an earlier build."""
        hands.put_back(self.kept / name, self.site.root / name)
        self.go_on(then)

    # What happens while a build runs

    @rule(use=USES, then=THEN)
    def kill_at(self, use: int, then: str) -> None:
        self.note(self.site.build(Disturbance(use=use)))
        self.go_on(then)

    @rule(milliseconds=st.integers(0, 300), then=THEN)
    def kill_after(self, milliseconds: int, then: str) -> None:
        self.note(self.site.build(Disturbance(milliseconds=milliseconds)))
        self.go_on(then)

    @rule(use=USES, which=ENTRY, number=DIGIT, stamp=st.sampled_from(Stamp), then=THEN)
    def save_while_building(self, use: int, which: str, number: int, stamp: Stamp, then: str) -> None:
        if self.change(which, title=number, body=number):
            self.site.build(Disturbance(use=use, act=lambda: self.site.lay(stamp)))
            self.site.lay(stamp)
            self.go_on(then)

    def note(self, outcome: object) -> None:
        event("a build was killed" if outcome is None else "a build ended before it was killed")

    def change(self, which: str, **fields: object) -> bool:
        """Change an entry; tell whether it is there."""
        if which in self.site.entries:
            self.site.entries[which] = replace(self.site.entries[which], **fields)
        return which in self.site.entries
