"""The small site on disk: what its files should hold, and every way in which they come to hold it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from pathlib import Path

from kyndig.recording import record
from kyndig.settings import SettingsFault, read_settings

from .building import Disturbance, Outcome, build_apart, tree, warm_up
from .entries import Entry, files, start

PROJECT = Path(__file__).parent.parent.parent
BASE = PROJECT / "tests" / "base"
OWN = ("output", "cache")
"""Folders that the build writes."""

EARLIER = 1_780_000_000
"""The time that a tool gives all files alike, as an archive does."""


class Stamp(Enum):
    """The time that a file has after an edit."""

    NOW = "now"
    KEPT = "as before the edit"
    KEPT_AND_REPLACED = "as before the edit, another file under the same name"
    WHOLE_SECOND = "now, on a disk that counts seconds"
    SAME_FOR_ALL = "one time for all files"
    AHEAD = "tomorrow"


@dataclass
class Site:
    """One site: the entries, every other file by its path, the settings and the day."""

    root: Path
    entries: dict[str, Entry] = field(default_factory=start)
    others: dict[str, bytes] = field(default_factory=lambda: dict(_others()))
    topics: dict[str, int] = field(default_factory=lambda: {"ultrasound": 0, "pain": 0})
    terms: dict[str, int] = field(default_factory=lambda: {"block": 0})
    settings: dict[str, object] = field(default_factory=lambda: dict(SETTINGS))
    faults: dict[str, bytes] = field(default_factory=dict)
    """What stands in files instead of what is right, or where no file should be."""
    today: date = date(2026, 11, 22)

    def wanted(self) -> dict[str, bytes]:
        """Return every file of the site by its path, as it should be now."""
        made = dict(self.others)
        for identity, entry in self.entries.items():
            made.update(files(identity, entry))
        made["content/vocabularies/topics.yaml"] = _vocabulary(self.topics, "Et emne")
        made["content/vocabularies/terms.yaml"] = _vocabulary(self.terms, "Et ord")
        made["publishconf.py"] = "".join(f"{k} = {v!r}\n" for k, v in self.settings.items()).encode()
        return made | self.faults

    def lay(self, stamp: Stamp = Stamp.NOW) -> None:
        """Make the files on disk what they should be, touching only those that are not."""
        self.root.mkdir(exist_ok=True)
        wanted, there = self.wanted(), _inputs(self.root)
        for path in there.keys() - wanted.keys():
            (self.root / path).unlink()
        for path, data in wanted.items():
            if there.get(path) != data:
                _put(self.root / path, data, stamp)

    def record(self) -> bool:
        """Record what is announced, and tell whether that could be done."""
        try:
            settings = read_settings(self.root / "publishconf.py")
        except SettingsFault:
            return False
        noon = datetime.combine(self.today, time(12), UTC)
        if record(self.root, settings, noon).faults:
            return False
        self.others |= {f"ledger/{path}": data for path, data in tree(self.root / "ledger").items()}
        return True

    def build(self, disturbance: Disturbance | None = None) -> Outcome | None:
        """Build as somebody does who has built before; a refusal leaves the output as it was."""
        before = tree(self.root / "output")
        outcome = build_apart(self.root, self.today, disturbance=disturbance)
        if outcome and not outcome.wrote:
            assert not differences(tree(self.root / "output"), before), "a refused build wrote something"
        return outcome

    def build_and_compare(self) -> Outcome:
        """Build as before and from nothing, in another folder, and hold one against the other."""
        outcome, clean = self.build(), self.root.with_name("clean")
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(self.root, clean, ignore=lambda here, _: OWN if here == str(self.root) else ())
        expected = build_apart(clean, self.today, ignore_cache=True)
        assert outcome is not None
        assert outcome == expected, f"the build ended with {outcome}, a clean one with {expected}"
        told = differences(tree(self.root / "output"), tree(clean / "output")) if outcome.wrote else []
        assert not told, "\n".join(["the output differs from that of a clean build:", *told])
        return outcome

    def touch(self, which: int | None, stamp: Stamp) -> None:
        """Write one of the files anew with the same bytes, or all of them."""
        there = sorted(_inputs(self.root).items())
        for path, data in there if which is None else [there[which % len(there)]]:
            _put(self.root / path, data, stamp)

    def original(self, path: str) -> str:
        """Return what a file was that is no entry, before any edit; empty for one that was not there."""
        return _others().get(path, b"").decode()

    def published(self) -> set[str]:
        """Return what can be referred to."""
        return {name for name, entry in self.entries.items() if not entry.draft}

    def new_name(self) -> int:
        """Return a name that no entry has."""
        return max((entry.name for entry in self.entries.values()), default=0) + 1

    def refer_to(self, old: str, new: str | None) -> None:
        """Let every reference to something lead to something else, or be dropped."""
        self.entries = {name: entry.renamed(old, new) for name, entry in self.entries.items()}

    def move(self, way: str) -> None:
        """Go on with the site in another folder."""
        target = self.root.with_name("there" if self.root.name == "here" else "here")
        shutil.rmtree(target, ignore_errors=True)
        if way == "moved":
            self.root.rename(target)
        else:
            shutil.copytree(self.root, target, copy_function=shutil.copy2 if way == "copied" else shutil.copy)
            shutil.rmtree(self.root)
        self.root = target

    def repair(self) -> None:
        """Put right whatever keeps the site from being built."""
        self.faults.clear()
        self.settings["LANGUAGES"] = [
            each for each in self.settings["LANGUAGES"] if each in ("da", "nb", "en")
        ]
        self.settings["LANGUAGES"] = list(dict.fromkeys([*self.settings["LANGUAGES"], "da", "nb"]))
        named = {to for entry in self.entries.values() for to in (*entry.links, *entry.mentions)}
        for to in named - {"competency:introduction/1"}:
            if to not in self.entries or self.entries[to].draft:
                self.refer_to(to, None)
        for entry in self.entries.values():
            entry.topic = entry.topic if entry.topic in self.topics else ""


def ready(folder: Path) -> Path:
    """Make the folder of a small site that has been built once, as the folder `here` beside it."""
    warm = Site(folder / "warm", entries={}, others={**_others(), **tree(BASE)})
    warm.lay()
    warm_up(warm.root)
    site = Site(folder / "here")
    site.lay()
    assert site.build_and_compare().wrote
    return site.root.rename(folder / "ready")


SETTINGS = {
    "SITENAME": "Lille",
    "SITEURL": "https://example.org/kurser",
    "LANGUAGES": ["da", "nb"],
    "THEME": "themes/own",
}


@cache
def _others() -> dict[str, bytes]:
    """Return the files that are no entries: the rest of the base site, a theme of its own, and the catalogues."""
    theme, words = PROJECT / "themes" / "kyndig", PROJECT / "i18n"
    made = {f"themes/own/{path}": data for path, data in tree(theme).items()}
    for catalogue in sorted(words.glob("*.po")):
        made[f"i18n/{catalogue.name}"] = _without_comments(catalogue.read_bytes())
    base = {path: data for path, data in tree(BASE).items() if not path.startswith(_LEFT_OUT)}
    curriculum = base["content/curricula/introduction/2018-07.yaml"]
    first, cards = curriculum.partition(b'  "3":')[0], curriculum.partition(b"cards:")
    base["content/curricula/introduction/2018-07.yaml"] = first + cards[1] + cards[2]
    return made | base | {PLAN: _PLAN.encode(), _GROUPS[0]: _GROUPS[1].encode()}


PLAN = "content/needs/plan.yaml"
_PLAN = """\
lang: da
title: Behov
lead: Hvad der mangler.
type: needs
needs:
  "1": {title: Ultralyd, text: Bruge ultralyd., type: competence, target_groups: [clinicians]}
  "2": {title: Blokader, text: Lægge blokader., type: competence, target_groups: [clinicians]}
