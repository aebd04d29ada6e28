"""Pictures that courses and competencies are shared with: what stands on them, that it fits, and when they are made.

What needs resvg skips where it is not installed, and says so; what a build does without it is tested everywhere.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kyndig.cli.main import main
from kyndig.pictures import HEIGHT, WIDTH, Painter, Poster, Unpaintable, painter
from kyndig.pictures.drawing import _COLUMN, BOTTOM, LEFT, RIGHT
from kyndig.pictures.lines import Lines, fitted, one_line
from kyndig.pictures.sfnt import NotSfnt, Widths
from kyndig.resources import theme_folder

from .site.conftest import Whole, whole
from .test_sharing import said

__all__ = ["whole"]

BASE = Path(__file__).parent / "base"
THEME = theme_folder("kyndig", Path())
TEXT = re.compile(r"<text [^>]*>([^<]*)</text>")
LONG = "Speciallægeuddannelsesrådgivningsfunktionsbeskrivelse"
POSTER = Poster(
    "competency", "Kompetence 9 af 32 · Anæstesi", "9", "Spinalanæstesi", "Du lægger en spinalblokade.", "Introduktion",
    ("Eksempel",), "Kyndig", ("da", "da"),
)  # fmt: skip

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="session")
def brush() -> Painter:
    try:
        return painter(THEME)
    except Unpaintable as reason:
        pytest.skip(f"no picture can be made here: {reason}")


def _with(**values: Any) -> Poster:
    names = Poster.__dataclass_fields__
    return Poster(**{name: values.get(name, getattr(POSTER, name)) for name in names})


def _dark(data: bytes) -> Any:
    """Return a picture in which all that is drawn on the paper is white and the paper is black."""
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed; make test brings it")
    return image.open(io.BytesIO(data)).convert("L").point(lambda value: 255 if value < 250 else 0)


# What fits ------------------------------------------------------------------------------------------------------------


HARD = {
    "one word that no line holds": _with(title=LONG * 3, label=LONG * 2, lead=LONG * 4, about=LONG * 3, site=LONG * 3),
    "very long texts": _with(title="Ultralydvejledt perifer nerveblokade " * 9, lead="Du lærer at se og vælge. " * 30),
    "the widest letters": _with(title="W" * 60, label="W" * 90, number="W" * 9, lead="W" * 300, about="W" * 200, flags=("W" * 40,) * 2),
    "letters that the font has not": _with(title="漢字 " * 20, lead="→ ≥ µ 😀 " * 20),
    "what means something in XML": _with(title='<b>"&amp;\'</b>', about="a < b & c", flags=("<", "&")),
    "nothing to say": _with(lead="", about="", flags=(), number="", label=""),
    "a course": _with(line="course", number="", title=f"Kursus i {LONG.lower()} for begyndere og øvede"),
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_nothing_leaves_its_place(brush: Painter, name: str) -> None:
    """Between the margin and the frame, the line of the kind and the words, the words and the foot, there is paper."""
    drawn = _dark(brush.png(HARD[name]))
    assert drawn.size == (WIDTH, HEIGHT)
    body = (17, HEIGHT)
    for left, right in ((0, LEFT), (RIGHT + 1, WIDTH)):
        assert drawn.crop((left, body[0], right, body[1])).getbbox() is None, f"between {left} and {right}"
    assert drawn.crop((_COLUMN - 36, 17, _COLUMN - 6, 530)).getbbox() is None
    assert drawn.crop((LEFT, BOTTOM + 8, RIGHT, 534)).getbbox() is None
    assert drawn.crop((0, HEIGHT - 12, WIDTH, HEIGHT)).getbbox() is None


def test_every_title_of_this_site_stands_whole_and_undivided_on_its_picture(
    whole: Whole, brush: Painter
) -> None:
    catalogue, lines = whole.checked.catalogue, 0
    for entity in catalogue.of_kind("course", "competency"):
        for language in ("da", "nb", "en"):
            title = entity.value.title.get(language)
            if title:
                written = TEXT.findall(
                    brush.svg(_with(title=title, languages=(language, language), label="", lead="", about=""))
                )
                assert title in " ".join(map(unescape, written)), f"{entity.ref} in {language}: {written}"
                lines += 1
    assert lines > 90


def test_a_text_is_as_wide_as_it_is_measured(brush: Painter) -> None:
    """Within a fiftieth, which is what lines leave free for kerning."""
    import resvg_py

    texts = (
        "Spinalanæstesi til kejsersnit, AV. To",
        "Håndtering av kritisk syke, fl fi ffi",
        "Ventilator WAVE, 1234567890",
        "illi tfj",
    )
    for style, weight in (("title", 700), ("words", 400), ("label", 700), ("small", 400)):
        font = brush.fonts[style]
        for text in texts:
            svg = (
                f'<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="100"><rect width="1600" height="100" fill="#fff"/>'
                f'<text x="20" y="60" font-size="40" font-weight="{weight}" font-family="\'{font.families[0]}\'">{text}</text></svg>'
            )
            files = [str(each.file) for each in brush.fonts.every]
            box = _dark(
                bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=files, skip_system_fonts=True))
            ).getbbox()
            measured = 40 * brush.fonts.width(text, style)
            assert 0.9 * measured < box[2] - 20 <= measured / 0.98 + 1, (style, text)


def test_widths_are_those_that_another_program_reads(brush: Painter) -> None:
    ttf = pytest.importorskip("fontTools.ttLib", reason="fontTools is not installed; make test brings it")
    for font in brush.fonts.every:
        read = ttf.TTFont(font.file, fontNumber=font.index)
        units, advances, names = read["head"].unitsPerEm, read["hmtx"], read.getBestCmap()
        expected = {
            letter: advances[name][0] / units for letter, name in names.items() if read.getGlyphID(name)
        }
        assert dict(font.widths.letters) == expected


@pytest.mark.parametrize(
    "data",
    [b"", b"%!PS-AdobeFont", b"\0\1\0\0", b"\0\1\0\0\0\1" + bytes(40), b"ttcf" + bytes(9), b"OTTO" * 90],
)
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(NotSfnt):
        Widths.of(data)


def _ruler(text: str) -> float:
    return sum(0.3 if each in "il.-" else 0.9 if each in "mWæ" else 0.6 for each in text)


WORDS = st.text(st.sampled_from("abcilmWæøå-/.\u00ad "), max_size=120)


@given(WORDS, st.sampled_from(("da", "nb", "en", "se")), st.floats(40, 900), st.floats(10, 300))
def test_lines_are_never_wider_than_their_room_and_nothing_is_lost_without_dots(
    text: str, language: str, width: float, height: float
) -> None:
    found = fitted(text, language, _ruler, (40, 30, 20), (width, height), 1.1)
    assert all(_ruler(each) * found.size <= width + 1e-6 for each in found.lines)
    assert all(each.strip() for each in found.lines)
    assert len(found.lines) * 1.1 * found.size <= height or len(found.lines) <= 1
    if not any(each.endswith("…") for each in found.lines):
        letters = "".join(found.lines).replace("-", "")
        assert letters.replace(" ", "") == re.sub("[- \u00ad]", "", text)


def test_words_stay_whole_where_smaller_letters_let_them() -> None:
    assert fitted("En anæstesisygeplejerske", "da", _ruler, (40, 20), (400, 300), 1.1).size == 20
    assert fitted("Anæstesi\u00adsygeplejerske", "da", _ruler, (20,), (400, 99), 1).lines == (
        "Anæstesisygeplejerske",
    )
    assert fitted("To små ord", "da", _ruler, (40, 20), (400, 300), 1.1) == Lines(40, ("To små ord",))


def test_a_word_too_long_for_any_size_is_divided_where_a_reader_would() -> None:
    found = fitted("anæstesisygeplejersker", "da", _ruler, (40,), (400, 300), 1.1)
    assert found.lines == ("anæstesisygeple-", "jersker")


def test_lines_of_a_title_are_about_as_long_as_each_other() -> None:
    found = fitted("Behandling af akutte smerter hos voksne", "da", _ruler, (20,), (420, 300), 1.1)
    short, long = sorted(map(_ruler, found.lines))
    assert len(found.lines) == 2
    assert short > 0.7 * long


def test_what_is_too_much_for_one_line_ends_in_dots() -> None:
    assert one_line("aaa, bbb", _ruler, 10) == "aaa, bbb"
    assert one_line("aaa, bbb", _ruler, 3.2) == "aaa…"


# What stands there ----------------------------------------------------------------------------------------------------


def test_the_same_words_give_the_same_bytes(brush: Painter) -> None:
    first = brush.png(POSTER)
    assert first.startswith(b"\x89PNG\r\n\x1a\n")
    assert first == painter(THEME).png(POSTER)
    assert first != brush.png(_with(number="8"))


def test_the_look_is_that_of_the_theme(tmp_path: Path, brush: Painter) -> None:
    """Another theme's colours and mark are on its pictures, and what it does not say is as in ours."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static/kyndig.css").write_text(
        ":root{--accent:#a01010;--serif:serif}@media x{:root{--accent:#fff}}", "utf-8"
    )
    other = painter(tmp_path)
    assert brush.look.accent == "#005c48"
    assert (other.look.accent, other.look.ink, other.look.mark) == ("#a01010", "#12201b", "")
    assert other.png(POSTER) != brush.png(POSTER)


