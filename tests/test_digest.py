"""`kyndig digest` and `kyndig share`: what they write, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kyndig.cli import main
from kyndig.scaffold import init

DAY = ("--date", "2026-11-22")
SINCE = ("--since", "2026-01-01")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    init(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def social(site: Path) -> None:
    """Let the plan of the site have a social channel."""
    plan = site / "content" / "needs" / "example-plan.yaml"
    text = plan.read_text("utf-8")
    assert "    type: courses " in text
    plan.write_text(
        text.replace("    type: courses ", "    platforms: [LinkedIn, Twitter]\n    type: social "), "utf-8"
    )


def test_a_letter_is_two_files_whose_first_line_is_the_subject(site: Path) -> None:
    result = run("digest", *DAY, *SINCE, "--language", "nb", "--out", "letters")
    assert result.exit_code == 0, result.output
    assert sorted(each.name for each in (site / "letters").iterdir()) == ["digest.nb.html", "digest.nb.txt"]
    text = (site / "letters" / "digest.nb.txt").read_text("utf-8")
    assert f"Subject: {text.splitlines()[0]}" in result.output
    assert 'lang="nb"' in (site / "letters" / "digest.nb.html").read_text("utf-8")


def test_the_same_letter_comes_of_the_same_content(site: Path) -> None:
    run("digest", *DAY, *SINCE, "--out", "one")
    run("digest", *DAY, *SINCE, "--out", "two")
    for name in ("digest.da.html", "digest.da.txt"):
        assert (site / "one" / name).read_bytes() == (site / "two" / name).read_bytes()


def test_where_nothing_is_new_no_letter_is_left_to_be_sent_twice(site: Path) -> None:
    assert run("digest", *DAY, *SINCE).exit_code == 0
    assert (site / "newsletter" / "digest.da.html").exists()
    result = run("digest", "--date", "2036-01-01", "--since", "2035-12-31")
    assert result.exit_code == 0
    assert "Nothing was announced from 2035-12-31 to 2036-01-01: there is no newsletter." in result.output
    assert not list((site / "newsletter").iterdir())


@pytest.mark.parametrize("command", ["digest", "share"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "2026-01-01", "--language", "de"), "write one of da, nb, en"),
        (("--since", "2026-01-01", "--feed", "corses"), 'did you mean "courses"?'),
        (("--since", "1.2.2026"), "--since"),
        (("--since", "2026-02-30"), "--since"),
        (("--since", "2026-02-01", "--until", "2026-13-01"), "--until"),
        (("--since", "2026-02-02", "--until", "2026-02-01"), "2026-02-01 is before 2026-02-02"),
        ((), "--since"),
    ],
)
def test_what_cannot_be_chosen_is_told_with_a_remedy(
    site: Path, command: str, arguments: tuple[str, ...], said: str
) -> None:
    result = run(command, *DAY, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.replace("│", " ").split())


def test_content_in_error_makes_no_letter(site: Path) -> None:
    page = next((site / "content" / "pages").glob("*.md"))
    page.write_text(page.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    result = run("digest", *DAY, *SINCE)
    assert result.exit_code == 1
    assert "titel" in result.output
    assert not (site / "newsletter").exists()


def test_staff_hear_of_what_is_not_recorded_yet(site: Path) -> None:
    assert run("record", *DAY).exit_code == 0
    course = site / "content" / "courses" / "handover-course.md"
    text = course.read_text("utf-8")
    assert "deadline: 2027-01-13" in text
    assert "kyndig record" not in run("digest", *DAY, *SINCE).output
    course.write_text(text.replace("deadline: 2027-01-13", "deadline: 2027-01-14"), "utf-8")
    assert "1 changes are not recorded" in run("digest", *DAY, *SINCE).output
    assert run("record", *DAY).exit_code == 0
    assert "kyndig record" not in run("digest", *DAY, *SINCE).output
    assert "NY FRIST" in (site / "newsletter" / "digest.da.txt").read_text("utf-8")


def test_one_feed_makes_a_smaller_letter(site: Path) -> None:
    run("record", *DAY)
    run("digest", *DAY, *SINCE, "--out", "all")
    result = run("digest", *DAY, *SINCE, "--feed", "courses", "--out", "courses")
    assert result.exit_code == 0, result.output
    whole, part = ((site / name / "digest.da.txt").read_text("utf-8") for name in ("all", "courses"))
    assert 0 < part.count("\n<http") < whole.count("\n<http")
    assert ", Kurser: nyt, " in part.splitlines()[0]


def test_texts_to_share_are_one_a_platform_and_announcement(site: Path) -> None:
    social(site)
    run("record", *DAY)
    result = run("share", *DAY, *SINCE, "--language", "en")
    assert result.exit_code == 0, result.output
    files = sorted(each.relative_to(site / "share") for each in (site / "share").rglob("*.txt"))
    folders = {each.parent.name for each in files}
    assert folders == {"linkedin", "twitter"}
    names = {folder: [each.name for each in files if each.parent.name == folder] for folder in folders}
    assert names["linkedin"] == names["twitter"]
    assert f"{len(names['twitter'])} announcements for LinkedIn, Twitter" in result.output
    text = (site / "share" / files[0]).read_text("utf-8")
    post, rest = text.split("\n\n---\n\n")
    assert post.splitlines()[-1].startswith("http")
    assert rest.startswith("Picture of the page, in words: ")
    assert rest.rstrip().endswith("characters")


def test_one_platform_can_be_chosen_however_it_is_written(site: Path) -> None:
    social(site)
    assert run("share", *DAY, *SINCE, "--platform", "linkedin").exit_code == 0
    assert [each.name for each in (site / "share").iterdir()] == ["linkedin"]
    result = run("share", *DAY, *SINCE, "--platform", "LinkedOut")
    assert result.exit_code == 2
    assert 'did you mean "LinkedIn"?' in " ".join(result.output.replace("│", " ").split())


def test_without_a_social_channel_there_is_nowhere_to_share(site: Path) -> None:
    result = run("share", *DAY, *SINCE)
    assert result.exit_code == 2
    assert "no plan names a platform" in " ".join(result.output.replace("│", " ").split())
