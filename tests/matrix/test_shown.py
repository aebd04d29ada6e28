"""What readers and spreadsheets get of the matrix: the whole picture, the whole table.

After a change that is meant, `RENEW=1 make test` writes both anew; read the difference before you commit it.
"""

from __future__ import annotations

import csv
import os
import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from kyndig.build import Built, build
from kyndig.resources import theme_folder
from kyndig.views.coverage.sheet import COLUMNS
from site_cases import SETTINGS, TESTS, Case

HERE = Path(__file__).parent
PAGES = {"da": "da/behov/daekning/", "nb": "nb/behov/dekning/"}


def _same(path: Path, text: str) -> None:
    if os.environ.get("RENEW"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


def test_the_picture_is_as_it_was(built: Built) -> None:
    page = built.files["nb/behov/dekning/index.html"].decode()
    figures = re.findall(r'<figure class="pic wide fit lanes heat".*?</figure>', page, re.DOTALL)
    patterns = re.findall(r"<pattern .*?</pattern>", page)
    assert len(patterns) == 2
    _same(HERE / "picture.html", "\n".join([*patterns, *figures, ""]))


def test_each_state_has_a_look_of_its_own(built: Built) -> None:
    picture = (HERE / "picture.html").read_text("utf-8")
    looks = set(re.findall(r'<rect class="([a-z ]+)" x', picture))
    assert looks == {"hit cell", "cell part", "open gap", "cell lnk", "unk"}
    marks = re.findall(r'halo" x="[\d.]+%" y="1.15rem">([^<]+)<', picture)
    assert marks == ["1", "≈", "≈", "?", "≈", "hull"]


@pytest.mark.parametrize("language", PAGES)
def test_the_table_is_as_it_was(built: Built, language: str) -> None:
    folder = PAGES[language]
    data = built.files[f"{folder}{folder.split('/')[-2]}.csv"]
    _same(HERE / f"{language}.csv", data.decode("utf-8-sig"))


def test_the_table_has_the_same_facts_in_every_language(built: Built) -> None:
    rows = {
        language: list(
            csv.DictReader(StringIO(built.files[f"{folder}{folder.split('/')[-2]}.csv"].decode("utf-8-sig")))
        )
        for language, folder in PAGES.items()
    }
    said = {"plan_title", "need_title", "audience_title", "words", "address"}
    facts = [
        [{name: row[name] for name in COLUMNS if name not in said} for row in each] for each in rows.values()
    ]
    assert facts[0] == facts[1]
    assert len(facts[0]) == 20


def test_every_row_leads_to_a_place_that_is_there(built: Built) -> None:
    for row in csv.DictReader(StringIO(built.files["nb/behov/dekning/dekning.csv"].decode("utf-8-sig"))):
        path, _, anchor = row["address"].removeprefix("https://example.org/kurser/").partition("#")
        assert f'id="{anchor}"' in built.files[path].decode(), row["address"]


def test_no_cell_runs_in_a_spreadsheet(tmp_path: Path) -> None:
    Case.read(TESTS / "cases" / "coverage.txt").lay_out(tmp_path)
    plan = tmp_path / "content/needs/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("title: Nåler", 'title: "=1+1", slug: sum'), "utf-8")
    built = build(tmp_path, SETTINGS, date(2026, 11, 22), theme_folder(SETTINGS.theme, tmp_path))
    table = built.files["nb/behov/dekning/dekning.csv"].decode("utf-8-sig")
    assert ",'=1+1," in table
    assert not re.search(r"(^|,)[\"']?=1\+1", table.replace("'=1+1", ""))


def test_every_column_is_explained() -> None:
    explained = (TESTS.parent / "docs" / "coverage.md").read_text("utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in explained] == []
