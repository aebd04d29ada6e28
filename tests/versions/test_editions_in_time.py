"""Editions as time goes by: which one is current, what its addresses mean, and what people decide."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kyndig.build import Checked, check_site
from kyndig.catalogue import edition, meant
from kyndig.cli import main
from kyndig.exports import exports
from kyndig.render import Press
from kyndig.resources import theme_folder
from kyndig.versions import follow, steps, versions
from site_cases import CASES, SETTINGS, Case

BEFORE, NOW, LATER = date(2026, 9, 30), date(2026, 10, 1), date(2027, 3, 1)
SHORT = "da/uddannelser/introduktion"
VERSIONS = {BEFORE: "2018-07", NOW: "2026", LATER: "2027"}
"""Day → the version that is in force."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three versions: of 2018, of October 2026 and of March 2027."""
    Case.read(next(each for each in CASES if each.stem == "editions")).lay_out(tmp_path)
    return tmp_path


def at(root: Path, day: date) -> Checked:
    return check_site(root, SETTINGS, today=day)


def press(root: Path, day: date) -> Press:
    checked = at(root, day)
    assert not checked.failed, checked.diagnostics
    theme = theme_folder(SETTINGS.theme, root)
    return Press.of(checked.catalogue, checked.site, checked.words, SETTINGS, day, theme)


def shown(root: Path, day: date, path: str) -> str:
    """Return one page of the site as it is on a day."""
    made = press(root, day)
    return made.page(next(each for each in made.site.pages if each.path == path))[0].decode()


@pytest.mark.parametrize(("day", "version"), VERSIONS.items())
def test_the_version_in_force_has_the_plain_id_and_the_short_address(
    root: Path, day: date, version: str
) -> None:
    checked = at(root, day)
    current = checked.catalogue["curriculum:introduction"]
    assert current.value.version == version
    assert checked.site.page(current.ref, "da").path == f"{SHORT}/index.html"
    others = {each.id for each in versions(checked.catalogue, current)} - {"introduction"}
    assert others == {f"introduction@{each}" for each in VERSIONS.values() if each != version}


def test_before_any_is_in_force_the_first_to_come_is_current(root: Path) -> None:
    assert at(root, date(2010, 1, 1)).catalogue["curriculum:introduction"].value.version == "2018-07"


def test_a_draft_is_current_only_where_nothing_is_published(root: Path) -> None:
    folder = root / "content/curricula/introduction"
    newest = folder / "2027.yaml"
    newest.write_text(newest.read_text("utf-8").replace("lang: da\n", "lang: da\nstatus: draft\n"), "utf-8")
    assert at(root, LATER).catalogue["curriculum:introduction"].value.version == "2026"


def test_no_address_vanishes_when_another_version_becomes_current(root: Path) -> None:
    """Every path of a day is there on every later day; in its own folder a version is shown for ever."""
    coming = root / "content/curricula/introduction"
    texts = {name: (coming / f"{name}.yaml").read_text("utf-8") for name in VERSIONS.values()}
    renamed = texts["2027"].replace("title: Introduktion\n", "title: Indledning\n", 1)
    paths: set[str] = set()
    for name in ("2026", "2027"):
        (coming / f"{name}.yaml").unlink()
    for day, name in VERSIONS.items():
        (coming / f"{name}.yaml").write_text(renamed if name == "2027" else texts[name], "utf-8")
        paths_of_day = [page.path for page in at(root, day).site.pages]
        found = {path for path in paths_of_day if path.split("/")[1] in ("uddannelser", "utdanninger")}
        assert paths <= found, sorted(paths - found)
        paths |= found
    assert f"{SHORT.replace('introduktion', 'indledning')}/index.html" in paths


def test_a_lasting_address_leads_to_the_current_version_and_shows_others(root: Path) -> None:
    path = f"{SHORT}/v2026/2-perifer-blokade.html"
    words = "Kan anlægge en perifer blokade med ultralyd."
    led, own = shown(root, NOW, path), shown(root, LATER, path)
    short = "https://example.org/kurser/da/uddannelser/introduktion/2-perifer-blokade.html"
    assert f'<link rel="canonical" href="{short}">' in led
    assert words not in led
    assert f'<link rel="canonical" href="https://example.org/kurser/{path}">' in own
    assert words in own


def test_what_leads_on_is_not_in_the_sitemap_and_older_versions_are(root: Path) -> None:
    made = press(root, NOW)
    listed = exports(made.readers["da"], ("" for _ in made.site.pages))["sitemap.xml"].decode()
    assert "/v2018-07/32-perifer-blokade.html<" in listed
    assert "/v2026/" not in listed
    assert "/introduktion/32-perifer-blokade.html<" not in listed


def test_a_short_address_without_a_successor_leads_to_the_version_that_had_it(root: Path) -> None:
    page = shown(root, LATER, f"{SHORT}/2-perifer-blokade.html")
    assert 'href="/kurser/da/uddannelser/introduktion/v2026/2-perifer-blokade.html"' in page


def test_a_reference_means_the_current_version_unless_it_says_another_or_stands_in_one(root: Path) -> None:
    catalogue = at(root, NOW).catalogue
    ref = "competency:introduction/1"
    assert meant(ref, "", catalogue.entities) == ref
    assert meant("competency:introduction@2026/1", "", catalogue.entities) == ref
    assert (
        meant("competency:introduction@2018-07/1", "", catalogue.entities)
        == "competency:introduction@2018-07/1"
    )
    assert meant(ref, "introduction@2018-07", catalogue.entities) == "competency:introduction@2018-07/1"
    assert meant("competency:introduction@2026/1", "introduction@2018-07", catalogue.entities) == ref
    assert meant("competency:introduction@2030/1", "", catalogue.entities) == "competency:introduction@2030/1"


