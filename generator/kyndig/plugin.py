"""Kyndig as a Pelican plugin: one Generator and one Writer. The only module that knows Pelican.

Pelican gives settings, theme and output folder, and hears of every page through `content_written`; it is given
nothing that has not passed our own gate. A warning or an error from Pelican itself is a failed build: it drops
content and exits 0 otherwise.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer
from rich.console import Console

from .build import Account, Built, build
from .cli import exits
from .cli.main import the_day
from .cli.report import show, summary
from .publish import Busy, locked, write
from .resources import theme_folder
from .settings import from_mapping

_OFF: dict[str, Any] = {
    "ARTICLE_PATHS": [], "PAGE_PATHS": [], "STATIC_PATHS": [], "THEME_STATIC_PATHS": [], "DIRECT_TEMPLATES": [],
    "FEED_ALL_ATOM": None, "CATEGORY_FEED_ATOM": None, "TRANSLATION_FEED_ATOM": None, "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None, "AUTHOR_SAVE_AS": "", "CATEGORY_SAVE_AS": "", "TAG_SAVE_AS": "",
    "DELETE_OUTPUT_DIRECTORY": False,
}
"""Pelican's own output, off unless the site's settings turn it on."""


class Listener(logging.Handler):
    """Count what Pelican complains of; its own text is never parsed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


class KyndigWriter(Writer):  # type: ignore[misc]
    """Write the site as `kyndig build` does, and tell Pelican's plugins of each page."""

    def publish(self, built: Built, output: Path) -> None:
        write(output, built.files)
        for path in sorted(built.files):
            if path.endswith(".html"):
                signals.content_written.send(str(output / path), context={})


class KyndigGenerator(Generator):  # type: ignore[misc]
    """Check in the first phase, write in the second."""

    built: Built

    def generate_context(self) -> None:
        """Build the site in memory; end with our own report where the content is refused."""
        settings = from_mapping(self.settings)
        root = Path(self.settings["PATH"]).parent
        console = Console(stderr=True)
        theme = _theme(self.theme, root)
        self.built = build(root, settings_for(settings, root, self), the_day(None, settings), theme)
        show(self.built.diagnostics, "text", self.built.account, console)
        if self.built.failed:
            console.print(summary(self.built.account, self.built.diagnostics), soft_wrap=True)
            raise SystemExit(exits.REFUSED)

    def generate_output(self, writer: KyndigWriter) -> None:
        """Write every file of the site."""
        output = Path(self.output_path)
        try:
            with locked(output):
                writer.publish(self.built, output)
        except Busy:
            Console(stderr=True).print(f"Another build is writing to {output}.")
            raise SystemExit(exits.BUSY) from None


def settings_for(settings: Any, root: Path, generator: Generator) -> Any:
    """Return our settings with the content folder as a path below the site's root, as `kyndig build` has it."""
    from dataclasses import replace

    return replace(settings, path=Path(generator.settings["PATH"]).name, siteurl=generator.settings["SITEURL"])


def _theme(theme: str, root: Path) -> Path:
    """Pelican makes a theme's name a path of its own; find the theme as `kyndig build` does."""
    return Path(theme) if (Path(theme) / "templates").is_dir() else theme_folder(Path(theme).name, root)


def _configure(pelican: Pelican) -> None:
    given = pelican.settings.get("_GIVEN", {})
    pelican.settings.update({name: value for name, value in _OFF.items() if name not in given})
    logging.getLogger("pelican").addHandler(_listener)


_listener = Listener()


def _generators(_: Pelican) -> type[KyndigGenerator]:
    return KyndigGenerator


def _writer(_: Pelican) -> type[KyndigWriter]:
    return KyndigWriter


def _finish(_: Pelican) -> None:
    if _listener.heard:
        Console(stderr=True).print("Pelican warned, so the build has failed.")
        sys.exit(exits.REFUSED)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(_configure)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
    signals.finalized.connect(_finish)
