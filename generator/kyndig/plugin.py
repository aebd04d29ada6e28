"""Kyndig as a Pelican plugin: one Generator and one Writer. The only module that knows Pelican.

Pelican gives settings, theme, templates and output folder, and tells its other plugins of every page; it is given
nothing that has not passed our own gate. A warning or an error from Pelican itself is a failed build: left alone it
drops content and ends well.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pelican
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer
from rich.console import Console

from .build import Built, build
from .cli import exits
from .cli.main import the_day
from .cli.report import show, summary
from .publish import Busy, locked, write
from .resources import theme_folder
from .settings import Settings, from_mapping

_OFF: dict[str, Any] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "DELETE_OUTPUT_DIRECTORY": False,
}
"""What Pelican makes unasked, turned off unless the site asks for it."""


class Listener(logging.Handler):
    """Keep what Pelican complains of, so that a complaint can fail the build; its text is never parsed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


_listener = Listener()
logging.getLogger("pelican").addHandler(_listener)
"""From the moment we are loaded: Pelican complains of plugins it cannot load before it tells any to begin."""


class KyndigWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Write the site as `kyndig build` does, and tell Pelican's plugins of each page."""

    def publish(self, built: Built, output: Path) -> None:
        """Write all files of a site; `content_written` is sent once for each page."""
        write(output, built.files)
        for path in sorted(built.files):
            if path.endswith(".html"):
                signals.content_written.send(str(output / path), context={})


class KyndigGenerator(Generator):  # type: ignore[misc]
    """Build in Pelican's first phase, write in its second."""

    built: Built

    def generate_context(self) -> None:
        """Build the site in memory; end with our own report where the content is refused."""
        root = Path(self.settings["PATH"]).parent
        console, settings = Console(stderr=True), _settings(self.settings)
        self.built = build(root, settings, the_day(None, settings), _theme(self.theme, root))
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


def _settings(given: dict[str, Any]) -> Settings:
    """Read Pelican's settings as ours; it has made the content folder's path absolute."""
    return replace(from_mapping(given), path=Path(given["PATH"]).name)


def _theme(theme: str, root: Path) -> Path:
    """Take the theme Pelican has found; where the site names none it has found its own, and ours is meant."""
    own = Path(pelican.__file__).resolve().parent
    return theme_folder("kyndig", root) if Path(theme).resolve().is_relative_to(own) else Path(theme)


def _configure(host: pelican.Pelican) -> None:
    """Turn off what the site has left as Pelican has it by default."""
    defaults = pelican.settings.DEFAULT_CONFIG
    untouched = {name: value for name, value in _OFF.items() if host.settings.get(name) == defaults.get(name)}
    host.settings.update(untouched)


def _generators(_: pelican.Pelican) -> type[KyndigGenerator]:
    return KyndigGenerator


def _writer(_: pelican.Pelican) -> type[KyndigWriter]:
    return KyndigWriter


def _finish(_: pelican.Pelican) -> None:
    if _listener.heard:
        Console(stderr=True).print("Pelican warned, so the build has failed.")
        raise SystemExit(exits.REFUSED)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(_configure)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
    signals.finalized.connect(_finish)
