"""The program that makes the index: Pagefind's own, run once over copies of the pages in a folder that is then deleted.

Pagefind's Python classes talk to the same program, a tenth of a second for each page; its command line reads a
thousand pages in two seconds.
"""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from pagefind.service import get_executable

_NEEDED = (".pf_fragment", ".pf_index", ".pf_meta", ".pagefind", "pagefind.js", "pagefind-entry.json")
"""Endings of the files that our script fetches; Pagefind's own interface is left out."""


_BEGIN = b"pagefind_dcd"
"""What stands before the text of a file of Pagefind's when it is unpacked."""


class IndexFailed(Exception):
    """Pagefind has refused the pages: a fault of ours, as its words say."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Pagefind's program as it is installed here. The version is part of the index's address: the script changes with it."""

    program: Path
    version: str

    @property
    def folder(self) -> str:
        """Return the folder of the index below the output folder."""
        return f"search/{self.version}"

    def index(self, pages: Mapping[str, str]) -> dict[str, bytes]:
        """Return the files of the index by their path below the output folder; `pages` are HTML by any name."""
        with TemporaryDirectory(prefix="kyndig-search-") as name:
            folder = Path(name)
            for path, text in pages.items():
                target = folder / "pages" / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, "utf-8")
            done = _run(self.program, "--site", "pages", "--output-path", "index", "--quiet", folder=folder)
            if done.returncode:
                raise IndexFailed(done.stderr or done.stdout)
            return {f"{self.folder}/{path}": data for path, data in _files(folder / "index")}

    def script(self) -> dict[str, bytes]:
        """Return the script that a browser asks the index with, by its path: the same for every site."""
        return _script(self)

    def field(self, made: Mapping[str, bytes], name: str) -> dict[str, str]:
        """Return one field of every page of an index, by what Pagefind calls the page."""
        return {
            PurePosixPath(path).stem: json.loads(gzip.decompress(data).partition(_BEGIN)[2])["meta"][name]
            for path, data in made.items()
            if path.endswith(".pf_fragment")
        }


@cache
def _script(engine: Engine) -> dict[str, bytes]:
    made = engine.index({"page.html": '<html lang="en"><body data-pagefind-body>page</body></html>'})
    return {path: data for path, data in made.items() if path.endswith(".js")}


def engine() -> Engine | None:
    """Return the program that makes the index, or None where there is none that runs on this machine."""
    program = get_executable()
    if program is None:
        return None
    try:
        done = _run(program, "--version")
    except OSError:
        return None
    return Engine(program, done.stdout.split()[-1]) if done.returncode == 0 else None


def _run(program: Path, *words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(each for each in folder.rglob("*") if each.name.endswith(_NEEDED)):
        if path.name != "wasm.unknown.pagefind":
            yield path.relative_to(folder).as_posix(), _steady(path)


def _steady(path: Path) -> bytes:
    """Return the bytes of a file; sort what Pagefind writes in an order of its own each time."""
    data = path.read_bytes()
    if path.suffix != ".json":
        return data
    return json.dumps(json.loads(data), sort_keys=True, separators=(",", ":")).encode()
