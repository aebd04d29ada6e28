"""What is asked of a build, and what it answers. Nothing here needs much to be loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .diagnostics import Diagnostic, has_errors
from .publish import Written
from .settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Executor


@dataclass(frozen=True, slots=True)
class Account:
    """What became of every input file: the numbers add up to `found`."""

    found: int = 0
    published: int = 0
    drafts: int = 0
    refused: int = 0
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and where to.

    `settings_file` is `publishconf.py`, in the folder of the site; `today` decides which courses are past, `cache` is
    the folder of the cache. `fresh` forgets what is in it, `index` asks for the search index too, `pdf` for PDFs of what
    is made to be printed, `images` for pictures that pages are shared with; `workers` is how many processes to use, one for
    each core where it is None. `output` is a folder, or an address that fsspec knows; pages are made by the `executor`
    where there is one (`cluster`).
    """

    settings_file: Path
    settings: Settings
    today: date
    theme: Path
    output: Path | str
    cache: Path
    fresh: bool = False
    index: bool = True
    pdf: bool = False
    images: bool = False
    workers: int | None = None
    executor: Executor | None = None

    @property
    def root(self) -> Path:
        """The folder of the site."""
        return self.settings_file.parent


@dataclass(frozen=True, slots=True)
class Result:
    """What a build did: `pages` and `files` count those of the site; nothing was written where it `failed`."""

    pages: int
    files: int
    written: Written
    account: Account
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        return has_errors(self.diagnostics)
