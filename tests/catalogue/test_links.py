"""A reference is resolved by identity, once, and both ends know of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.build import check_site
from kyndig.catalogue import Catalogue, link, nearest_id, published
from kyndig.diagnostics import Place
from kyndig.model.facts import Link
from kyndig.model.vocabulary import Topic
from kyndig.model.words import Text
from kyndig.records import Entry, Spot
from kyndig.records.entry import Details, Kept
from site_cases import BASE, CASES, SETTINGS, Case

NAMES = "abcdef"


def _topic(name: str, leads_to: list[str]) -> Entry:
    links = tuple(Link(to=f"topic:{each}") for each in leads_to)
    value = Topic(id=name, label=Text((("da", name),)), relates=links)
    spots = {(): Spot(Place("content/vocabularies/topics.yaml"), name)}
    return Entry("topic", name, value, (("da", "content/vocabularies/topics.yaml"),), Kept(Details(spots)))


@pytest.fixture(scope="module")
def base() -> Catalogue:
    return check_site(BASE, SETTINGS).catalogue


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES + "x"), max_size=6)))
@settings(max_examples=50)
def test_a_leads_to_b_if_and_only_if_b_knows_of_a(written: dict[str, list[str]]) -> None:
    catalogue, found = link([_topic(name, to) for name, to in written.items()], ("da",))
    out = {(each.origin, each.target) for relations in catalogue.outgoing.values() for each in relations}
    back = {(each.origin, each.target) for relations in catalogue.incoming.values() for each in relations}
    wanted = {
        (f"topic:{name}", f"topic:{to}") for name, ends in written.items() for to in ends if to in written
    }
    assert out == back == wanted
    assert len(found) == sum(to not in written for ends in written.values() for to in ends)


def test_every_relation_of_the_base_is_known_at_both_ends(base: Catalogue) -> None:
    for ref in base.entities:
        for relation in base.outgoing[ref]:
            assert relation in base.incoming[relation.target]
        for relation in base.incoming.get(ref, ()):
            assert relation in base.outgoing[relation.origin]


def test_a_reason_goes_with_its_reference(base: Catalogue) -> None:
    ((target, relation),) = base.targets(base["course:supervision"], "teaches")
    assert target.ref == "competency:introduction/1"
    assert relation.why is not None
    assert relation.why.get("nb") == "kurset øver teknikken"
    assert [each.ref for each, _ in base.origins(target, "teaches")] == ["course:supervision"]


def test_near_is_a_part_of_the_same_file_before_anything_else(base: Catalogue) -> None:
    competency = base["competency:introduction/1"]
    assert base.near(competency, "card", "5").ref == "card:introduction/5"
    assert base.near(competency, "role", "medical-expert").ref == "role:medical-expert"
    with pytest.raises(KeyError):
        base.near(competency, "card", "6")


def test_parts_know_what_they_are_part_of(base: Catalogue) -> None:
    objective = base["objective:introduction/1/1"]
    assert [each.ref for each in objective.chain()] == [
        "objective:introduction/1/1", "competency:introduction/1", "curriculum:introduction",
    ]  # fmt: skip
    assert objective.document.kind == "curriculum"
    assert [each.id for each in base.parts(base["curriculum:introduction"], "competency")] == [
        "introduction/1", "introduction/3", "introduction/32",
    ]  # fmt: skip


def test_a_course_in_a_catalogue_and_a_statement_in_a_section_have_short_ids(base: Catalogue) -> None:
    assert base["course:seminar"].owner == base["catalogue:society"]
    assert base["statement:union/skills/1.1"].value.id == "1.1"


def test_the_newest_version_has_the_plain_id(tmp_path: Path) -> None:
    path = next(each for each in CASES if each.stem == "versions-of-a-curriculum")
    catalogue = Case.read(path).check(tmp_path).catalogue
    assert catalogue["curriculum:introduction"].value.version == "2018-07"
    assert catalogue["curriculum:introduction@2013"].value.version == "2013"
    assert "competency:introduction@2013/1" in catalogue.entities
    card = catalogue.near(catalogue["competency:introduction@2013/1"], "card", "5")
    assert card.ref == "card:introduction@2013/5"


def test_published_leaves_out_drafts_at_both_ends(tmp_path: Path) -> None:
    text = "---\nlang: da\nstatus: draft\ntitle: Kursus\nlead: Lær.\nform: short-course\nreach: local\n---\n"
    Case.read(next(each for each in CASES if each.stem == "nothing")).lay_out(tmp_path)
    (tmp_path / "content/courses/hidden.md").write_text(text)
    catalogue = check_site(tmp_path, SETTINGS).catalogue
    refs = {each.origin for relations in catalogue.incoming.values() for each in relations}
    assert "course:hidden" not in catalogue.entities.keys() | catalogue.outgoing.keys() | refs
    assert published(catalogue) == catalogue


@pytest.mark.parametrize(("file", "destination", "path"), [
    ("content/pages/a.md", "x.png", "content/pages/x.png"),
    ("content/courses/a.md", "../pages/x.png", "content/pages/x.png"),
    ("content/courses/a.md", "/pages/x.png", "content/pages/x.png"),
    ("content/courses/a.md", "x.png", ""),
    ("content/pages/a.md", "../../content/pages/x.png", "content/pages/x.png"),
    ("content/pages/a.md", "../../../etc/passwd", ""),
])  # fmt: skip
def test_a_file_beside_the_text_is_found(base: Catalogue, file: str, destination: str, path: str) -> None:
    catalogue = Catalogue(base.languages, {}, {}, {}, frozenset({"content/pages/x.png"}))
    assert catalogue.attachment(file, destination) == path


@pytest.mark.parametrize(("wrong", "ids", "said"), [
    ("a/33", ("a/3", "a/13", "a/32", "b/33"), 'did you mean "a/32"?'),
    ("ultrsound", ("ultrasound", "ultra"), 'did you mean "ultrasound"?'),
    ("x", ("ultrasound",), ""),
])  # fmt: skip
def test_the_nearest_id_is_proposed(wrong: str, ids: tuple[str, ...], said: str) -> None:
    assert nearest_id(wrong, ids) == said
