"""The loop: see what has changed, and let it be shown."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from rich.console import Console
from watchfiles import watch

from ..resources import shared, theme_folder
from .answers import start
from .preview import Preview
from .workshop import Workshop, lenient

_STEP = 10
"""Milliseconds without a change after which an edit is taken to be whole."""
_LONGEST = 100
"""Milliseconds after which it is looked at although changes go on."""
_GLANCE = 250
"""Milliseconds between two looks at what cannot be watched: the settings file, and whether the folders are still there."""


def serve(settings_file: Path, today: date, port: int) -> None:
    """Serve the site on the loopback address until interrupted, with every change."""
    console, preview = Console(stderr=True), Preview()
    workshop = Workshop.of(settings_file, today, preview, console)
    seen = _stamps(watched(settings_file))
    workshop.renew()  # before there are threads: it reads in several processes
    server = start(preview, port)
    console.print(
        f"http://127.0.0.1:{server.server_address[1]}{preview.base}  (Ctrl-C ends)", highlight=False
    )
    threading.Thread(target=workshop.work, daemon=True).start()
    with suppress(KeyboardInterrupt):
        follow(workshop, seen)
    server.shutdown()


def follow(workshop: Workshop, seen: int, end: threading.Event | None = None) -> None:
    """Show every change until the end; `seen` are the stamps of the files that are shown."""
    while end is None or not end.is_set():
        folders, marks = watched(workshop.settings_file), _marks(workshop.settings_file)
        watching = watch(
            *folders,
            debounce=_LONGEST,
            step=_STEP,
            rust_timeout=_GLANCE,
            yield_on_timeout=True,
            stop_event=end,
        )
        for number, changes in enumerate(watching):
            others = _marks(workshop.settings_file) != marks
            if others:
                seen = _stamps(watched(workshop.settings_file))
            missed = others or (number == 0 and _stamps(folders) != seen)
            is_all = not changes or workshop.glance(Path(path) for _, path in changes)
            if missed or not is_all:
                workshop.ask()
            if others:
                break


def watched(settings_file: Path) -> tuple[Path, ...]:
    """Return the folders in which a change means another site."""
    root, settings = settings_file.resolve().parent, lenient(settings_file)
    wanted = (root / settings.path, theme_folder(settings.theme, root), shared("i18n"))
    return tuple(each for each in wanted if each.is_dir()) or (root,)


def _marks(settings_file: Path) -> tuple[object, ...]:
    """Return what tells that the settings are others, or a folder is not the one that is watched."""
    try:
        data = settings_file.read_bytes()
    except OSError:
        data = b""
    return data, tuple((each, _number(each)) for each in watched(settings_file))


def _stamps(folders: Iterable[Path]) -> int:
    """Return a number that is another when a file has changed while nobody watched."""
    found: list[tuple[str, int]] = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            with suppress(FileNotFoundError):
                found.append((str(path), path.lstat().st_mtime_ns))
    return hash(tuple(found))


def _number(folder: Path) -> int:
    try:
        return folder.stat().st_ino
    except OSError:
        return 0
