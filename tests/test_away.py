"""The command line for what is not on this machine: what it says, and the code it ends with."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kyndig.cli import main
from kyndig.publish import locked

from .site_cases import BASE


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path / "site")
    (tmp_path / "site" / "publishconf.py").write_text('LANGUAGES = ["da", "nb"]\n', "utf-8")
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", "--no-index", "--date", "2026-11-22", *arguments])


@pytest.mark.parametrize("arguments", [("--out", "s3://bucket/site"), ("--scheduler", "tcp://127.0.0.1:1")])
def test_without_the_extra_it_says_what_to_install(
    site: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, str]
) -> None:
    monkeypatch.setitem(sys.modules, "kyndig.cluster", None)
    result = run(*arguments)
    assert result.exit_code == 2
    assert 'pip install "kyndig[distributed]"' in result.output
    assert not list(site.rglob("*.html"))


def test_an_address_of_no_known_kind_is_a_fault_of_the_command(site: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed: the extra `distributed` brings it")
    result = run("--out", "nowhere://site")
    assert result.exit_code == 2
    assert "--out nowhere://site" in result.output


def test_an_output_address_is_built_to_in_every_core(site: Path, tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed: the extra `distributed` brings it")
    result = run("--out", f"file://{tmp_path}/store")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "store" / "da" / "index.html").is_file()
    assert "(0 changed," in run("--out", f"file://{tmp_path}/store").output


def test_two_builds_of_one_site_do_not_write_to_a_store(site: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed: the extra `distributed` brings it")
    with locked(site / "cache"):
        assert run("--out", "memory://site").exit_code == 75


def test_a_scheduler_that_does_not_answer_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(
        "distributed", reason="distributed is not installed: the extra `distributed` brings it"
    )
    monkeypatch.setattr("kyndig.cluster.scheduler.PATIENCE", 0.2)
    result = run("--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == 69
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in result.output
