"""PDFs of what is made to be printed: tagged, with language, bookmarks and fonts, the same bytes each time.

What needs WeasyPrint skips where it cannot be loaded, and says so; what a build does without it is tested everywhere.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kyndig.cli.main import main
from kyndig.paper import Document, Printer, Unprintable, printer

from .site.conftest import Whole, whole

__all__ = ["whole"]

BASE = Path(__file__).parent / "base"
CURRICULUM = "curriculum:anaesthesiology-introduction"
A5 = (419.53, 595.28)
LANGUAGES = ("da", "nb", "en")

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="session")
def press() -> Printer:
    try:
        return printer()
    except Unprintable as reason:
        pytest.skip(f"no PDF can be made here: {reason}")


def _printed(whole: Whole, press: Printer, name: str, language: str) -> bytes:
    page = whole.checked.site.page(f"{CURRICULUM}#{name}", language)
    style = next(data for path, data in whole.files.items() if re.fullmatch(r"theme/paper\.\w+\.css", path))
    address = whole.checked.site.absolute(page.path)
    return press.pdf(Document.of(whole.files[page.path]), style, {}, address, page.key)


@pytest.fixture(scope="session", params=LANGUAGES)
def sheets(request: pytest.FixtureRequest, whole: Whole, press: Printer) -> tuple[str, bytes]:
    """The competency sheets on A5 in each language."""
    return request.param, _printed(whole, press, "print/sheets", request.param)


def _open(data: bytes):
    return pytest.importorskip("pikepdf", reason="pikepdf is not installed; make test brings it").open(
        io.BytesIO(data)
    )


def test_there_is_one_page_of_a5_for_each_competency_and_no_more(
    whole: Whole, sheets: tuple[str, bytes]
) -> None:
    catalogue = whole.checked.catalogue
    with _open(sheets[1]) as pdf:
        assert len(pdf.pages) == len(catalogue.parts(catalogue[CURRICULUM], "competency")) == 32
        sizes = {tuple(round(float(each), 2) for each in page.MediaBox[2:]) for page in pdf.pages}
        assert sizes == {A5}


def test_a_pdf_says_its_language_and_title_and_that_it_is_tagged(
    whole: Whole, sheets: tuple[str, bytes]
) -> None:
    language, data = sheets
    page = whole.checked.site.page(f"{CURRICULUM}#print/sheets", language)
    with _open(data) as pdf:
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        title = re.search(r"<title>(.*?)</title>", whole.pages[page.path])[1]
        assert str(pdf.docinfo["/Title"]) == title
        with pdf.open_metadata() as found:
            assert str(found["pdfuaid:part"]) == "1"
        tags = set(_tags(pdf.Root.StructTreeRoot))
        assert {"/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/P"} <= tags


def _tags(element: object) -> Iterator[str]:
    """Yield the name of every tag below one."""
    kids = getattr(element, "K", None)
    for each in (
        kids if kids is not None and type(kids).__name__ != "int" and kids._type_name == "array" else [kids]
    ):
        if hasattr(each, "S"):
            yield str(each.S)
            yield from _tags(each)


def test_bookmarks_lead_to_every_competency(whole: Whole, sheets: tuple[str, bytes]) -> None:
    language, data = sheets
    catalogue = whole.checked.catalogue
    with _open(data) as pdf, pdf.open_outline() as outline:
        titles = [str(each.title) for each in _flat(outline.root)]
    names = [each.value.title.get(language) for each in catalogue.parts(catalogue[CURRICULUM], "competency")]
    assert [each for each in titles if each in names] == names


def _flat(items: list) -> Iterator:
    for each in items:
        yield each
        yield from _flat(each.children)


def test_every_font_is_inside(sheets: tuple[str, bytes]) -> None:
    with _open(sheets[1]) as pdf:
        fonts = [each for each in pdf.objects if _is(each, "/Font") and "/DescendantFonts" not in each]
        assert fonts
        for font in fonts:
            assert any(name in font.FontDescriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _is(value: object, kind: str) -> bool:
    return getattr(value, "_type_name", "") == "dictionary" and str(value.get("/Type")) == kind


def test_the_same_page_gives_the_same_bytes(whole: Whole, press: Printer) -> None:
    first = _printed(whole, press, "print/logbook", "nb")
    assert first == _printed(whole, press, "print/logbook", "nb")
    assert first.startswith(b"%PDF-1.7")


def test_the_whole_curriculum_is_a_pdf_with_chapters_and_a_way_back_to_the_site(
    whole: Whole, press: Printer
) -> None:
    with _open(_printed(whole, press, "print/whole", "en")) as pdf:
        with pdf.open_outline() as outline:
            titles = [str(each.title) for each in _flat(outline.root)]
        addresses = {
            str(each.A.URI) for page in pdf.pages for each in page.get("/Annots", []) if "/A" in each
        }
    assert {"Table of contents", "Background", "Competencies", "9 Spinal anaesthesia"} <= set(titles)
    assert all(each.startswith(("http://", "https://")) for each in addresses)
    assert any(each.startswith(whole.settings.siteurl) for each in addresses)


def test_nothing_is_fetched_and_only_given_pictures_are_drawn(press: Printer) -> None:
    dot = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )
    main = '<main><p>x</p><img src="/a.png" alt="a"><img src="https://other.example/b.png" alt="b"></main>'
    document = Document.of(f'<html lang="en"><title>T</title>{main}'.encode())
    assert document.pictures == ("/a.png", "https://other.example/b.png")
    data = press.pdf(document, b"", {"https://own.example/a.png": dot}, "https://own.example/p.html", "x")
    with _open(data) as pdf:
        images = [
            each
            for each in pdf.objects
            if getattr(each, "_type_name", "") == "stream" and str(each.get("/Subtype")) == "/Image"
        ]
        assert len(images) == 1


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "site")
    settings = 'SITENAME = "Test"\nSITEURL = "https://own.example"\nLANGUAGES = ["da", "nb", "en"]\n'
    (tmp_path / "site/publishconf.py").write_text(settings, "utf-8")
    return tmp_path / "site"


def _build(site: Path, *more: str) -> str:
    command = ["build", "-s", str(site / "publishconf.py"), "--date", "2026-11-22", "--no-index", *more]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    return result.output


def _pdfs(site: Path) -> dict[str, bytes]:
    output = site / "output"
    return {str(path.relative_to(output)): path.read_bytes() for path in sorted(output.rglob("*.pdf"))}


def test_only_a_page_that_changed_is_printed_again(site: Path, press: Printer) -> None:
    """And what then stands is what a build from nothing makes."""
    _build(site, "--pdf")
    first, times = _pdfs(site), _times(site)
    assert first
    text = (site / "output/da/uddannelser/introduktion/index.html").read_text("utf-8")
    assert all(f'href="/{path}"' in text for path in first if path.startswith("da/"))
    _build(
        site, "--pdf", "--date", "2026-11-23"
    )  # every page says when it was built; what is printed does not
    assert _times(site) == times
    file = site / "content/curricula/introduction/2018-07.yaml"
    file.write_text(file.read_text("utf-8").replace("Kan forklare", "Kan nu forklare", 1), "utf-8")
    _build(site, "--pdf")
    later = _pdfs(site)
    changed = {path for path in first if later[path] != first[path]}
    names = {path.rpartition("/")[2] for path in changed}
    assert names == {
        "kompetenceark.pdf",
        "kompetenceark-a4.pdf",
        "samlet.pdf",
    }  # objectives stand nowhere else
    assert {path for path, time in _times(site).items() if times[path] != time} == changed
    _build(site, "--pdf", "--ignore-cache")
    assert _pdfs(site) == later
    _build(site)
    assert _pdfs(site) == {}
    assert ".pdf" not in (site / "output/da/uddannelser/introduktion/index.html").read_text("utf-8")


def _times(site: Path) -> dict[str, int]:
    output = site / "output"
    return {str(each.relative_to(output)): each.stat().st_mtime_ns for each in output.rglob("*.pdf")}


def test_without_weasyprint_a_build_says_nothing_and_pdf_says_what_is_missing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert "PDF" not in _build(site).upper().replace(str(site).upper(), "")
    command = ["build", "-s", str(site / "publishconf.py"), "--date", "2026-11-22", "--no-index", "--pdf"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2
    assert "kyndig[pdf]" in result.output
    assert _pdfs(site) == {}
