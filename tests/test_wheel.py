"""The package as others get it: installed from a wheel, it starts and builds a site with nothing beside it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None,
    reason="hatchling is not installed: the wheel cannot be built here",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("kyndig-*.whl"))


def test_the_wheel_holds_the_theme_and_the_catalogues(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "kyndig/share/themes/kyndig/templates/base.html",
        "kyndig/share/themes/kyndig/static/kyndig.css",
        "kyndig/share/i18n/da.po",
        "kyndig/share/i18n/nb.po",
        "kyndig/share/i18n/en.po",
        "kyndig/scaffold/site/publishconf.txt",
        "kyndig/scaffold/site/servers/nginx.conf",
    }
    assert wanted <= names
    assert not [name for name in names if name.startswith(("tests", "content", "output"))]


def test_an_installed_kyndig_starts_and_builds_a_site(wheel: Path, tmp_path: Path) -> None:
    """In an empty environment; the libraries are borrowed from this one, so that no network is needed."""
    place = tmp_path / "venv"
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    site_packages = next(place.glob("lib/python*/site-packages"))
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    (site_packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"])
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kyndig, site = str(place / "bin" / "kyndig"), tmp_path / "site"
    subprocess.run(
        [kyndig, "init", str(site)], check=True, capture_output=True, env=environment, cwd=tmp_path
    )
    done = subprocess.run(
        [kyndig, "build"], capture_output=True, text=True, env=environment, cwd=site, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (site / "output" / "da" / "index.html").is_file()
    assert "0 refused" in done.stderr