def test_kinds_are_told_apart_by_their_line_and_not_by_colour(brush: Painter) -> None:
    line = [
        re.search(r'<path d="M\d+ \d+V\d+"[^>]*>', brush.svg(_with(line=each)))
        for each in ("competency", "course")
    ]
    assert all(line)
    assert ["dasharray" in each[0] for each in line if each] == [False, True]


# Builds ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "site")
    settings = 'SITENAME = "Test"\nSITEURL = "https://own.example"\nLANGUAGES = ["da", "nb", "en"]\n'
    (tmp_path / "site/publishconf.py").write_text(settings, "utf-8")
    return tmp_path / "site"


def _build(site: Path, *more: str, code: int = 0) -> str:
    command = ["build", "-s", str(site / "publishconf.py"), "--date", "2026-11-22", "--no-index", *more]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == code, result.output
    return result.output


def _images(site: Path) -> dict[str, bytes]:
    output = site / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*.png"))}


def _times(site: Path) -> dict[str, int]:
    output = site / "output"
    return {path.relative_to(output).as_posix(): path.stat().st_mtime_ns for path in output.rglob("*.png")}


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((site / "output").rglob("*.html")):
        yield path.relative_to(site / "output").as_posix(), path.read_text("utf-8")


def test_each_course_and_competency_has_a_picture_and_its_page_names_it(site: Path, brush: Painter) -> None:
    _build(site, "--images")
    images, named = _images(site), {}
    for path, text in _pages(site):
        own = said(text)
        if "og:image" in own:
            named[path] = own
            assert own["og:image"][0].removeprefix("https://own.example/") in images
            assert (own["og:image:width"], own["og:image:height"], own["og:image:type"]) == (
                ["1200"],
                ["630"],
                ["image/png"],
            )
            assert own["twitter:card"] == ["summary_large_image"]
        else:
            assert "twitter:card" not in own
    assert named["da/kurser/vejlederkursus.html"]["og:image:alt"] == ["Kursus: Vejlederkursus"]
    assert named["nb/kurs/veilederkurs.html"]["og:image:alt"] == ["Kurs: Veilederkurs"]
    fallback = next(own for path, own in named.items() if path.startswith("en/courses/"))
    assert fallback["og:image"][0].startswith(("https://own.example/da/", "https://own.example/nb/"))
    assert fallback["og:locale"][0] in ("da_DK", "nb_NO")
    assert not [path for path in images if path.startswith("en/")], (
        "a page that is not translated has no picture of its own"
    )
    assert {own["og:image"][0] for own in named.values()} == {
        f"https://own.example/{path}" for path in images
    }


