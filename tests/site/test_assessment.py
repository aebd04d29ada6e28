"""How competencies are assessed, on the site and on paper: what pages show is what the content says, no more and no less."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest

from kyndig.catalogue import Entity
from kyndig.routes import PAPERS

from .conftest import Whole
from .test_pictures import CURRICULUM, LANGUAGES, _page, _rows, _text, _with


def _competencies(whole: Whole) -> tuple[Entity, ...]:
    catalogue = whole.checked.catalogue
    return catalogue.parts(catalogue[CURRICULUM], "competency")


def _codes(whole: Whole, uses: tuple, language: str) -> list[str]:
    """What the logbook calls its methods, from the content alone."""
    named = []
    for use in uses:
        method = whole.checked.catalogue[f"method:{use.method}"].value
        name = (method.code or method.label).get(language)
        name = name[:1].upper() + name[1:]
        named.append(f"{name} {use.card}" if use.card else name)
    return list(dict.fromkeys(named))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matrix_has_each_use_of_a_method_in_its_cell(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    tree = _page(whole, trees, f"{CURRICULUM}#assessment", language)
    (table,) = _with(tree, "table", "matrix")
    heads = [each.find("a").attrib["href"] for each in table.find("thead/tr") if each.find("a") is not None]
    site = whole.checked.site
    methods = [
        each.id
        for each in whole.checked.catalogue.of_kind("method")
        if site.href(each.ref, language) in heads
    ]
    methods.sort(key=lambda each: heads.index(site.href(f"method:{each}", language)))
    rows = [row for row in table.iter("tr") if row.find("td") is not None and row.find("th/a") is not None]
    assert len(rows) == len(_competencies(whole)) == 32
    for row, entity in zip(rows, _competencies(whole), strict=True):
        for method, cell in zip(methods, row.findall("td")[:-1], strict=True):
            uses = [each for each in entity.value.assessments if each.method == method]
            signs = [_text(each.findall("span")[-1]) for each in cell.iter() if "mk" in each.get("class", "")]
            assert signs == [each.card or str(each.month) for each in uses if each.card or each.month]
            assert bool(_text(cell)) == bool(uses), (entity.ref, method)
            filled = [each for each in cell.iter() if each.get("class") == "mk hit"]
            assert len(filled) == sum(each.purpose == "summative" for each in uses)
        said = _codes(whole, entity.value.logbook.assessments, language) if entity.value.logbook else []
        assert _text(row.findall("td")[-1]) == (", ".join(said) or "–")
    counts = [_text(each) for each in table.find("tfoot/tr").findall("td")[:-1]]
    used = [
        sum(any(use.method == method for use in each.value.assessments) for each in _competencies(whole))
        for method in methods
    ]
    assert counts == list(map(str, used))


def test_the_competencies_of_one_matrix_cell_are_those_of_the_source(
    whole: Whole, trees: dict[str, Element]
) -> None:
    """Counted by hand in section 4.3.4 of the curriculum, beside what the code counts."""
    tree = _page(whole, trees, f"{CURRICULUM}#assessment", "da")
    (table,) = _with(tree, "table", "matrix")
    shown: dict[str, list[str]] = {}
    for cells in _rows(table):
        shown[cells[0].split(" ")[0]] = cells
    assert [number for number, cells in shown.items() if "Kort 33" in "".join(cells)] == [
        "4",
        "5",
        "6",
        "8",
        "25",
    ]
    mini = "måned 6 (formativ)6måned 9 (formativ)9måned 11 (summativ)11"
    found = [number for number, cells in shown.items() if mini in "".join(cells)]
    assert found == ["1", "25", "26", "27", "28", "32"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_names_what_is_due_and_all_its_competencies(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    tree = _page(whole, trees, f"{CURRICULUM}#schedule", language)
    due = next(each for each in tree.iter("section") if each.attrib.get("aria-labelledby") == "due")
    months = [row for row in _with(due, "ol", "rows")[0] if row.find("span") is not None]
    assert [re.search(r"\d+", _text(row.find("span")))[0] for row in months] == ["6", "9", "11"]
    said = {
        (re.search(r"\d+", _text(row.find("span")))[0], item.find("a").attrib["href"]): [
            each.text for each in item.iter("a") if each is not item.find("a")
        ]
        for row in months
        for item in row.find("ul")
    }
    found: dict[tuple[str, str], list[str]] = {}
    for entity in _competencies(whole):
        for use in entity.value.assessments:
            if use.month:
                href = whole.checked.site.href(f"method:{use.method}", language)
                found.setdefault((str(use.month), href), []).append(entity.value.id)
    assert said == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_card_has_every_competency_that_uses_it(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    catalogue, site = whole.checked.catalogue, whole.checked.site
    for card in catalogue.parts(catalogue[CURRICULUM], "card"):
        links = {each.get("href") for each in trees[site.page(card.ref, language).path].iter("a")}
        for entity in _competencies(whole):
            uses = (*entity.value.assessments, *(entity.value.logbook or entity.value).assessments)
            if any(use.card == card.value.id for use in uses):
                assert site.href(entity.ref, language) in links, (card.ref, entity.ref)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["print/sheets", "print/sheets-a4"])
def test_every_competency_has_its_sheet_with_objectives_and_room_to_sign(
    whole: Whole, trees: dict[str, Element], language: str, size: str
) -> None:
    tree = _page(whole, trees, f"{CURRICULUM}#{size}", language)
    sheets = _with(tree, "section", "sheet")
    assert [each.attrib["id"] for each in sheets] == [f"k{each.value.id}" for each in _competencies(whole)]
    for sheet, entity in zip(sheets, _competencies(whole), strict=True):
        (goals,) = _with(sheet, "ol", "goals")
        numbers = [_text(each) for each in goals.iter("b")]
        assert numbers == [f"{entity.value.id}.{each.value.id}" for each in _objectives(whole, entity)]
        assert entity.value.statement.get(language).strip() in _text(sheet)
        uses = next(each for each in sheet.iter("table") if each.find("thead") is not None)
        rows = list(_rows(uses))
        assert len(rows) == len(entity.value.assessments)
        assert all(row[2:] == ["", ""] for row in rows)
        months = sorted(int(each) for row in rows for each in re.findall(r"\d+", row[1]))
        assert months == sorted(use.month for use in entity.value.assessments if use.month)
        assert len(_with(sheet, "table", "last")) == 1


def _objectives(whole: Whole, entity: Entity) -> tuple[Entity, ...]:
    return whole.checked.catalogue.parts(entity, "objective")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_the_logbook_has_its_codes_and_room_for_date_and_approval(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    tree = _page(whole, trees, f"{CURRICULUM}#print/logbook", language)
    by_section = {each.attrib.get("aria-labelledby"): each for each in tree.iter("section")}
    rows = list(_rows(by_section["logbook"]))
    for row, entity in zip(rows, _competencies(whole), strict=True):
        number, text, codes, date, approved = row
        entry = entity.value.logbook
        assert number == entity.value.id
        assert text == _squeezed((entry.text or entity.value.statement).get(language))
        assert codes == (", ".join(_codes(whole, entry.assessments, language)) or "–")
        assert (date, approved) == ("", "")
    assert [row[0] for row in _rows(by_section["requirements"])] == ["1", "2", "3", "4", "5"]
    assert [row[0] for row in _rows(by_section["cards"])] == [str(number) for number in range(1, 17)]


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def test_the_forms_are_filled_in_twice_and_three_times_and_there_is_a_line_for_the_course(
    whole: Whole, trees: dict[str, Element]
) -> None:
    """After the forms in section 5.1 of the curriculum."""
    tree = _page(whole, trees, f"{CURRICULUM}#print/logbook", "da")
    forms = next(each for each in tree.iter("section") if each.attrib.get("aria-labelledby") == "forms")
    tables = {_text(each.find("caption")): list(_rows(each)) for each in forms.iter("table")}
    assert {name: [row[:-2] for row in rows] for name, rows in tables.items()} == {
        "Generel vurdering": [["1 af 2", "måned 6 (formativ)"], ["2 af 2", "måned 11 (summativ)"]],
        "Mini-CEX": [
            ["1 af 3", "måned 6 (formativ)"],
            ["2 af 3", "måned 9 (formativ)"],
            ["3 af 3", "måned 11 (summativ)"],
        ],
        "Obligatoriske kurser": [["Vejledningskursus"]],
    }
    assert all(row[-2:] == ["", ""] for rows in tables.values() for row in rows)
    assert len(_with(tree, "div", "count")) == len(whole.checked.catalogue[CURRICULUM].value.procedures) == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_curriculum_has_all_its_parts_and_its_contents_lead_to_them(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    tree = _page(whole, trees, f"{CURRICULUM}#print/whole", language)
    ids = [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    inside = [each.attrib["href"] for each in tree.iter("a") if each.attrib.get("href", "").startswith("#")]
    assert {each.removeprefix("#") for each in inside} <= set(ids)
    (contents,) = _with(tree, "ol", "contents")
    listed = [each.attrib["href"].removeprefix("#") for each in contents.iter("a")]
    value = whole.checked.catalogue[CURRICULUM].value
    expected = {f"k{each.value.id}" for each in _competencies(whole)} | {
        f"s-{each.id}" for each in value.sections
    }
    assert expected | {f"a-{each.id}" for each in value.assessment} <= set(listed)
    assert {f"r-{each.id}" for each in value.requirements} <= set(ids)
    objectives = [_text(each) for each in tree.iter("b") if re.fullmatch(r"\d+\.\d+", _text(each))]
    assert len(objectives) == sum(len(each.value.objectives) for each in _competencies(whole)) == 114


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_curriculum_leads_to_its_printed_set_and_to_no_pdf_that_is_not_there(
    whole: Whole, trees: dict[str, Element], language: str
) -> None:
    site = whole.checked.site
    links = {each.get("href") for each in trees[site.page(CURRICULUM, language).path].iter("a")}
    assert {site.href(f"{CURRICULUM}#{name}", language) for name in PAPERS} <= links
    assert not [path for path in whole.files if path.endswith(".pdf")]
    own = [each for each in links if each and each.startswith("/") and each.endswith(".pdf")]
    assert own == []
