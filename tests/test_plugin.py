"""Kyndig under Pelican: the same site, its own report, and no complaint of Pelican's unheard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kyndig.scaffold import init

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "SOURCE_DATE_EPOCH": "1795305600"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    init(tmp_path / "site")
    return tmp_path / "site"


def pelican(site: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o", "output", *more]
    return subprocess.run(command, cwd=site, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def test_a_new_site_builds_with_pelican_as_it_stands(site: Path) -> None:
    done = pelican(site)
    assert done.returncode == 0, done.stdout + done.stderr
    with_pelican = {
        path.relative_to(site / "output"): path.read_bytes() for path in (site / "output").rglob("*.html")
    }
    subprocess.run(
        [sys.executable, "-m", "kyndig", "build", "-q", "--out", "other"],
        cwd=site,
        env=ENVIRONMENT,
        check=True,
    )
    assert {
        path.relative_to(site / "other"): path.read_bytes() for path in (site / "other").rglob("*.html")
    } == with_pelican


def test_a_fault_ends_with_our_report_and_writes_nothing(site: Path) -> None:
    page = next((site / "content" / "pages").glob("*.md"))
    page.write_text(page.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    done = pelican(site)
    assert done.returncode == 1
    assert "key.unknown" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not list((site / "output").rglob("*.html"))


def test_a_plugin_that_cannot_be_loaded_fails_the_build(site: Path) -> None:
    """Pelican alone says so and ends with 0."""
    settings = site / "publishconf.py"
    text = settings.read_text("utf-8").replace(
        'PLUGINS = ["kyndig.plugin"]', 'PLUGINS = ["kyndig.plugin", "nowhere"]'
    )
    settings.write_text(text, "utf-8")
    assert pelican(site).returncode == 1


def test_a_page_of_pelicans_own_that_it_drops_fails_the_build(site: Path) -> None:
    """Pelican alone skips a page without a title and ends with 0."""
    (site / "plain").mkdir()
    (site / "plain" / "x.md").write_text("status: nonsense\n\ntext\n", "utf-8")
    settings = site / "publishconf.py"
    settings.write_text(settings.read_text("utf-8") + '\nPAGE_PATHS = ["../plain"]\n', "utf-8")
    assert pelican(site).returncode == 1


def test_other_plugins_hear_of_every_page(site: Path) -> None:
    (site / "listener.py").write_text(
        "from pathlib import Path\n"
        "from pelican import signals\n"
        "def heard(path, context):\n"
        "    with Path('heard.txt').open('a') as file:\n"
        "        print(path, file=file)\n"
        "def register():\n"
        "    signals.content_written.connect(heard)\n",
        "utf-8",
    )
    settings = site / "publishconf.py"
    text = settings.read_text("utf-8").replace(
        'PLUGINS = ["kyndig.plugin"]', 'PLUGINS = ["kyndig.plugin", "listener"]'
    )
    settings.write_text(text, "utf-8")
    environment = {**ENVIRONMENT, "PYTHONPATH": f"{ENVIRONMENT['PYTHONPATH']}{os.pathsep}{site}"}
    command = [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o", "output"]
    subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True)
    heard = (site / "heard.txt").read_text("utf-8").splitlines()
    assert len(heard) == len(list((site / "output").rglob("*.html")))
