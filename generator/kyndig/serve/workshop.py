"""Where snapshots are made: at once from the files that were edited, and then from the whole site, which decides."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console

from ..build import Checked, check_site, findings_of
from ..cli.report import show, summary
from ..diagnostics import Diagnostic, has_errors
from ..digests import digest_of_folders
from ..order import Account
from ..pages import Renderer
from ..render import Press
from ..resources import shared, theme_folder
from ..settings import Settings, SettingsFault, read_settings
from .edits import Edits, Good
from .faults import fault_of
from .preview import Preview
from .readings import Readings, Remembered, read_side_by_side
from .snapshot import Snapshot

_HALF_WRITTEN = 0.05
"""Seconds after which a text with faults is read once more: a file that is being written is empty for a moment."""

_PAUSE = 2.0
"""Seconds without an edit after which garbage is collected."""


@dataclass(slots=True)
class Workshop:
    """Makes snapshots of one site, and keeps what can be used for the next: readings, templates, and what was told.

    `good` is the site when it last had no errors, `edited` what has been edited since.
    """

    settings_file: Path
    today: date
    preview: Preview
    console: Console
    readings: Readings
    good: Good | None = None
    edited: frozenset[Path] = frozenset()
    renderer: Renderer | None = None
    templates: str = ""
    told: frozenset[Diagnostic] = frozenset()
    glanced: frozenset[Diagnostic] = frozenset()
    """Errors that a glance has found."""
    edits: int = 0
    """Counts the edits, so that what was made before one is not shown after it."""
    due: bool = False
    asked: threading.Condition = field(default_factory=threading.Condition)

    @classmethod
    def of(
        cls, settings_file: Path, today: date, preview: Preview, console: Console, remember: bool = True
    ) -> Workshop:
        """Set up for a site; on demand take over what a build has read, and leave to the next what is read here."""
        root, settings = settings_file.resolve().parent, lenient(settings_file)
        begin = Remembered(root, root / settings.cache_path) if remember else read_side_by_side
        return cls(settings_file, today, preview, console, Readings(begin))

    @property
    def root(self) -> Path:
        return self.settings_file.resolve().parent

    def renew(self) -> None:
        """Look at the whole site as it is now, show it if it has no errors, and tell the terminal."""
        with self.asked:
            edits, edited, self.edited = self.edits, self.edited, frozenset()
        settings, account = lenient(self.settings_file), Account()
        theme = theme_folder(settings.theme, self.root)
        good: Good | None = None
        findings: tuple[Diagnostic, ...]
        try:
            settings = read_settings(self.settings_file)
            with _uncollected():
                checked = check_site(self.root, settings, self.readings, today=self.today)
            findings, account = findings_of(checked, settings, self.today), checked.account
            if not has_errors(findings):
                good = Good(self.root, settings, theme, checked, self.readings.by_path())
            self._show(good, findings, edits)
        except SettingsFault as fault:
            findings = fault.diagnostics
            self._show(None, findings, edits)
        except Exception as error:  # of the theme's words, which may have any fault
            findings = (fault_of(error, self.root, theme),)
            self._show(None, findings, edits)
        with self.asked:
            self.edited = self.edited if good else self.edited | edited
            self.good = good or self.good
        self._tell(findings, account)

    def glance(self, paths: Iterable[Path]) -> bool:
        """Show at once what was edited, as far as the edited files tell, and return whether that is all.

        It is all where only the theme was edited. Else the whole site must be looked at, and it may turn out otherwise.
        """
        with self.asked:
            self.edits += 1
            self.edited |= frozenset(paths)
            good, edited = self.good, self.edited
        if good is None:
            return False
        edits = Edits(good, edited)
        found: Checked | tuple[Diagnostic, ...] | None
        try:
            found = edits.look(self._elsewhere())
            if isinstance(found, tuple):
                time.sleep(_HALF_WRITTEN)
                found = edits.look(self._elsewhere())
            if isinstance(found, Checked):
                self._show(replace(good, checked=found), ())
        except Exception as error:  # of the theme and its words, which may have any fault
            found = (fault_of(error, self.root, good.theme),)
        if isinstance(found, tuple):
            self.glanced = frozenset(found)
            self._show(None, found)
        return edits.only_theme and isinstance(found, Checked)

    def ask(self) -> None:
        """Let the whole site be looked at, by the thread that runs `work`."""
        with self.asked:
            self.due = True
            self.asked.notify_all()

    def work(self) -> None:
        """Look at the whole site whenever that is asked for, for ever; tidy up when nobody has edited for a while."""
        tidy = False
        while True:
            with self.asked:
                asked = self.asked.wait_for(lambda: self.due, None if tidy else _PAUSE)
                self.due = False
            if asked:
                self.renew()
            else:
                tidy_up()
            tidy = not asked

    def _elsewhere(self) -> list[Diagnostic]:
        """Return the errors known so far that no text has by itself."""
        if not self.preview.findings:
            return []
        read = {each for reading in self.readings.known.values() for each in reading.diagnostics}
        return [each for each in self.preview.findings if each not in read | self.glanced]

    def _show(self, good: Good | None, findings: tuple[Diagnostic, ...], edits: int | None = None) -> None:
        """Show a site, unless there was an edit after it was looked at."""
        with self.preview.work:
            if edits is not None and edits != self.edits:
                return
            site = None if good is None else self._snapshot(good)
            if good is not None:
                path = urlsplit(good.settings.siteurl).path.strip("/")
                self.preview.base = f"/{path}/" if path else "/"
                self.preview.root, self.preview.theme = self.root, good.theme
            self.preview.take(site, findings)

    def _snapshot(self, good: Good) -> Snapshot:
        checked = good.checked
        press = Press.of(
            checked.catalogue, checked.site, checked.words, good.settings, self.today, good.theme
        )
        now = digest_of_folders(good.theme / "templates", shared("i18n")) + repr(good.settings.languages)
        if self.renderer is None or now != self.templates:
            self.renderer, self.templates = press.renderer, now
        return Snapshot(replace(press, renderer=self.renderer), checked.attachments)

    def _tell(self, findings: tuple[Diagnostic, ...], account: Account) -> None:
        """Tell the terminal what it has not been told."""
        fresh = [each for each in findings if each not in self.told]
        self.told = frozenset(findings)
        show(fresh, "text", account, self.console)
        self.console.print(summary(account, findings), soft_wrap=True, highlight=False)


def lenient(settings_file: Path) -> Settings:
    """Return the settings, or those that go without saying where they are faulty."""
    try:
        return read_settings(settings_file)
    except SettingsFault:
        return Settings()


def tidy_up() -> None:
    """Collect what earlier sites have left, which takes a second where a site is large."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do without looking for garbage, which with a large site in memory takes longer than what is done meanwhile."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