def test_a_picture_says_nothing_that_its_page_does_not(whole: Whole, brush: Painter) -> None:
    from kyndig.render import Press
    from tests.site.conftest import ROOT, TODAY

    checked = whole.checked
    press = Press.of(
        checked.catalogue,
        checked.site,
        checked.words,
        whole.settings,
        TODAY,
        theme_folder("kyndig", ROOT),
        painter=brush,
    )
    seen = 0
    for page in checked.site.pages:
        if page.has_picture and not page.is_fallback:
            _, sheet = press.page(page)
            assert sheet.poster is not None
            words = (
                re.sub(r"<[^>]*>", " ", whole.pages[page.path].partition("<body>")[2])
                .replace("&shy;", "")
                .replace("\u00ad", "")
            )
            words = re.sub(r"\s+", " ", unescape(words))
            poster = sheet.poster
            for each in (
                poster.label,
                poster.number,
                poster.title,
                poster.lead,
                *poster.flags,
                *poster.about.split(", "),
            ):
                assert re.sub(r"\s+", " ", each) in words, (page.path, each)
            seen += 1
    assert seen > 90


def test_only_what_changed_is_drawn_again(
    site: Path, brush: Painter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what then stands is what a build from nothing makes."""
    drawn, draw = [], Painter.png
    monkeypatch.setattr(Painter, "png", lambda self, poster: drawn.append(poster.title) or draw(self, poster))
    _build(site, "--images")
    assert len(drawn) == len(_images(site)) > 3
    drawn.clear()
    first, times = _images(site), _times(site)
    file = site / "content/courses/supervision.md"
    _build(site, "--images", "--date", "2026-11-23")
    file.write_text(file.read_text("utf-8").replace("Se [kompetencen]", "Læs [kompetencen]"), "utf-8")
    _build(site, "--images")
    assert (drawn, _times(site)) == ([], times), "neither the day nor the body of a text stands on a picture"
    file.write_text(file.read_text("utf-8").replace("Lær at vejlede.", "Lær at vejlede godt."), "utf-8")
    _build(site, "--images")
    later = _images(site)
    assert drawn == ["Vejlederkursus"]
    assert {path for path in later if later[path] != first[path]} == {"da/kurser/vejlederkursus.png"}
    assert {path for path, time in _times(site).items() if time != times[path]} == {
        "da/kurser/vejlederkursus.png"
    }
    (site / "output/da/kurser/vejlederkursus.png").write_bytes(b"harmed")
    _build(site, "--images")
    assert (drawn, _images(site)) == (["Vejlederkursus"] * 2, later)
    _build(site, "--images", "--ignore-cache")
    assert _images(site) == later


def test_without_being_asked_a_build_makes_none_and_removes_those_of_before(
    site: Path, brush: Painter
) -> None:
    _build(site, "--images")
    assert _images(site)
    _build(site)
    assert _images(site) == {}
    assert not [path for path, text in _pages(site) if "og:image" in text]


def test_without_resvg_a_build_says_nothing_and_images_says_what_is_missing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    _build(site)
    assert "kyndig[images]" in _build(site, "--images", code=2)
    assert _images(site) == {}


def test_without_fontconfig_images_says_what_is_missing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resvg_py", reason="resvg is not installed; make test brings it")
    monkeypatch.setenv("PATH", str(site))
    assert "apt-get install fontconfig" in _build(site, "--images", code=2)
