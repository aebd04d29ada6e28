"""What holds of coverage whatever is written: more links never mean less, and the unknown is never a gap."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kyndig.catalogue import Catalogue, Entity
from kyndig.catalogue.references import references
from kyndig.catalogue.unresolved import find_target
from kyndig.coverage import Cell, cell, concerns, felt_by, matrix, tally
from kyndig.coverage.cells import RANK
from kyndig.model.course import CatalogueCourse
from kyndig.model.facts import Link
from kyndig.model.plan import Coverage, Need
from kyndig.model.vocabulary import Profession, Region, TargetGroup
from kyndig.model.words import Text

GROUPS = {"staff": None, "doctors": "staff", "surgeons": "doctors", "nurses": "staff", "patients": None}
REGIONS = {"norway": None, "west": "norway", "north": "norway"}
PROFESSIONS = {"physician": None, "surgeon": "physician"}
NEEDS = ("1", "2")
WORDS = Text((("da", "ord"),))


def some(names: Any, most: int = 2) -> Any:
    return st.lists(st.sampled_from(sorted(names)), max_size=most, unique=True).map(tuple)


@dataclass(frozen=True)
class World:
    """A small site: needs, courses that are linked to them, and assessments."""

    needs: tuple[Need, ...]
    courses: tuple[CatalogueCourse, ...]
    findings: tuple[Coverage, ...]

    def catalogue(self) -> Catalogue:
        concept: dict[str, Any] = {"label": WORDS}
        records: list[tuple[str, Any]] = [
            *(
                (
                    "target-group",
                    TargetGroup(
                        id=each,
                        broader=wider,
                        professions=("surgeon",) if each == "surgeons" else (),
                        **concept,
                    ),
                )
                for each, wider in GROUPS.items()
            ),
            *(
                ("region", Region(id=each, within=wider, country="NO", type="region", **concept))
                for each, wider in REGIONS.items()
            ),
            *(
                ("profession", Profession(id=each, broader=wider, **concept))
                for each, wider in PROFESSIONS.items()
            ),
            *(("need", each) for each in self.needs),
            *(("course", each) for each in self.courses),
            *(("coverage", each) for each in self.findings),
        ]
        file: Any = SimpleNamespace()
        entities = {f"{kind}:{each.id}": Entity(kind, each.id, each, None, file) for kind, each in records}
        bare = Catalogue(("da",), entities, {}, {})
        return Catalogue(("da",), entities, *_relations(bare))

    def cells(self) -> list[Cell]:
        catalogue = self.catalogue()
        audiences = catalogue.of_kind("target-group", "region", "profession")
        return [
            cell(catalogue, need, audience, horizon)
            for need in catalogue.of_kind("need")
            for audience in (None, *audiences)
            for horizon in ("now", "future")
        ]


def _relations(catalogue: Catalogue) -> tuple[dict[str, Any], dict[str, Any]]:
    from kyndig.catalogue import Relation

    outgoing: dict[str, Any] = {}
    incoming: dict[str, Any] = {}
    for entity in catalogue.entities.values():
        for each in references(entity.kind, entity.record):
            target = find_target(each, entity, catalogue.entities)
            if target is not None:
                relation = Relation(entity.ref, each.field, target.ref, each.why)
                outgoing[entity.ref] = (*outgoing.get(entity.ref, ()), relation)
                incoming[target.ref] = (*incoming.get(target.ref, ()), relation)
    return outgoing, incoming


def _need(name: str, groups: Any, professions: Any, regions: Any) -> Need:
    return Need(
        id=name,
        title=WORDS,
        text=WORDS,
        type="competence",
        target_groups=groups,
        professions=professions,
        regions=regions,
    )


def _course(name: str, meets: Any, groups: Any, professions: Any, regions: Any) -> CatalogueCourse:
    links = tuple(Link(to=f"need:{each}") for each in meets)
    return CatalogueCourse(
        id=name, title=WORDS, lead=WORDS, form="course", reach="national", meets=links,
        target_groups=groups, professions=professions, regions=regions,
    )  # fmt: skip


def _finding(
    name: str, need: str, degree: Any, by: Any, horizon: Any, groups: Any, professions: Any, regions: Any
) -> Coverage:
    return Coverage(
        id=name, text=WORDS, need=need, degree=degree, by=by if degree != "none" else None, horizon=horizon,
        target_groups=groups, professions=professions, regions=regions,
    )  # fmt: skip


whom = (some(GROUPS), some(PROFESSIONS, 1), some(REGIONS))
needs = st.tuples(*(st.builds(_need, st.just(each), *whom) for each in NEEDS))


def course(name: str) -> Any:
    return st.builds(_course, st.just(name), some(NEEDS), *whom)


def finding(name: str, degrees: tuple[str, ...] = ("full", "part", "planned", "none"), by: Any = None) -> Any:
    offers = st.sampled_from((None, "course:a")) if by is None else st.just(by)
    return st.builds(
        _finding, st.just(name), st.sampled_from(NEEDS), st.sampled_from(degrees), offers,
        st.sampled_from(("now", "future")), *whom,
    )  # fmt: skip


worlds = st.builds(
    World,
    needs,
    st.tuples(course("a"), course("b")),
    st.lists(st.sampled_from("xyz"), max_size=3, unique=True).flatmap(
        lambda names: st.tuples(*(finding(each) for each in names))
    ),
)


def _as_much(before: World, after: World) -> None:
    for one, other in zip(before.cells(), after.cells(), strict=True):
        assert RANK[other.degree] >= RANK[one.degree], (one.need.id, one.audience)
        assert len(other.linked) >= len(one.linked)
        assert (one.degree == "none") or (other.degree != "none")


@given(worlds, course("c"))
@settings(max_examples=150, deadline=None)
def test_another_offer_never_lowers_coverage(world: World, more: CatalogueCourse) -> None:
    _as_much(world, World(world.needs, (*world.courses, more), world.findings))


@given(worlds, finding("w", ("full", "part", "planned"), "course:b"))
@settings(max_examples=150, deadline=None)
def test_an_assessment_of_another_offer_never_lowers_coverage(world: World, more: Coverage) -> None:
    _as_much(world, World(world.needs, world.courses, (*world.findings, more)))


@given(worlds)
@settings(max_examples=150, deadline=None)
def test_a_gap_is_always_somebodys_finding_and_the_unknown_nobodys(world: World) -> None:
    for each in world.cells():
        found = [one.assessment.degree for one in each.findings]
        if each.degree == "none":
            assert "none" in found
        if each.degree == "unknown":
            assert set(found) <= {"none"}, "what is better than nothing for some is something for all"
        assert each.asserted <= (each.degree != "unknown")


@given(worlds)
@settings(max_examples=100, deadline=None)
def test_the_needs_of_an_audience_are_all_that_concern_it(world: World) -> None:
    catalogue = world.catalogue()
    every = catalogue.of_kind("need")
    for each in catalogue.of_kind("target-group", "region", "profession"):
        assert felt_by(catalogue, each) == tuple(need for need in every if concerns(catalogue, need, each))


@given(worlds)
@settings(max_examples=100, deadline=None)
def test_without_assessments_everything_is_unknown_however_much_is_linked(world: World) -> None:
    assert {each.degree for each in World(world.needs, world.courses, ()).cells()} == {"unknown"}


@given(worlds, st.sampled_from(("target-group", "profession", "region")))
@settings(max_examples=100, deadline=None)
def test_counts_add_up(world: World, axis: str) -> None:
    catalogue = world.catalogue()
    cells = matrix(catalogue, catalogue.of_kind("need"), axis).cells
    found = tally(cells)
    assert sum(found.degrees.values()) == found.cells == len(cells)
    assert max(found.linked, found.full, found.silent, found.computed) <= found.cells
    assert found.silent + found.linked <= found.cells
