"""The loop: look at what has changed, check the site, show it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console
from watchfiles import watch

from ..build import Account, check_site, findings_of
from ..cli.report import show, summary
from ..diagnostics import Diagnostic, has_errors
from ..pages import Renderer
from ..render import Press
from ..resources import shared, theme_folder
from ..settings import Settings, SettingsFault, read_settings
from .answers import start
from .faults import fault_of
from .preview import Preview
from .readings import Readings, Remembered, read_side_by_side
from .snapshot import Snapshot

_STEP = 10
"""Milliseconds without a change after which an edit is taken to be whole."""
_LONGEST = 100
"""Milliseconds after which it is looked at although changes go on."""
_GLANCE = 250
"""Milliseconds between two glances at what cannot be watched: the settings file, and whether the folders are still there."""


def serve(settings_file: Path, today: date, port: int) -> None:
    """Serve the site on the loopback address until interrupted, with every change."""
    console, preview = Console(stderr=True), Preview()
    workshop = Workshop.of(settings_file, today)
    seen = _stamps(watched(settings_file))
    workshop.renew(preview, console)
    server = start(preview, port)
    console.print(
        f"http://127.0.0.1:{server.server_address[1]}{preview.base}  (Ctrl-C ends)", highlight=False
    )
    try:
        follow(workshop, preview, console, seen)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


@dataclass(slots=True)
class Workshop:
    """Makes snapshots of one site, and keeps what can be used for the next: readings, templates, and what was told."""

    settings_file: Path
    today: date
    readings: Readings
    renderer: Renderer | None = None
    theme: str = ""
    told: frozenset[Diagnostic] = field(default=frozenset())

    @classmethod
    def of(cls, settings_file: Path, today: date, remember: bool = True) -> Workshop:
        """Set up for a site; on demand take over what a build has read, and leave to the next what is read here."""
        root, settings = settings_file.resolve().parent, _settings(settings_file)
        cache = root / settings.cache_path / "kyndig.sqlite"
        begin = Remembered(root, cache, root / settings.output_path) if remember else read_side_by_side
        return cls(settings_file, today, Readings(begin))

    @property
    def root(self) -> Path:
        return self.settings_file.resolve().parent

    def renew(self, preview: Preview, console: Console) -> None:
        """Make a snapshot of the site as it is now, show it if it has no errors, and tell the terminal."""
        account = Account()
        findings: tuple[Diagnostic, ...]
        with preview.work, _uncollected():
            theme = theme_folder(_settings(self.settings_file).theme, self.root)
            try:
                settings = read_settings(self.settings_file)
                site, findings, account = self._snapshot(settings, theme)
                path = urlsplit(settings.siteurl).path.strip("/")
                preview.root, preview.theme = self.root, theme
                preview.take(site, findings, f"/{path}/" if path else "/")
            except SettingsFault as fault:
                findings = fault.diagnostics
                preview.take(None, findings)
            except Exception as error:  # of the theme's words, which may have any fault
                findings = (fault_of(error, self.root, theme),)
                preview.take(None, findings)
        fresh = [each for each in findings if each not in self.told]
        self.told = frozenset(findings)
        show(fresh, "text", account, console)
        console.print(summary(account, findings), soft_wrap=True, highlight=False)

    def _snapshot(
        self, settings: Settings, theme: Path
    ) -> tuple[Snapshot | None, tuple[Diagnostic, ...], Account]:
        checked = check_site(self.root, settings, self.readings)
        findings = findings_of(checked, settings, self.today)
        if has_errors(findings):
            return None, findings, checked.account
        press = Press.of(checked.catalogue, checked.site, checked.words, settings, self.today, theme)
        now = _digest(theme / "templates", shared("i18n")) + repr(settings.languages)
        if self.renderer is None or now != self.theme:
            self.renderer, self.theme = press.renderer, now
        return (
            Snapshot(replace(press, renderer=self.renderer), checked.attachments),
            findings,
            checked.account,
        )


def follow(workshop: Workshop, preview: Preview, console: Console, seen: int) -> None:
    """Renew what is shown after each change, for ever; `seen` are the stamps of the files that it was made from."""
    while True:
        folders, marks = watched(workshop.settings_file), _marks(workshop.settings_file)
        watching = watch(*folders, debounce=_LONGEST, step=_STEP, rust_timeout=_GLANCE, yield_on_timeout=True)
        for number, changes in enumerate(watching):
            others = _marks(workshop.settings_file) != marks
            missed = number == 0 and _stamps(folders) != seen
            if others:
                seen = _stamps(watched(workshop.settings_file))
            if changes or missed or others:
                workshop.renew(preview, console)
            if others:
                break


def watched(settings_file: Path) -> tuple[Path, ...]:
    """Return the folders in which a change means another site."""
    root, settings = settings_file.resolve().parent, _settings(settings_file)
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


def _settings(settings_file: Path) -> Settings:
    try:
        return read_settings(settings_file)
    except SettingsFault:
        return Settings()


def _digest(*folders: Path) -> str:
    """Return a digest of all files in some folders."""
    digest = blake2b(digest_size=16)
    for folder in folders:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            digest.update(f"{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do without looking for garbage, which with a large site in memory takes longer than what is done meanwhile."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
