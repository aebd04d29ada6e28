"""Every input file is accounted for: published, a draft, refused or ignored."""

from __future__ import annotations

from pathlib import Path

import pytest

from kyndig.build import check_site
from kyndig.order import Account
from site_cases import BASE, CASES, SETTINGS, Case


def _input(root: Path) -> set[Path]:
    return {each for each in (root / "content").rglob("*") if each.is_symlink() or not each.is_dir()}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_numbers_add_up(path: Path, tmp_path: Path) -> None:
    checked = Case.read(path).check(tmp_path)
    account = checked.account
    assert account.found == len(_input(tmp_path))
    assert account.found == account.published + account.drafts + account.refused + account.ignored
    wrong = {each.place.file for each in checked.diagnostics if each.severity == "error"}
    assert bool(account.refused) == any(
        file.startswith("content") for file in wrong
    )  # the ledger is no content
    assert account.ignored == sum(each.code == "file.ignored" for each in checked.diagnostics)


def test_the_base_is_published() -> None:
    count = len(_input(BASE))
    assert check_site(BASE, SETTINGS).account == Account(found=count, published=count)


def test_a_draft_counts_with_its_translations(tmp_path: Path) -> None:
    front = "---\n{}title: Side\n---\nTekst.\n"
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/a.md").write_text(front.format("lang: da\nstatus: draft\n"))
    (tmp_path / "content/pages/a.nb.md").write_text(front.format(""))
    (tmp_path / "content/pages/b.md").write_text(front.format("lang: da\nslug: b\n"))
    (tmp_path / "content/pages/c.md").write_text(front.format("lang: da\nslug: c\ncolour: red\n"))
    (tmp_path / "content/pages/d.png").write_bytes(b"PNG")
    (tmp_path / "content/pages/.e.md").write_text("")
    (tmp_path / "content/pages/f.docx").write_bytes(b"PK")
    account = check_site(tmp_path, SETTINGS).account
    assert account == Account(found=7, published=2, drafts=2, refused=2, ignored=1)


def test_a_draft_has_no_page(tmp_path: Path) -> None:
    checked = Case.read(CASES[0].parent.parent / "cases" / "draft.txt").check(tmp_path)
    assert "course:blocks" not in checked.catalogue.entities
    assert not any(page.key == "course:blocks" for page in checked.site.pages)


def test_a_site_without_content_is_refused(tmp_path: Path) -> None:
    checked = check_site(tmp_path, SETTINGS)
    assert [str(each) for each in checked.diagnostics] == [
        "content:1:1: error path.unreadable: this cannot be read: No such file or directory; check "
        "that it exists, and its permissions"
    ]
    assert checked.account == Account(found=1, refused=1)
