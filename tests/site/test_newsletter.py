"""The newsletter and the texts for social channels, made of this site: whole, in order, quiet, and the same in both forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from xml.etree.ElementTree import Element

import html5lib
import pytest

from kyndig.announcing import Announcement
from kyndig.newsletter import LIMITS, OTHERS, WIDTH, Issue, as_text, issue, platforms, post, standing, within
from kyndig.render import Press
from kyndig.resources import theme_folder
from kyndig.views.announced import say

from .conftest import ROOT, TODAY, Whole

LANGUAGES = ("da", "nb", "en")
SINCE = date(2026, 1, 1)
SITE = "https://kyndig.example/"


@dataclass(frozen=True)
class Letter:
    issue: Issue
    tree: Element
    text: str
    told: tuple[Announcement, ...]


@pytest.fixture(scope="session")
def press(whole: Whole) -> Press:
    checked, settings = whole.checked, whole.settings
    theme = theme_folder(settings.theme, ROOT)
    return Press.of(checked.catalogue, checked.site, checked.words, settings, TODAY, theme)


@pytest.fixture(scope="session")
def letters(press: Press) -> Mapping[str, Letter]:
    return {language: _letter(press, language) for language in LANGUAGES}


def _letter(press: Press, language: str) -> Letter:
    reader = press.readers[language]
    told = standing(within(press.told["all"], SINCE, TODAY, "Europe/Copenhagen"), TODAY)
    made = issue(reader, "all", told, SINCE, TODAY)
    html = press.renderer.render("newsletter.html", language, {"issue": made}).decode()
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    return Letter(made, parser.parse(html), as_text(reader, made), told)


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _unflowed(text: str) -> list[str]:
    """The paragraphs of a text as a program shows them (RFC 3676): a line that ends in a space goes on."""
    lines = [line.removeprefix(" ") for line in text.split("\n")]
    return re.sub(r" \n", " ", "\n".join(lines)).split("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_fetches_nothing_runs_nothing_and_leads_to_the_site_alone(
    letters: Mapping[str, Letter], language: str
) -> None:
    tree = letters[language].tree
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "body",
        "div",
        "table",
        "tbody",
        "tr",
        "td",
        "h1",
        "h2",
        "h3",
        "p",
        "a",
    }
    assert {each.tag for each in tree.iter()} <= allowed
    for each in tree.iter():
        known = {
            "lang",
            "style",
            "charset",
            "name",
            "content",
            "role",
            "width",
            "cellpadding",
            "cellspacing",
            "border",
        }
        assert each.attrib.keys() <= known | {"align", "href"}, each.attrib
        assert "url(" not in each.get("style", "")
        assert each.get("href", SITE).startswith(SITE)
        assert "?" not in each.get("href", ""), "nobody is followed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_laid_out_for_mail_programs(letters: Mapping[str, Letter], language: str) -> None:
    tree = letters[language].tree
    assert tree.get("lang") == language
    tables = list(tree.iter("table"))
    assert [each.get("role") for each in tables] == ["presentation", "presentation"]
    assert (tables[1].get("width"), tables[1].get("style")) == ("600", "width:100%;max-width:600px")
    first = tree.find("body")[0]
    assert "display:none" in first.get("style", "")
    assert _words(first) == letters[language].issue.summary
    styles = " ".join(each.get("style", "") for each in tree.iter())
    assert set(re.findall(r"#\w+", styles)) == {"#767676"}, "a program in its dark mode chooses the colours"
    assert "background" not in styles


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_announcement_that_holds_is_told_once(
    press: Press, letters: Mapping[str, Letter], language: str
) -> None:
    letter, reader = letters[language], press.readers[language]
    said = [say(reader, each) for each in letter.told]
    addresses = sorted(each.url for each in said)
    assert len(said) > 20
    assert sorted(a.get("href") for h in letter.tree.iter("h3") for a in h.iter("a")) == addresses
    own = {f"<{letter.issue.follow}>"}
    assert (
        sorted(each[1:-1] for each in letter.text.split("\n") if each.startswith("<") and each not in own)
        == addresses
    )
    titles = sorted(each.title.partition(": ")[2] for each in said)
    assert sorted(_words(a) for h in letter.tree.iter("h3") for a in h.iter("a")) == titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_forms_say_the_same_in_the_same_order(letters: Mapping[str, Letter], language: str) -> None:
    letter = letters[language]
    items = [item for group in letter.issue.groups for item in group.items]
    expected = [
        part for item in items for part in (f"{item.word}: {item.title}", *item.facts, item.lead) if part
    ]
    html = [_words(each) for each in letter.tree.iter() if each.tag in ("h3", "p")]
    assert html[2:-2] == expected  # without the head and the foot
    text = [each for each in _unflowed(letter.text) if each and not each.startswith(("<", "="))]
    headings = [each.heading.upper() for each in letter.issue.groups]
    assert [each for each in text if each in headings] == headings
    assert [each for each in text[2:-3] if each not in headings] == expected
    assert [_words(each).upper() for each in letter.tree.iter("h2")] == headings


def test_what_readers_must_act_on_stands_first(letters: Mapping[str, Letter]) -> None:
    groups = letters["da"].issue.groups
    assert [each.heading for each in groups][:3] == [
        "Flyttet, aflyst eller trukket tilbage",
        "Tilmelding og pladser",
        "Kurser og hold",
    ]
    assert [item.word for item in groups[0].items] == ["FLYTTET", "AFLYST"]
    assert groups[-1].heading == "Andet nyt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_subject_is_the_first_line_and_the_title(letters: Mapping[str, Letter], language: str) -> None:
    letter = letters[language]
    assert letter.text.split("\n")[0] == letter.issue.subject == _words(letter.tree.find("head/title"))
    assert len(letter.issue.subject) <= WIDTH
    assert "2026" in letter.issue.subject


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_the_text_fit_and_can_be_flowed(letters: Mapping[str, Letter], language: str) -> None:
    for line in letters[language].text.split("\n"):
        assert len(line) <= WIDTH or re.fullmatch(r"<https://\S+>", line), line
        assert not line.startswith((" ", ">", "From ")) or line.startswith((" >", " From ")), line
        assert line != "-- ", "all after it would be a signature"


def test_a_long_name_of_a_feed_is_cut_in_the_subject(press: Press) -> None:
    name = max(press.told, key=len)
    for language, reader in press.readers.items():
        made = issue(reader, name, (), SINCE, TODAY)
        assert len(made.subject) <= WIDTH, (language, made.subject)
        assert made.feed


def test_what_was_moved_or_cancelled_is_not_told_as_new(letters: Mapping[str, Letter]) -> None:
    act = {each.of for each in letters["da"].told if each.what in ("moved", "cancelled")}
    assert act
    assert not [each.of for each in letters["da"].told if each.of in act and each.what == "new"]


def _announcement(what: str, day: int, **facts: str) -> Announcement:
    of, mark = "instance:regional-anaesthesia-intro/2027-01-herlev", f"{day:x}"
    after = {"title": {"da": "Kursus"}, "lang": "da", "start": "2026-12-20", **facts}
    return Announcement(
        of, mark, what, datetime(2026, 11, day, 12, tzinfo=UTC), {}, after, frozenset({"all"})
    )


def test_the_last_word_counts_and_a_move_before_it_is_told_too() -> None:
    new, first, second, full = (
        _announcement(what, day) for what, day in (("new", 1), ("moved", 2), ("moved", 3), ("full", 4))
    )
    assert standing((full, second, first, new), date(2026, 11, 30)) == (full, second)
    assert standing((new,), date(2026, 12, 20)) == (new,)
    assert standing((new,), date(2026, 12, 21)) == ()


def test_a_last_day_that_has_passed_is_nothing_to_be_reminded_of() -> None:
    soon = _announcement("soon", 10, deadline="2026-11-24")
    assert standing((soon,), date(2026, 11, 24)) == (soon,)
    assert standing((soon,), date(2026, 11, 25)) == ()


def test_days_are_those_of_the_site_not_of_greenwich() -> None:
    late = replace(_announcement("new", 1), at=datetime(2026, 11, 1, 23, 30, tzinfo=UTC))
    days = date(2026, 11, 2), date(2026, 11, 2)
    assert within((late,), *days, "Europe/Copenhagen") == (late,)
    assert within((late,), *days, "UTC") == ()


def test_a_reminder_in_a_letter_does_not_speak_of_two_weeks(press: Press) -> None:
    reminders = [each for each in press.told["all"] if each.what == "soon"]
    assert reminders
    made = issue(press.readers["da"], "all", reminders, SINCE, TODAY)
    assert {item.word for group in made.groups for item in group.items} == {"FRISTEN NÆRMER SIG"}


def test_the_platforms_are_those_that_the_plan_names(whole: Whole) -> None:
    assert platforms(whole.checked.catalogue) == ("LinkedIn", "Facebook", "Twitter")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", [*LIMITS, "another"])
def test_every_post_fits_and_says_what_is_invented(press: Press, language: str, platform: str) -> None:
    limit, reader = LIMITS.get(platform, OTHERS), press.readers[language]
    example = reader.word("Example").lower()
    for each in press.told["all"]:
        said = say(reader, each)
        made = post(reader, said, limit)
        assert made.size <= limit.most
        assert limit.weigh(made.text) + 2 + limit.of_link(made.url) == made.size
        assert made.url == said.url
        assert made.url not in made.text
        assert "#" not in made.text
        assert unicodedata.normalize("NFC", made.text) == made.text
        assert said.title.endswith(f"({example})") == (f"({example})" in made.text)
        assert made.alt
        assert len(made.alt) <= 250


LONG = (
    "Speciallægeuddannelsens tværregionale simulationsbaserede introduktionskursus i ultralydvejledt regionalanæstesi, "
    "smertebehandling og patientsikkerhed for uddannelsessøgende læger i videreuddannelsesregionerne Nord, Syd og Øst, "
    "med efterfølgende kompetencevurdering på simulationscentret (eksempel)"
)


@pytest.mark.parametrize("platform", LIMITS)
@pytest.mark.parametrize("title", [LONG, "Højtspecialiseretuddannelsesforløb" * 30 + " (eksempel)"])
def test_the_longest_danish_titles_are_cut_between_words(press: Press, platform: str, title: str) -> None:
    reader, limit = press.readers["da"], LIMITS[platform]
    moved = next(each for each in press.told["all"] if each.what == "moved")
    said = replace(say(reader, moved), title=f"FLYTTET: {title}")
    made = post(reader, said, limit)
    assert made.size <= limit.most
    assert made.text.startswith("FLYTTET: ")
    assert "(eksempel)" in made.text
    first = made.text.partition("\n\n")[0].removesuffix(" (eksempel)")
    if first.endswith("…") and " " in title.removesuffix(" (eksempel)"):
        kept = first.removesuffix("…")
        assert f"FLYTTET: {title}".startswith(kept)
        assert re.match(r"[ ,.]", f"FLYTTET: {title}"[len(kept) :])