@pytest.mark.parametrize("day", VERSIONS)
def test_prose_may_name_any_version_on_any_day(root: Path, day: date) -> None:
    links = " ".join(f"[](competency:introduction@{each}/1)" for each in VERSIONS.values())
    page = root / "content/pages/about.md"
    page.write_text(
        f"---\nlang: da\ntitle: Om\nlead: Om siderne.\n---\n{links} [](competency:introduction/1)\n"
    )
    (root / "content/pages/about.nb.md").unlink()
    text = shown(root, day, "da/om.html")
    found = re.findall(r'<a href="/kurser/da/uddannelser/introduktion/(?:(v[\d-]+)/)?1-', text)
    assert sorted(found) == sorted(
        ["", "", *(f"v{each}" for each in VERSIONS.values() if each != VERSIONS[day])]
    )


def test_other_versions_are_on_no_list_of_the_rest_of_the_site(root: Path) -> None:
    checked = at(root, NOW)
    role = checked.catalogue["role:medical-expert"]
    assert not [each for each, _ in checked.catalogue.origins(role) if edition(each.ref)]
    card = checked.catalogue["card:introduction@2018-07/5"]
    assert {each.document.id for each, _ in checked.catalogue.origins(card)} == {"introduction@2018-07"}
    assert {each.id for each, _ in checked.catalogue.origins(checked.catalogue["source:programme"])} >= {
        "introduction", "introduction@2018-07", "introduction@2027",
    }  # fmt: skip
    assert "v2018-07" not in shown(root, NOW, checked.site.page("a-z", "da").path)


def test_a_feed_keeps_the_id_of_each_version_and_of_each_change(root: Path) -> None:
    newest = root / "content/curricula/introduction/2027.yaml"
    text = newest.read_text("utf-8")
    newest.write_text(text.replace("lang: da\n", "lang: da\nannounced: 2026-12-01\n", 1), "utf-8")
    sites = [
        {path: data for part in press(root, day).following() for path, data in part.make().items()}
        for day in VERSIONS
    ]
    names = ("curricula", "curriculum-changes")
    said = re.compile(r"<id>tag:[^<]*:(\w+:introduction[^<]*)</id>")
    ids = [{name: said.findall(site[f"da/feeds/{name}.atom"].decode()) for name in names} for site in sites]
    assert all(each[name] == ids[-1][name][-len(each[name]) :] for each in ids for name in names)
    assert ids[-1]["curriculum-changes"] == ["curriculum:introduction@2027", "curriculum:introduction@2026"]
    assert ids[-1]["curricula"] == ids[-1]["curriculum-changes"]


def test_any_two_versions_are_compared_by_way_of_those_between(root: Path) -> None:
    catalogue = at(root, NOW).catalogue
    every = steps(catalogue, catalogue["curriculum:introduction"])
    whole = follow(every, "2018-07", "2027")
    assert {pair.was for pair in whole.matching.backward["competency", "1"]} == {"1", "3"}
    with pytest.raises(ValueError, match="does not come before"):
        follow(every, "2027", "2026")


def test_people_decide_what_is_only_alike(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "publishconf.py").write_text(
        'SITENAME = "Kurser"\nSITEURL = "https://example.org"\nLANGUAGES = ["da", "nb"]\n', "utf-8"
    )
    monkeypatch.chdir(root)
    mapping = root / "content/curricula/introduction/mapping.yaml"

    def match(name: str = "introduction") -> tuple[int, str]:
        result = CliRunner().invoke(main, ["match", name])
        return result.exit_code, result.output

    def asked() -> list[str]:
        return [each.code for each in at(root, NOW).diagnostics]

    assert asked() == ["version.match"]
    assert match()[0] == 0
    row = '  - {version: "2026", kind: competency, was: "32", now: "2", same: ask}'
    assert [line.partition("  # ")[0] for line in mapping.read_text("utf-8").splitlines()[4:]] == [row]
    assert asked() == ["version.match"]
    assert "Nothing is left to decide" in match()[1]

    def decide(answer: str) -> str:
        text = mapping.read_text("utf-8")
        mapping.write_text(re.sub(r"same: \w+\}", f"same: {answer}}}", text), "utf-8")
        assert asked() == []
        return shown(root, NOW, f"{SHORT}/udgaver/2018-07/2026.html")

    assert "Formentlig" not in decide("yes")
    assert 'id="competency-32-before"' in decide("no")
    assert match("other")[0] == 2


def test_rows_are_added_only_where_a_file_ends_with_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "publishconf.py").write_text('SITENAME = "Kurser"\nLANGUAGES = ["da", "nb"]\n', "utf-8")
    monkeypatch.chdir(root)
    mapping = root / "content/curricula/introduction/mapping.yaml"
    text = "matches:\n  - {version: '2026', kind: card, was: '5', now: '5', same: yes}\n"
    mapping.write_text(f"{text}lang: da\n", "utf-8")
    result = CliRunner().invoke(main, ["match", "introduction"])
    assert (result.exit_code, mapping.read_text("utf-8")) == (2, f"{text}lang: da\n")
    mapping.write_text(f"lang: da\n{text}", "utf-8")
    assert CliRunner().invoke(main, ["match", "introduction"]).exit_code == 0
    assert len(at(root, NOW).catalogue["mapping:introduction"].value.matches) == 2
