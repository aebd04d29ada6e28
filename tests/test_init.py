"""`kyndig init` gives a site that is complete, faultless and fit to learn from."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kyndig.build import build, check_site
from kyndig.cli import main
from kyndig.records.kinds import FOLDERS, VOCABULARIES
from kyndig.resources import theme_folder
from kyndig.scaffold import Occupied, init
from kyndig.settings import read_settings

DAY = date(2026, 11, 22)
ORIGINALS = {
    "courses/example-school.yaml", "courses/handover-course.md", "curricula/example-training/2026.yaml",
    "curricula/example-training/2027.yaml", "curricula/example-training/mapping.yaml",
    "groups/example-group.md", "needs/example-plan.yaml", "news/2026-11-22-example-opens.md",
    "pages/about.md", "pages/accessibility.md", "pages/privacy.md", "positions/example-service/better-handover.md",
    "positions/example-school/practice.md",
}  # fmt: skip
WORDLESS = {"curricula/example-training/mapping.yaml"}
"""What has no words, and so no translation."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "site"
    init(folder)
    return folder


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _is_translation(path: Path) -> bool:
    return re.fullmatch(r".+\.(da|nb|en)\.(md|yaml)", path.name) is not None


def test_the_files_are_complete(site: Path) -> None:
    vocabularies = {f"content/vocabularies/{name}.yaml" for name in VOCABULARIES}
    translations = {name for name in _files(site) if _is_translation(Path(name))}
    servers = {f"servers/{name}" for name in ("Caddyfile", "README.md", "apache.conf", "nginx.conf")}
    beside = {".gitignore", "README.md", "publishconf.py", "hooks/pre-commit"} | servers
    beside |= {"ledger/announced.txt", "ledger/.gitattributes"}
    originals = _files(site) - translations - vocabularies - beside
    assert vocabularies <= _files(site)
    assert originals == {f"content/{name}" for name in ORIGINALS}
    words = originals - {f"content/{name}" for name in WORDLESS}
    assert len(translations) == 2 * len(words), "each original has a translation in both other languages"
    assert beside <= _files(site)


def test_init_returns_what_it_wrote(tmp_path: Path) -> None:
    written = init(tmp_path / "site")
    assert {path.relative_to(tmp_path / "site").as_posix() for path in written} == _files(tmp_path / "site")


def test_nothing_is_found(site: Path) -> None:
    checked = check_site(site, read_settings(site / "publishconf.py"))
    assert checked.diagnostics == ()
    assert (
        checked.account.published
        == checked.account.found
        == 3 * len(ORIGINALS) - 2 * len(WORDLESS) + len(VOCABULARIES)
    )


def test_every_kind_is_there(site: Path) -> None:
    checked = check_site(site, read_settings(site / "publishconf.py"))
    kinds = {entity.kind for entity in checked.catalogue.entities.values()}
    assert {kind.name for kinds in FOLDERS.values() for kind in kinds} <= kinds
    assert {kind for kind, _ in VOCABULARIES.values()} <= kinds
    assert {"competency", "card", "statement", "instance", "channel", "activity"} <= kinds


def test_it_builds(site: Path) -> None:
    settings = read_settings(site / "publishconf.py")
    built = build(site, settings, DAY, theme_folder(settings.theme, site))
    assert not built.failed
    for language in settings.languages:
        assert f"{language}/index.html" in built.files


def test_the_originals_are_in_every_language(site: Path) -> None:
    texts = [(site / "content" / name).read_text("utf-8") for name in sorted(ORIGINALS)]
    assert {re.findall(r"^lang: (\w+)", text, re.MULTILINE)[0] for text in texts} == {"da", "nb", "en"}


def test_comments_stand_in_originals_only(site: Path) -> None:
    for path in sorted((site / "content").rglob("*")):
        if path.is_file():
            has_comment = re.search(r"^\s*# ", path.read_text("utf-8"), re.MULTILINE) is not None
            assert has_comment != _is_translation(path), path.name


def test_everything_is_marked_as_an_example(site: Path) -> None:
    checked = check_site(site, read_settings(site / "publishconf.py"))
    shown = checked.catalogue.of_kind("course", "instance", "activity")
    assert [entity.ref for entity in shown if not entity.value.example] == []


@pytest.mark.parametrize("more", [
    ["status: moved", "status_changed: 2026-11-20", "former:", "  - start: 2027-02-03T09:00"],
    ["status: cancelled", "status_changed: 2026-11-20"],
])  # fmt: skip
def test_what_a_comment_says_about_changed_dates_works(tmp_path: Path, more: list[str]) -> None:
    init(tmp_path)
    path = tmp_path / "content" / "courses" / "handover-course.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("mode: onsite", "\n    ".join([*more, "mode: onsite"])), "utf-8")
    assert check_site(tmp_path, read_settings(tmp_path / "publishconf.py")).diagnostics == ()


def test_an_occupied_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 2
    assert "choose a new folder" in result.output
    assert _files(tmp_path) == {"mine.txt"}


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", "utf-8")
    with pytest.raises(Occupied):
        init(tmp_path / "site")


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 0
    assert "kyndig serve" in result.output
    assert (tmp_path / "publishconf.py").is_file()
