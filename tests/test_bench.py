"""The bench: its sites are the same every time, hold no fault, and what it says of an edit is checked. Nothing here is timed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kyndig.build import check_site
from kyndig.settings import read_settings

from .bench import contestants, hugo_site, kyndig_site, speed
from .bench.corpus import Corpus
from .bench.measure import CommandFailed, Cost, run

SMALL = Corpus(20)
ONLY_OURS = {
    "curriculum-assessment", "curriculum-training", "paper-sheets", "paper-logbook", "paper-schedule", "paper-whole",
    "list-needs-coverage", "list-needs-coverage-professions", "list-needs-coverage-regions",
    "list-needs-coverage-gaps", "list-positions-traced", "list-positions-traced-actors", "source-noticed",
    "topic-sides", "plan-year", "list-feeds-group", "withdrawn",
}  # fmt: skip
"""Kinds of pages that Kyndig makes of the same entries and Hugo's templates do not: its figures are for more work."""


def test_two_runs_give_the_same_files() -> None:
    assert list(kyndig_site.files(SMALL)) == list(kyndig_site.files(Corpus(20)))
    assert list(hugo_site.files(SMALL)) == list(hugo_site.files(Corpus(20)))


def test_a_corpus_has_about_the_pages_that_are_asked_for() -> None:
    assert [round(Corpus.of_pages(pages).pages, -2) for pages in (1000, 10000, 30000)] == [1000, 10000, 30000]


def test_the_entries_are_shared_out_as_five_three_two() -> None:
    corpus = Corpus(1000)
    assert (corpus.competencies, corpus.courses, corpus.positions) == (500, 300, 200)


def test_the_site_of_kyndig_holds_no_fault(tmp_path: Path) -> None:
    kyndig_site.write_site(Corpus.of_pages(1000), tmp_path)
    found = check_site(tmp_path, read_settings(tmp_path / "publishconf.py"))
    assert found.diagnostics == ()


def test_all_words_that_the_templates_ask_for_are_in_the_catalogues() -> None:
    for path, text in hugo_site.files(SMALL):
        if path == "i18n/da.json":
            assert [word for word in hugo_site.asked() if f'"{word}"' not in text] == []


def test_a_cost_is_of_the_whole_command(tmp_path: Path) -> None:
    cost = run(["sh", "-c", "sleep 0.1"], tmp_path)
    assert cost.wall >= 0.1
    assert cost + Cost(1, 2, None) == Cost(cost.wall + 1, cost.cpu + 2, None)
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="no such thing"):
        run(["sh", "-c", "echo no such thing; exit 3"], tmp_path)


@pytest.mark.xdist_group("bench")
def test_every_scenario_is_measured_and_its_output_right(tmp_path: Path) -> None:
    found = speed.measure(1, 1, tmp_path, index=False)
    for name in found.pages:
        assert [len(found.of(name, scenario)) for scenario in speed.SCENARIOS] == [1] * len(speed.SCENARIOS)
        assert found.shown[name, "title"] > 1
    assert "one template edited" in "\n".join(speed.sized(found))


@pytest.mark.xdist_group("bench")
def test_hugo_makes_the_same_pages(tmp_path: Path) -> None:
    contestant = contestants.hugo(tmp_path)
    if contestant is None:
        pytest.skip("Hugo is not installed; `make bench` brings it")
    contestant.prepare(SMALL)
    contestant.build()
    hugos = contestant.pages()
    ours = contestants.kyndig(tmp_path)
    ours.prepare(SMALL)
    ours.build()
    kyndigs = ours.pages()
    site = check_site(ours.folder, read_settings(ours.folder / "publishconf.py")).site
    kinds = {page.path: page.kind for page in site.pages}
    more = {kinds[path] for path in kyndigs.keys() - hugos.keys()}
    assert more <= ONLY_OURS
    common = hugos.keys() & kyndigs.keys()
    assert len(common) >= 0.97 * len(hugos)  # Hugo has a page for a value that everything has, too
    letters = [sum(len(pages[path]) for path in common) for pages in (hugos, kyndigs)]
    assert abs(letters[0] / letters[1] - 1) <= 0.2


def test_a_wrong_output_is_no_figure(tmp_path: Path) -> None:
    contestant = contestants.kyndig(tmp_path)
    contestant.prepare(SMALL)
    contestant.commands = lambda _: [["true"]]
    with pytest.raises(speed.WrongOutput, match="0 pages show"):
        speed.step(speed.Sized(1), contestant, "body", 0)


def test_growth_is_the_exponent_between_two_sizes() -> None:
    sizes = []
    for pages in (10, 100):
        costs = {("Kyndig", "cold", False): [Cost(pages, pages, pages * pages)]}
        sizes.append(speed.Sized(pages, pages={"Kyndig": pages}, html={"Kyndig": pages * pages}, costs=costs))
    *_, row = speed.growth(sizes)
    assert row.startswith("| 10 | 100 | Kyndig | 1.00 | 2.00 | 2.00 |")
    assert row.endswith("missed |")