coverage:
  first: {text: Nogle har været på kursus., need: "1", degree: part}
"""
"""Needs that courses meet, with an assessment: what is counted over the whole site."""

_GROUPS = ("content/vocabularies/target-groups.yaml", "clinicians: {label: {da: klinikere, nb: klinikere}}\n")


_LEFT_OUT = (
    *(f"content/{folder}/" for folder in ("positions", "groups", "needs", "pages", "news")),
    *(f"content/vocabularies/{name}.yaml" for name in ("professions", "regions", "care-levels", "target-groups")),
    "content/courses/supervision",
)  # fmt: skip
"""What the small site does without: a build must take a tenth of a second."""


def _without_comments(catalogue: bytes) -> bytes:
    """Leave out where each word is used, which takes longer to read than the words."""
    return b"".join(line for line in catalogue.splitlines(keepends=True) if not line.startswith(b"#:"))


def _vocabulary(words: dict[str, int], definition: str) -> bytes:
    entries = (
        f"{name}:\n  label: {{da: {name} {n}, nb: {name} {n}}}\n  definition: {{da: {definition} {n}., nb: {definition} {n}.}}\n"
        for name, n in words.items()
    )
    return "".join(entries).encode()


def _inputs(root: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in root.iterdir() if path.is_file()}
    for folder in (each for each in root.iterdir() if each.is_dir() and each.name not in OWN):
        found |= {f"{folder.name}/{path}": data for path, data in tree(folder).items()}
    return found


def _put(path: Path, data: bytes, stamp: Stamp) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.stat().st_mtime_ns if path.exists() else EARLIER * 10**9
    if stamp is Stamp.KEPT_AND_REPLACED:
        path.unlink(missing_ok=True)
    path.write_bytes(data)
    now = path.stat().st_mtime_ns
    time = {
        Stamp.KEPT: before,
        Stamp.KEPT_AND_REPLACED: before,
        Stamp.WHOLE_SECOND: now // 10**9 * 10**9,
        Stamp.SAME_FOR_ALL: EARLIER * 10**9,
        Stamp.AHEAD: now + 86_400 * 10**9,
    }.get(stamp, now)
    if time != now:
        os.utime(path, ns=(time, time))


def differences(found: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    """Say in a few lines how two trees of files differ."""
    told = [f"too many: {path}" for path in sorted(found.keys() - expected.keys())]
    told += [f"missing: {path}" for path in sorted(expected.keys() - found.keys())]
    for path in sorted(found.keys() & expected.keys()):
        if found[path] != expected[path]:
            told.append(f"{path}: {_first(found[path], expected[path])}")
    return told[:6] + ([f"… and {len(told) - 6} more"] if len(told) > 6 else [])


def _first(found: bytes, expected: bytes) -> str:
    ours, theirs = found.splitlines(), expected.splitlines()
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            at = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
            return f"…{one[max(0, at - 20) : at + 40]!r} instead of …{other[max(0, at - 20) : at + 40]!r}"
    return f"{len(ours)} lines instead of {len(theirs)}"
