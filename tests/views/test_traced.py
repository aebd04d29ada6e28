"""Positions traced: to the needs they argue for and what meets these, beside each other, and with the years they held."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyndig.model.course import Course
from kyndig.model.facts import Link
from kyndig.model.plan import Activity, Channel, Need, Plan
from kyndig.model.position import Part, Position, PositionSection, Statement
from kyndig.model.vocabulary import Form, Organisation, Topic
from kyndig.routes import comprised, speakers
from kyndig.views.positions.sides import SidesView, topic_sides
from kyndig.views.positions.traced import TracedView, list_positions_traced
from site_cases import CASES

from .speaking import entry, pages_of, reader_of, words

CASE = next(path for path in CASES if path.stem == "positions-traced")
SHOWN_ON = 12
"""Pages at least that show the statement: its own, lists, trace, sides, topics, needs, organisations."""


@pytest.mark.parametrize(("today", "expired"), [
    (date(2024, 12, 31), False), (date(2025, 1, 1), True),
])  # fmt: skip
def test_a_statement_is_expired_from_the_day_after_its_last_year_wherever_it_is_shown(
    today: date, expired: bool
) -> None:
    pages = pages_of(CASE, today)
    leading = re.compile(r'href="[^"]*standpunkter/kompetanse(/1-1)?\.html"')
    showing = {path for path, text in pages.items() if path.startswith("nb/") and leading.search(text)}
    assert len(showing) >= SHOWN_ON
    told = {path: "Utløpt, gjaldt 2021–2024" in pages[path] for path in showing - {"nb/a-aa/index.html"}}
    assert told == dict.fromkeys(told, expired)


def test_a_document_without_a_last_year_never_expires() -> None:
    pages = pages_of(CASE, date(2990, 1, 1), **{"valid_to: 2024": "url: https://example.org"})
    assert not [path for path, text in pages.items() if "Utløpt" in text or "Udløbet" in text]


def test_with_one_organisation_there_is_no_page_side_by_side() -> None:
    two = pages_of(CASE)
    one = pages_of(CASE, **{"topics: [technology]": "topics: []"})
    beside = {path for path in two if re.fullmatch(r"nb/emner/.+/standpunkter\.html", path)}
    assert beside == {"nb/emner/teknologi/standpunkter.html"}
    for path in ("nb/emner/teknologi.html", "nb/emner/index.html", "nb/standpunkter/emner/index.html"):
        assert 'href="/kurser/nb/emner/teknologi/standpunkter.html"' in two[path], path
    assert not [path for path in one if re.fullmatch(r"../emner/.+/standpunkter\.html", path)]
    assert not [path for path, text in one.items() if re.search(r"emner/[^\"]+/standpunkter\.html", text)]


def _statement(name: str, topics: tuple[str, ...], stance: Any = "demands", **facts: Any) -> Statement:
    return Statement(id=name, text=words(f"Statement {name}"), stance=stance, topics=topics, **facts)


def _position(organisation: str, *statements: Statement) -> Any:
    part = Part(id="a", rationale=words("Because."), statements=statements)
    section = PositionSection(id="1", title=words("One"), parts=(part,))
    value = Position(
        id=f"{organisation}/p",
        lang="en",
        title=words(f"Position of {organisation}"),
        lead=words("What it says."),
        organisation=organisation,
        type="policy-page",
        sections=(section,),
    )
    return entry("position", f"{organisation}/p", value)


def _topics(*pairs: tuple[str, str | None]) -> tuple[Any, ...]:
    return tuple(
        entry("topic", name, Topic(id=name, label=words(name), broader=broader)) for name, broader in pairs
    )


def _organisations(*names: str) -> tuple[Any, ...]:
    made = {name: Organisation(id=name, label=words(name.upper()), type="union") for name in names}
    return tuple(entry("organisation", name, value) for name, value in made.items())


WIDE = _topics(("wide", None), ("narrow", "wide"), ("deep", "narrow"), ("other", None))


def _sides(reader: Any, topic: str) -> SidesView:
    return topic_sides(reader, reader.site.page(f"topic:{topic}#sides", "en"))[1]


def test_sides_worked_out_by_hand() -> None:
    tie = (Link(to="statement:b/p/1.1", why=words("both do")),)
    reader = reader_of(
        (
            *WIDE,
            *_organisations("a", "b", "c"),
            _position(
                "a", _statement("1.1", ("wide", "deep")), _statement("1.2", ("wide",), "against", relates=tie)
            ),
            _position("b", _statement("1.1", ("narrow",), "supports")),
            _position("c", _statement("1.1", ("other",))),
        )
    )
    view = _sides(reader, "wide")
    assert [(each.name, each.count) for each in view.sides] == [("A", 2), ("B", 1)]
    cells = [
        (part.topic.title.text, row.stance, [[each.number for each in cell] for cell in row.cells])
        for part in view.topics
        for row in part.rows
    ]
    assert cells == [
        ("wide", "Demands action", [["1.1"], []]),
        ("wide", "Is against it", [["1.2"], []]),
        ("narrow", "Supports it", [[], ["1.1"]]),
        ("deep", "Demands action", [["1.1"], []]),
    ]
    assert [(each.names, str(each.why)) for each in view.ties] == [(("A", "B"), "both do")]
    assert [each.title.text for each in _sides(reader, "narrow").topics[0].rows[0].cells[1][0].actors] == []
    assert not reader.site.has("topic:other#sides", "en")
    assert not reader.site.has("topic:deep#sides", "en")


statements = st.lists(
    st.tuples(
        st.sampled_from(("a", "b", "c")),
        st.sets(st.sampled_from(("wide", "narrow", "deep", "other")), max_size=3),
        st.sampled_from(("demands", "supports", "against")),
    ),
    max_size=8,
)


@given(statements)
def test_every_statement_on_a_topic_stands_in_the_column_of_its_organisation(
    said: list[tuple[str, set[str], Any]],
) -> None:
    own: dict[str, list[Statement]] = {}
    for organisation, topics, stance in said:
        made = own.setdefault(organisation, [])
        made.append(_statement(f"1.{len(made) + 1}", tuple(sorted(topics)), stance))
    positions = (_position(name, *made) for name, made in own.items())
    reader = reader_of((*WIDE, *_organisations("a", "b", "c"), *positions))
    for topic in reader.catalogue.of_kind("topic"):
        below = {each.id for each in comprised(reader.catalogue, topic)}
        expected = {name for name, made in own.items() if any(below & {*each.topics} for each in made)}
        assert speakers(reader.catalogue, topic) == tuple(f"organisation:{name}" for name in sorted(expected))
        assert reader.site.has(f"{topic.ref}#sides", "en") == (len(expected) > 1)
        if len(expected) > 1:
            view = _sides(reader, topic.id)
            for column, name in enumerate(sorted(expected)):
                shown = [
                    (part.topic.title.text, each.number)
                    for part in view.topics
                    for row in part.rows
                    for each in row.cells[column]
                ]
                meant = [(on, each.id) for each in own[name] for on in each.topics if on in below]
                assert sorted(shown) == sorted(meant)


def _traced(*meeting: Any, activities: tuple[Activity, ...] = ()) -> TracedView:
    """Trace one statement to the first of two needs; the plan has a channel that meets nothing by itself."""
    plan = Plan(
        id="p",
        lang="en",
        title=words("Plan"),
        lead=words("What is needed."),
        type="dissemination-plan",
        needs=tuple(
            Need(id=number, title=words(f"Need {number}"), text=words("Much."), type="competence")
            for number in "12"
        ),
        channels=(Channel(id="1", label=words("Courses"), type="courses"),),
        activities=activities,
    )
    argued = (Link(to="need:p/1", why=words("it helps")),)
    position = _position("a", _statement("1.1", ("wide",), argues_for=argued), _statement("1.2", ("wide",)))
    reader = reader_of((*WIDE, *_organisations("a"), position, entry("plan", "p", plan), *meeting))
    return list_positions_traced(reader, reader.site.page("positions/traced", "en"))[1]


def _activity(example: bool) -> tuple[Activity, ...]:
    meets = (Link(to="need:p/1", why=words("they try it")),)
    return (
        Activity(
            id="x",
            title=words("Talk"),
            channel="p/1",
            type="lecture",
            meets=meets,
            done=True,
            example=example,
        ),
    )


def test_a_need_that_nothing_meets_says_so_and_is_not_called_unmet_elsewhere() -> None:
    view = _traced()
    (group,) = view.groups
    (step,) = group.traces[0].needs
    assert (view.argued, view.needs, view.met, view.idle) == (1, 2, 0, 1)
    assert (step.standing, step.words, step.met, str(step.need.why)) == (
        "open", "Nothing on this site meets it", (), "it helps",
    )  # fmt: skip


def test_an_invented_activity_meets_nothing_and_names_no_source() -> None:
    view = _traced(activities=_activity(example=True))
    (step,) = view.groups[0].traces[0].needs
    assert (view.met, step.standing, step.words) == (0, "example", "Only invented examples meet it")
    assert [(each.example, each.cited) for each in step.met] == [(True, None)]
    row = view.overview[0].rows[0]
    assert (row.argued, row.met, row.examples) == ((("A", 1),), (), 1)


def test_a_course_and_an_activity_meet_a_need_each_with_its_reason() -> None:
    course = Course(
        id="c",
        lang="en",
        title=words("Seminar"),
        lead=words("A course."),
        provider="a",
        form="short",
        reach="national",
        meets=(Link(to="need:p/1", why=words("they practise")),),
    )
    form = entry("form", "short", Form(id="short", label=words("short course")))
    view = _traced(entry("course", "c", course), form, activities=_activity(example=False))
    (step,) = view.groups[0].traces[0].needs
    assert (view.met, step.standing) == (1, "met")
    assert {(each.link.title.text, str(each.link.why)) for each in step.met} == {
        ("Seminar", "they practise"),
        ("Talk", "they try it"),
    }
    assert [row.words for row in view.overview[0].rows] == [
        "Something meets it",
        "Nothing on this site meets it",
    ]
