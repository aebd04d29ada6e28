"""Coverage in one look, for the front page: what is linked to competencies and needs, counted as everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from ...catalogue import Entity
from ...coverage import newest_competencies, offers, taught_by
from ..courses.course import upcoming_rows
from ..measures import percent
from ..parts import Linked
from ..reader import Reader
from ..shell import list_link


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a strip: `state` is `dated`, `linked` or `open`, `word` says what that means."""

    state: str
    word: str
    count: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One kind of thing, divided by what the site links to it."""

    label: str
    link: Linked
    total: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The strips of the picture, and the page that shows more."""

    strips: tuple[Strip, ...]
    more: Linked


def coverage(reader: Reader) -> Coverage:
    """Count competencies and needs by what authors have linked to them.

    A competency is `dated` where a course that teaches it, or one of its objectives, has a date to come that
    is not cancelled, and `linked` where such a course has none. A need is `dated` likewise by the courses that
    meet it, and `linked` where only a course without dates, a channel or an activity does. All else is `open`:
    nobody has linked anything yet, which does not mean that there is nothing. Invented courses and activities are
    not counted.
    """
    catalogue = reader.catalogue
    competencies, needs = newest_competencies(catalogue), catalogue.of_kind("need")
    strips = (
        _strip(
            reader,
            reader.word("Competencies"),
            "curricula",
            [_state(reader, taught_by(catalogue, each)) for each in competencies],
        ),
        _strip(
            reader, reader.word("Needs"), "needs", [_state(reader, _meeting(reader, each)) for each in needs]
        ),
    )
    return Coverage(tuple(each for each in strips if each.total), list_link(reader, "needs/coverage"))


def _meeting(reader: Reader, need: Entity) -> tuple[Entity, ...]:
    return tuple(each.entity for each in offers(reader.catalogue, need))


def _state(reader: Reader, offers: tuple[Entity, ...]) -> str:
    offers = tuple(each for each in offers if not each.is_example)
    courses = [each for each in offers if each.kind == "course"]
    if any(row.status != "cancelled" for row in upcoming_rows(reader, courses)):
        return "dated"
    return "linked" if offers else "open"


def _strip(reader: Reader, label: str, key: str, states: Iterable[str]) -> Strip:
    words = {
        "dated": reader.word("course with a date to come"),
        "linked": reader.word("something, but no date"),
        "open": reader.word("nothing linked yet"),
    }
    counts = Counter(states)
    total = counts.total()
    before = accumulate((counts[state] for state in words), initial=0)
    shares = tuple(
        Share(state, word, counts[state], percent(at / total), percent(counts[state] / total))
        for (state, word), at in zip(words.items(), before, strict=False)
        if total
    )
    return Strip(label, list_link(reader, key), total, shares)
