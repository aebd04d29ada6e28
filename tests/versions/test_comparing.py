"""The core of the comparison: what holds for any two versions, and each kind of change made by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.model.words import Text
from kyndig.versions import Change, Difference, Item, Outline, Use, compare, diff, match

WORDS = st.sampled_from(
    [
        "Kan anlægge en spinalblokade.",
        "Kan anlægge en spinalblokade under supervision.",
        "Kan anlægge en epiduralblokade.",
        "Kan redegøre for komplikationer ved blokader.",
        "Har kendskab til lokalanalgetika, og til deres doser.",
        "Kan lede et hold.",
        "Kan lede et stort hold.",
    ]
)
IDS = st.lists(st.sampled_from(["1", "2", "3", "4", "5", "6"]), unique=True, max_size=5)
USES = st.lists(
    st.builds(
        Use,
        st.sampled_from(["card", "cex"]),
        st.sampled_from(["formative", "summative", None]),
        st.sampled_from([6, 11, None]),
        st.sampled_from(["1", "2", None]),
        st.booleans(),
    ),
    max_size=3,
    unique=True,
).map(tuple)


def text(words: str) -> Text:
    return Text((("da", words),))


@st.composite
def outlines(draw: st.DrawFn, version: str) -> Outline:
    """Any small version."""
    items = [Item("curriculum", "", words=(("title", text(draw(WORDS))),))]
    areas, cards = draw(IDS), draw(IDS)
    items += [Item("area", each, words=(("label", text(draw(WORDS))),)) for each in areas]
    items += [Item("card", each, words=(("title", text(draw(WORDS))),)) for each in cards]
    for each in draw(IDS):
        place = draw(st.sampled_from([*areas, ""]))
        facts = (("roles", tuple(draw(st.permutations(["expert", "leader"])))),)
        items.append(Item("competency", each, place, (("statement", text(draw(WORDS))),), facts, draw(USES)))
        items += [
            Item("objective", f"{each}/{number}", each, (("text", text(draw(WORDS))),))
            for number in draw(IDS)
        ]
    items += [Item("requirement", each, words=(("text", text(draw(WORDS))),)) for each in draw(IDS)]
    items += [
        Item("schedule", each, facts=(("method", (draw(st.sampled_from("ab")),)),)) for each in draw(IDS)
    ]
    return Outline(version, ("da",), tuple(items))


@st.composite
def decisions(draw: st.DrawFn, older: Outline, newer: Outline) -> dict:
    """Anything that people may have said of two versions, also of items that are not there."""
    found = {}
    for kind in ("competency", "objective", "card"):
        was, now = ([each.id for each in side.of(kind)] for side in (older, newer))
        for _ in range(draw(st.integers(0, 2))):
            pair = draw(st.sampled_from([*was, "99"])), draw(st.sampled_from([*now, "99"]))
            found[(kind, *pair)] = draw(st.sampled_from(["replaces", "confirmed", None]))
    return found


def mirrored(found: Difference) -> Counter[Change]:
    return Counter(each.mirrored for each in found.changes)


@settings(max_examples=60, deadline=None)
@given(outlines("2018"))
def test_a_version_is_no_different_from_itself(one: Outline) -> None:
    same = match(one, replace(one, version="2019"), {})
    assert {(pair.was, pair.how) for pair in same.pairs} == {(each.id, "text") for each in one.items}
    found = diff(one, one, same, ("da",))
    assert found.changes == ()
    assert sum(count for _, count in found.unchanged) == len(one.items)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_other_way_about_everything_is_mirrored(data: st.DataObject) -> None:
    older, newer = data.draw(outlines("2018")), data.draw(outlines("2027"))
    said = data.draw(decisions(older, newer))
    back = {(kind, now, was): how for (kind, was, now), how in said.items()}
    there, back_again = match(older, newer, said), match(newer, older, back)
    assert Counter(there.mirrored.pairs) == Counter(back_again.pairs)
    forth = diff(older, newer, there, ("da",))
    assert mirrored(forth) == Counter(diff(newer, older, back_again, ("da",)).changes)
    assert forth.unchanged == diff(newer, older, back_again, ("da",)).unchanged


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_item_of_both_versions_is_told_once(data: st.DataObject) -> None:
    older, newer = data.draw(outlines("2018")), data.draw(outlines("2027"))
    found = diff(older, newer, match(older, newer, data.draw(decisions(older, newer))), ("da",))
    for side, version in (("was", older), ("now", newer)):
        told = Counter((each.kind, id_) for each in found.changes for id_ in getattr(each, side))
        assert set(told.values()) <= {1}
        assert sum(told.values()) + sum(count for _, count in found.unchanged) == len(version.items)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_people_have_said_holds(data: st.DataObject) -> None:
    older, newer = data.draw(outlines("2018")), data.draw(outlines("2027"))
    said = data.draw(decisions(older, newer))
    pairs = {pair.key: pair.how for pair in match(older, newer, said).pairs}
    for key, how in said.items():
        there = (key[0], key[1]) in older.by_id and (key[0], key[2]) in newer.by_id
        assert pairs.get(key) == (how if there else None)


TEXTS = st.lists(
    st.sampled_from(["kan", "anlægge", "en", "blokade", "(ASA 1–3)", "under", "supervision.", ",", "Kan"])
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_runs_of_words_make_both_texts_again(was: str, now: str) -> None:
    runs = compare(was, now)
    assert "".join(run.was for run in runs) == was
    assert "".join(run.now for run in runs) == now
    assert [run.mirrored for run in compare(now, was) if run.look == "same"] == [
        run for run in runs if run.look == "same"
    ]
    assert ([run.look for run in runs] in ([], ["same"])) == (was.split() == now.split())


def test_a_word_that_went_and_one_that_came_stand_side_by_side() -> None:
    runs = compare(
        "Kan anlægge en spinalblokade hos voksne.", "Kan anlægge en epiduralblokade hos voksne, under opsyn."
    )
    assert [(run.look, run.was or run.now) for run in runs] == [
        ("same", "Kan anlægge en "),
        ("gone", "spinalblokade "),
        ("come", "epiduralblokade "),
        ("same", "hos voksne"),
        ("come", ", under opsyn"),
        ("same", "."),
    ]


def test_a_letter_between_two_changes_is_part_of_them() -> None:
    assert [run.look for run in compare("lede og fordele", "styre og dele")] == ["gone", "come"]


# Each kind of change, by hand --------------------------------------------------------------------------------


def competency(id_: str, words: str, *uses: Use, area: str = "", **facts: tuple[str, ...]) -> Item:
    return Item("competency", id_, area, (("statement", text(words)),), tuple(facts.items()), uses)


def objective(id_: str, words: str) -> Item:
    return Item("objective", id_, id_.partition("/")[0], (("text", text(words)),))


def card(id_: str, title: str) -> Item:
    return Item("card", id_, words=(("title", text(title)),))


def area(id_: str, label: str) -> Item:
    return Item("area", id_, words=(("label", text(label)),))


def version(name: str, *items: Item) -> Outline:
    return Outline(name, ("da",), items)


def changes(older: tuple[Item, ...], newer: tuple[Item, ...], **said: str) -> tuple[Change, ...]:
    """Return what changes between two versions, where all that is alike counts as the same."""
    first, second = version("2018", *older), version("2027", *newer)
    return diff(first, second, match(first, second, {}), ("da",)).changes


SPINAL, BLOCK, LEAD = (
    "Kan anlægge en spinalblokade hos raske voksne.",
    "Kan anlægge en perifer blokade med ultralyd.",
    "Kan lede et hold ved hjertestop.",
)
USE = Use("card", "summative", 6, "5")


def test_what_is_in_one_version_only_is_added_or_removed() -> None:
    found = changes((competency("1", SPINAL),), (competency("1", LEAD),))
    assert [(each.looks, each.was, each.now) for each in found] == [
        (("added",), (), ("1",)),
        (("removed",), ("1",), ()),
    ]


def test_another_number_and_another_area_are_moves() -> None:
    older = (area("a", "Blokader"), competency("1", SPINAL, area="a"))
    newer = (area("b", "Blokader"), area("c", "Akut"), competency("4", SPINAL, area="c"))
    found = changes(older, newer)
    (moved,) = (each for each in found if each.kind == "competency")
    assert [(each.field, each.was, each.now) for each in moved.moved] == [
        ("place", "a", "c"),
        ("number", "1", "4"),
    ]
    assert moved.looks == ("moved",)
    assert [each.looks for each in found if each.kind == "area"] == [("moved",), ("added",)]


def test_an_area_under_another_id_does_not_move_what_stands_in_it() -> None:
    older = (area("a", "Blokader"), competency("1", SPINAL, area="a"))
    newer = (area("b", "Blokader"), competency("1", SPINAL, area="b"))
    assert [each.kind for each in changes(older, newer)] == ["area"]


def test_other_words_are_a_rewording_and_only_probably_the_same() -> None:
    (found,) = changes((competency("1", SPINAL),), (competency("1", SPINAL.replace("voksne", "børn")),))
    assert (found.looks, found.how) == (("reworded",), "alike")
    assert found.reworded[0].now.endswith("raske børn.")


def test_method_purpose_month_and_card_are_how_it_is_assessed() -> None:
    for other in (
        replace(USE, method="cex"),
        replace(USE, purpose="formative"),
        replace(USE, month=9),
        replace(USE, card="6"),
    ):
        cards = card("5", "Blokader"), card("6", "Hjertestop")
        (found,) = changes((*cards, competency("1", SPINAL, USE)), (*cards, competency("1", SPINAL, other)))
        assert (found.looks, found.gone, found.come) == (("assessment",), (USE,), (other,))


def test_a_card_under_another_number_assesses_the_same() -> None:
    other = replace(USE, card="7")
    found = changes(
        (card("5", "Blokader"), competency("1", SPINAL, USE)),
        (card("7", "Blokader"), competency("1", SPINAL, other)),
    )
    assert [(each.kind, each.looks) for each in found] == [("card", ("moved",))]


def test_other_facts_are_told_as_facts_and_months_of_the_schedule_as_assessment() -> None:
    (found,) = changes(
        (competency("1", SPINAL, roles=("a", "b")),), (competency("1", SPINAL, roles=("b", "a")),)
    )
    assert (found.looks, found.altered[0].gone, found.altered[0].come) == (("facts",), ("a", "b"), ("b", "a"))
    plan = Item("schedule", "cex", facts=(("method", ("cex",)), ("times", ("3",))))
    (found,) = changes((plan,), (replace(plan, facts=(("method", ("cex",)), ("times", ("4",)))),))
    assert found.looks == ("assessment",)


def test_an_objective_moves_between_competencies_where_its_words_are_its_own() -> None:
    older = (
        competency("1", SPINAL),
        objective("1/1", BLOCK),
        competency("2", LEAD),
        objective("2/1", "Kan x."),
    )
    newer = (
        competency("1", SPINAL),
        competency("2", LEAD),
        objective("2/1", "Kan x."),
        objective("2/2", BLOCK),
    )
    (found,) = changes(older, newer)
    assert (found.was, found.now, found.looks) == (("1/1",), ("2/2",), ("moved",))
    twice = (*older, objective("1/2", BLOCK))
    assert {each.looks for each in changes(twice, newer)} == {("added",), ("removed",)}


def test_several_items_become_one_and_one_becomes_several() -> None:
    older = version("2018", competency("1", SPINAL), competency("2", BLOCK), competency("3", LEAD))
    newer = version(
        "2027",
        competency("1", "Kan anlægge blokader."),
        competency("2", "Kan lede."),
        competency("3", "Kan følge."),
    )
    said = {("competency", was, now): "replaces" for was, now in ("11", "21", "32", "33")}
    found = diff(older, newer, match(older, newer, said), ("da",)).changes
    assert [(each.looks, each.was, each.now) for each in found] == [
        (("joined",), ("1", "2"), ("1",)),
        (("divided",), ("3",), ("2", "3")),
    ]


def test_what_has_no_words_is_known_by_its_number() -> None:
    bare = Item("card", "5")
    assert changes((bare,), (bare,)) == ()
    (found,) = changes((bare,), (card("5", "Blokader"),))
    assert (found.looks, found.how) == (("reworded",), "alike")


def test_by_way_of_a_version_between_the_less_sure_reason_counts() -> None:
    first = version("2013", competency("1", SPINAL))
    second = version("2018", competency("2", SPINAL))
    third = version("2027", competency("3", SPINAL + " Også akut."))
    joined = match(first, second, {}).then(match(second, third, {("competency", "2", "3"): "confirmed"}))
    (pair,) = (each for each in joined.pairs if each.kind == "competency")
    assert (pair.was, pair.now, pair.how) == ("1", "3", "text")
    maybe = match(first, second, {}).then(match(second, third, {}))
    assert [each.how for each in maybe.pairs if each.kind == "competency"] == ["alike"]
