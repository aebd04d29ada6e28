"""The pages of coverage: the matrix by target group, to be refined, and the same by profession and by region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...catalogue import Entity
from ...coverage import Cell, Matrix, Tally, tally
from ...routes import Page, coverage_path
from ..facets import Sieve, count, listed, marks, sieve, sifted_shell, value_of
from ..gather import with_figure
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, list_link, list_shell
from .cells import counted, evidence_href, state_of
from .matrix import Block, MarksOf, all_cells, block, matrices

AXIS_OF = {
    "needs/coverage": "target-group",
    "needs/coverage/professions": "profession",
    "needs/coverage/regions": "region",
}
"""Key of a page → what its columns are."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which cells are counted, in words, and how many it finds."""

    name: str
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Places:
    """One need with those of whom something holds; each leads to the evidence for it."""

    need: Linked
    places: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """What a page of the matrix shows."""

    sieve: Sieve
    ways: tuple[tuple[Linked, bool], ...]
    states: tuple[tuple[str, str, int], ...]
    cells: int
    gap_count: int
    silent_count: int
    blocks: tuple[Block, ...]
    gaps: tuple[Places, ...]
    silent: tuple[Places, ...]
    rules: tuple[Rule, ...]
    computed: int
    sheet: str


def list_needs_coverage(reader: Reader, page: Page) -> tuple[Shell, CoverageView]:
    """Make the matrix of needs and target groups, or what is in it of one value of a facet."""
    value = value_of(reader, page)
    needs = listed(reader, page, reader.catalogue.of_kind("need"))
    only = (reader.catalogue[value.about],) if value and value.facet == "target-group" else None
    horizon = value.about if value and value.facet == "horizon" else None
    found = matrices(reader, needs, "target-group", only, horizon)
    number = sum(len(each.rows) + len(each.unplaced) for _, each in found)
    refined = sieve(reader, page, (count(reader, number, "{count} need", "{count} needs"),))
    cells = tuple(all_cells(found))
    counts = tally(cells)
    shell = sifted_shell(reader, page, _head(reader, counts))
    view = _view(
        reader, "needs/coverage", found, cells, counts, refined, lambda each: marks(reader, page, each)
    )
    return _figured(reader, shell, counts), view


def list_needs_coverage_axis(reader: Reader, page: Page) -> tuple[Shell, CoverageView]:
    """Make the matrix of needs and professions, or of needs and regions."""
    found = matrices(reader, reader.catalogue.of_kind("need"), AXIS_OF[page.key])
    whole = Sieve(list_link(reader, page.key), "", None, (), ())
    cells = tuple(all_cells(found))
    counts = tally(cells)
    shell = list_shell(reader, page, _head(reader, counts, list_link(reader, "needs/coverage")))
    return _figured(reader, shell, counts), _view(
        reader, page.key, found, cells, counts, whole, lambda _: None
    )


def _view(
    reader: Reader,
    key: str,
    found: tuple[tuple[Entity, Matrix], ...],
    cells: tuple[Cell, ...],
    counts: Tally,
    refined: Sieve,
    marks_of: MarksOf,
) -> CoverageView:
    return CoverageView(
        sieve=refined,
        ways=ways(reader, key),
        states=counted(reader, cells),
        cells=counts.cells,
        gap_count=counts.degrees.get("none", 0),
        silent_count=counts.silent,
        blocks=tuple(block(reader, plan, each, marks_of) for plan, each in found),
        gaps=places(reader, (each for each in cells if state_of(each) == "none")),
        silent=places(reader, (each for each in cells if state_of(each) == "unknown")),
        rules=rules(reader, counts),
        computed=counts.computed,
        sheet=reader.site.address(coverage_path(reader.site, reader.language)),
    )


def ways(reader: Reader, key: str) -> tuple[tuple[Linked, bool], ...]:
    """Return links to the pages of coverage; the one with the key is that of the page itself."""
    titles = {
        "needs/coverage": reader.word("By target group"),
        "needs/coverage/professions": reader.word("By profession"),
        "needs/coverage/regions": reader.word("By region"),
    }
    pages = (
        *(Linked(reader.href(each), Phrase(title)) for each, title in titles.items()),
        list_link(reader, "needs/coverage/gaps"),
    )
    return tuple((each, each.href == reader.href(key)) for each in pages)


def rules(reader: Reader, found: Tally) -> tuple[Rule, ...]:
    """Return the two rules by which cells are counted, with what they find."""
    return (
        Rule(
            reader.word("Any link"),
            reader.word("At least one course, competency, channel or activity is linked."),
            found.linked,
        ),
        Rule(
            reader.word("Asserted as full"),
            reader.word("Somebody has found that the need is fully covered, and says so with a source."),
            found.full,
        ),
    )


def _head(reader: Reader, found: Tally, *above: Linked) -> Head:
    message = reader.words.ngettext(
        "{count} place where somebody needs something: something is linked to {linked}, and {full} is said to be"
        " fully covered.",
        "{count} places where somebody needs something: something is linked to {linked}, and {full} are said to be"
        " fully covered.",
        found.cells,
    )
    lead = message.format(count=found.cells, linked=found.linked, full=found.full)
    return Head(lead=Phrase(lead), line="need", crumbs=(list_link(reader, "needs"), *above))


def _figured(reader: Reader, shell: Shell, counts: Tally) -> Shell:
    gaps = counts.degrees.get("none", 0)
    return with_figure(shell, gaps, reader.words.ngettext("gap", "gaps", gaps))


def places(reader: Reader, cells: Iterable[Cell]) -> tuple[Places, ...]:
    """Return cells as rows of a list, need by need; each must have an audience."""
    found: dict[str, list[Cell]] = {}
    for each in cells:
        found.setdefault(each.need.ref, []).append(each)
    return tuple(
        Places(reader.link(ref), tuple(_place(reader, each) for each in own)) for ref, own in found.items()
    )


def _place(reader: Reader, it: Cell) -> Linked:
    assert it.audience is not None  # cells of a matrix have one
    return Linked(evidence_href(reader, it.need, it.audience), reader.title(it.audience))
