"""A site of any size that says nothing: the same entries for every generator that is measured.

The words are made up of syllables, and every choice comes from the number of the entry, so that two runs and two
generators get the same. What is invented here looks like no language, so that nobody takes it for content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

LANGUAGES = ("da", "nb", "en")
PER_CURRICULUM = 30
STATEMENTS = 2
"""Statements of a position; each has a page of its own."""

_SYLLABLES = {
    language: text.split()
    for language, text in {
        "da": "ba de fø gri ha je kla lø men nor på ra ske ti und ve yt æl ør",
        "nb": "bo dei fjø gå hei ja kne le mot nå opp ri skå to ur vi yr æ ør",
        "en": "ba con der ex for gle hol in ja ken lum mer nor pre quo ra ster tion un wy",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A link in the words of an entry: to another entry, or to a topic."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text: a heading, a paragraph, a list or a table of words; a paragraph may end in a link."""

    kind: str
    rows: tuple[tuple[str, ...], ...]
    link: Reference | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """One time that a course is held."""

    id: str
    start: date
    days: int
    mode: str
    region: str
    seats: int
    language: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry says. Words stand by language; `links` lead to other entries, with a reason or without."""

    kind: str
    number: int
    id: str
    title: dict[str, str]
    lead: dict[str, str]
    text: dict[str, tuple[Block, ...]]
    topics: tuple[str, ...]
    groups: tuple[str, ...] = ()
    organiser: str = ""
    region: str = ""
    form: str = ""
    area: str = ""
    role: str = ""
    teaches: tuple[str, ...] = ()
    relates: tuple[Reference, ...] = ()
    held: tuple[Held, ...] = ()
    statements: tuple[tuple[str, dict[str, str], str, str, tuple[str, ...]], ...] = ()
    """Number, words by language, stance, modality and topics of each statement."""
    assessments: tuple[tuple[str, int], ...] = ()
    """Method and month of each assessment."""
    objectives: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True)
class Corpus:
    """All entries of a site with `count` of them: competencies, courses and positions as 5 : 3 : 2."""

    count: int

    @classmethod
    def of_pages(cls, pages: int) -> Corpus:
        """Return the corpus whose site has about that many pages in three languages together."""
        return next((cls(count) for count in range(pages, 10, -1) if cls(count).pages <= pages), cls(10))

    @property
    def pages(self) -> int:
        """About how many pages of HTML the site has: of entries and their parts, of concepts, and of values of facets."""
        curricula = self.competencies / PER_CURRICULUM
        entries = self.competencies + self.courses + (1 + STATEMENTS) * self.positions
        concepts = 4 * len(self.topics) + 2 * len(self.groups) + 3 * len(self.organisations)
        return int(len(LANGUAGES) * (entries + 14 * curricula + concepts + 115))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        return tuple(f"topic-{i}" for i in range(1, min(40, 4 + self.count // 50) + 1))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        return tuple(f"group-{i}" for i in range(1, min(12, 3 + self.count // 100) + 1))

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        return tuple(f"body-{i}" for i in range(1, min(60, 4 + self.count // 40) + 1))

    @property
    def regions(self) -> tuple[str, ...]:
        return tuple(f"region-{i}" for i in range(1, 7))

    @property
    def competencies(self) -> int:
        return self.count // 2

    @property
    def courses(self) -> int:
        return self.count * 3 // 10

    @property
    def positions(self) -> int:
        return self.count - self.competencies - self.courses

    def entries(self) -> Iterator[Entry]:
        """Yield the entries one by one; a whole corpus need not stand in memory."""
        for i in range(1, self.competencies + 1):
            yield self._competency(i)
        for i in range(1, self.courses + 1):
            yield self._course(i)
        for i in range(1, self.positions + 1):
            yield self._position(i)

    def names(self, prefix: str, i: int) -> dict[str, str]:
        """Return the name of a concept of a vocabulary in each language."""
        return {
            language: words(Random(f"{prefix} {i} {language}"), language, 2).capitalize()
            for language in LANGUAGES
        }

    def _competency(self, i: int) -> Entry:
        random = Random(f"competency {i}")
        objectives = tuple(
            {language: words(Random(f"objective {i} {k} {language}"), language, 18) for language in LANGUAGES}
            for k in range(random.randint(5, 9))
        )
        return Entry(
            kind="competency",
            number=i,
            id=self._competency_id(i),
            title=self._title("competency", i),
            lead=self._line("competency lead", i, 16),
            text={
                language: (
                    Block("paragraph", ((words(Random(f"statement {i} {language}"), language, 55),),)),
                )
                for language in LANGUAGES
            },
            topics=self._some(random, self.topics, 1, 3),
            area=f"area-{random.randint(1, 4)}",
            role=f"role-{random.randint(1, 7)}",
            relates=self._related(random),
            assessments=tuple(
                (f"method-{k}", 3 * random.randint(1, 4)) for k in random.sample(range(1, 7), 2)
            ),
            objectives=objectives,
        )

    def _course(self, i: int) -> Entry:
        random = Random(f"course {i}")
        first = date(2026, 3, 2) + timedelta(days=random.randint(0, 600))
        held = tuple(
            Held(
                id=f"h{k + 1}",
                start=_weekday(first + timedelta(days=90 * k)),
                days=1,
                mode=random.choice(("onsite", "online", "blended")),
                region=random.choice(self.regions),
                seats=random.randint(10, 40),
                language=random.choice(LANGUAGES),
            )
            for k in range(random.randint(1, 3))
        )
        return Entry(
            kind="course",
            number=i,
            id=f"course-{i}",
            title=self._title("course", i),
            lead=self._line("course lead", i, 20),
            text=self._text("course", i, 150, 350),
            topics=self._some(random, self.topics, 1, 3),
            groups=self._some(random, self.groups, 1, 2),
            organiser=random.choice(self.organisations),
            region=random.choice(self.regions),
            form=f"form-{random.randint(1, 5)}",
            teaches=tuple(
                dict.fromkeys(
                    self._competency_id(random.randint(1, max(1, self.competencies)))
                    for _ in range(random.randint(2, 5))
                )
            ),
            held=held,
        )

    def _position(self, i: int) -> Entry:
        random = Random(f"position {i}")
        organisation = random.choice(self.organisations)
        return Entry(
            kind="position",
            number=i,
            id=f"{organisation}/position-{i}",
            title=self._title("position", i),
            lead=self._line("position lead", i, 20),
            text=self._text("position", i, 90, 250),
            topics=self._some(random, self.topics, 1, 3),
            organiser=organisation,
            relates=self._related(random),
            statements=tuple(
                (
                    f"1.{k + 1}",
                    self._line(f"said {k}", i, 25),
                    random.choice(("demands", "supports", "hesitant", "states")),
                    random.choice(("must", "should", "needs", "important")),
                    self._some(random, self.topics, 1, 2),
                )
                for k in range(STATEMENTS)
            ),
        )

    def _competency_id(self, i: int) -> str:
        return f"cur-{(i - 1) // PER_CURRICULUM + 1}/{(i - 1) % PER_CURRICULUM + 1}"

    def _related(self, random: Random) -> tuple[Reference, ...]:
        found = [Reference("course", f"course-{random.randint(1, max(1, self.courses))}")]
        if random.random() < 0.5:
            found.append(
                Reference("competency", self._competency_id(random.randint(1, max(1, self.competencies))))
            )
        return tuple(found)

    def _title(self, kind: str, i: int) -> dict[str, str]:
        return {
            language: f"{words(Random(f'{kind} title {i} {language}'), language, 4).capitalize()} {i}"
            for language in LANGUAGES
        }

    def _line(self, what: str, i: int, count: int) -> dict[str, str]:
        return {
            language: f"{words(Random(f'{what} {i} {language}'), language, count).capitalize()}."
            for language in LANGUAGES
        }

    def _some(self, random: Random, names: tuple[str, ...], low: int, high: int) -> tuple[str, ...]:
        return tuple(random.sample(names, min(len(names), random.randint(low, high))))

    def _text(self, kind: str, i: int, low: int, high: int) -> dict[str, tuple[Block, ...]]:
        return {language: tuple(self._blocks(kind, i, low, high, language)) for language in LANGUAGES}

    def _blocks(self, kind: str, i: int, low: int, high: int, language: str) -> Iterator[Block]:
        plan, said = Random(f"{kind} plan {i}"), Random(f"{kind} text {i} {language}")
        left, has_table = plan.randint(low, high), plan.random() < 0.25
        while left > 0:
            count = min(left, plan.randint(35, 60))
            left -= count
            link = self._target(plan) if plan.random() < 0.6 else None
            yield Block("paragraph", ((words(said, language, count).capitalize() + ".",),), link)
            if left > 60 and plan.random() < 0.35:
                yield Block("heading", ((words(said, language, 3).capitalize(),),))
            if left > 30 and plan.random() < 0.3:
                left -= 24
                yield Block("list", tuple((words(said, language, 8),) for _ in range(3)))
        if has_table:
            yield Block("table", tuple(tuple(words(said, language, 2) for _ in range(3)) for _ in range(4)))

    def _target(self, random: Random) -> Reference:
        match random.randint(1, 3):
            case 1:
                return Reference("course", f"course-{random.randint(1, max(1, self.courses))}")
            case 2:
                return Reference(
                    "competency", self._competency_id(random.randint(1, max(1, self.competencies)))
                )
            case _:
                return Reference("topic", random.choice(self.topics))


def words(random: Random, language: str, count: int) -> str:
    """Return so many made-up words."""
    syllables = _SYLLABLES[language]
    return " ".join(
        "".join(random.choices(syllables, k=random.choice((1, 2, 2, 3, 4)))) for _ in range(count)
    )


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
