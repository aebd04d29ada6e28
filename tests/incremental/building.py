"""Build a small site as `kyndig build` does, each time in a process of its own that can be disturbed."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment

from kyndig import resources
from kyndig.diagnostics import Diagnostic
from kyndig.order import Order
from kyndig.publish import Busy, locked
from kyndig.rebuild import rebuild
from kyndig.resources import theme_folder
from kyndig.settings import SettingsFault, read_settings
from kyndig.unchanged import unchanged

PATIENCE = 60
"""Seconds after which a build counts as hanging."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build said: its findings, whether it wrote, and the name of what it raised instead."""

    diagnostics: tuple[Diagnostic, ...]
    wrote: bool
    raised: str = ""


def build_to(
    root: Path,
    settings_file: Path,
    today: date,
    output: Path,
    *,
    ignore_cache: bool,
    index: bool,
    workers: int | None,
) -> tuple[tuple[Diagnostic, ...], bool]:
    """Build as the command line does; return what was found, and whether anything was written."""
    settings = read_settings(settings_file)
    theme, cache = theme_folder(settings.theme, root), root / settings.cache_path
    order = Order(
        settings_file, settings, today, theme, output, cache, fresh=ignore_cache, index=index, workers=workers
    )
    with locked(output):
        result = unchanged(order) or rebuild(order)
    return result.diagnostics, not result.failed


@dataclass(frozen=True, slots=True)
class Disturbance:
    """Something that happens while a site is built: at the nth use of a file, or after some milliseconds.

    At a use of a file `act` is called in the building process, before the file is used; without `act` the
    process is killed.
    """

    use: int | None = None
    milliseconds: int | None = None
    act: Callable[[], object] | None = None


def build_apart(
    root: Path, today: date, *, ignore_cache: bool = False, disturbance: Disturbance | None = None
) -> Outcome | None:
    """Build the site of a folder into its output folder, in a process of its own.

    The catalogues are the site's own, in `i18n/`. Returns None where the process was killed as asked. Raises
    AssertionError when it ends in another way than builds do.
    """

    def work() -> Outcome:
        resources._CHECKOUT = root
        if disturbance and disturbance.use is not None:
            _disturb(root, disturbance.use, disturbance.act or _die)
        try:
            settings = root / "publishconf.py"
            workers = (
                2 if disturbance else 1
            )  # a pool costs more than a small site; what is disturbed has one
            return Outcome(*_patiently(root, settings, today, ignore_cache=ignore_cache, workers=workers))
        except SettingsFault as fault:
            return Outcome(fault.diagnostics, wrote=False)
        except Exception as error:
            traceback.print_exc()
            return Outcome((), wrote=False, raised=type(error).__name__)

    return _apart(work, disturbance)


def _patiently(
    root: Path, settings: Path, today: date, *, ignore_cache: bool, workers: int
) -> tuple[tuple[Diagnostic, ...], bool]:
    """Build as soon as nobody else does: what helped a killed build may live a moment longer than it."""
    given_up = time.monotonic() + PATIENCE / 4
    while True:
        try:
            return build_to(
                root,
                settings,
                today,
                root / "output",
                ignore_cache=ignore_cache,
                index=False,
                workers=workers,
            )
        except Busy:
            if time.monotonic() > given_up:
                raise
            time.sleep(0.02)


def _apart(work: Callable[[], Outcome], disturbance: Disturbance | None) -> Outcome | None:
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as said:
        with warnings.catch_warnings():  # threads of the test runner stay behind, and are not missed
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            _answer(work, answer.fileno(), said.fileno())
        if disturbance and disturbance.milliseconds is not None:
            time.sleep(disturbance.milliseconds / 1000)
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        answer.seek(0)
        said.seek(0)
        if status == -signal.SIGKILL and disturbance and not disturbance.act:
            return None
        assert status == 0, f"the build ended with {status}\n{said.read().decode()}"
        return pickle.load(answer)


def _answer(work: Callable[[], Outcome], answer: int, said: int) -> None:
    """Do the work, leave the answer and end at once, past everything that the test runner would do at the end."""
    code = 1
    try:
        signal.alarm(PATIENCE)
        gc.disable()  # else it would touch, and so copy, all memory that is shared with the parent
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.stdout = sys.stderr = open(said, "w", closefd=False)  # noqa: SIM115
        os.write(answer, pickle.dumps(work()))
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


_USES = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir", "os.listdir", "os.utime"}
)


def _disturb(root: Path, use: int, act: Callable[[], object]) -> None:
    """Call `act` once, before the nth use of a file of the site (PEP 578)."""
    left, inside = use, str(root)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event not in _USES or not arguments or left < 0:
            return
        name = os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes | os.PathLike) else inside
        if name.startswith(inside) or not name.startswith("/"):
            left -= 1
            if left < 0:
                act()

    sys.addaudithook(hook)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def warm_up(root: Path) -> None:
    """Build a site once in this process, so that its children need not load what every build loads."""
    resources_of = resources._CHECKOUT
    try:
        resources._CHECKOUT = root
        _patiently(root, root / "publishconf.py", date(2026, 1, 1), ignore_cache=True, workers=1)
    finally:
        resources._CHECKOUT = resources_of


_COMPILE = Environment.compile
_MEMORY: dict[tuple[object, ...], object] = {}


def compile_once(
    environment: Environment, source: str, name: str | None = None, filename: str | None = None, *rest: bool
) -> object:
    """Do what `Environment.compile` does, once for each source: that is two thirds of the time of a small build."""
    key = (source, name, *rest)
    if key not in _MEMORY:
        _MEMORY[key] = _COMPILE(environment, source, name, filename, *rest)
    return _MEMORY[key]


def tree(folder: Path) -> dict[str, bytes]:
    """Return what is in every file below a folder, by its path; the build's own records are left out."""
    found = {}
    for here, _, names in os.walk(folder):
        for name in names:
            if not name.startswith(".kyndig"):
                path = os.path.join(here, name)  # noqa: PTH118
                with open(path, "rb") as file:  # noqa: PTH123
                    found[os.path.relpath(path, folder)] = file.read()
    return found
