"""The commands, and how each ends."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from .. import __version__
from ..clock import Clock
from ..diagnostics import has_errors
from ..order import Account, Order, Result
from ..publish import Busy
from ..resources import theme_folder
from ..settings import Settings, SettingsFault, read_settings
from ..unchanged import unchanged
from . import exits
from .away import held, output_of
from .report import show, show_times, summary

_NO_FILES = Account()
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

SETTINGS = click.option(
    "-s",
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path),
    default=Path("publishconf.py"),
    show_default=True,
    help="The site's settings file.",
)
FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to show what was found.",
)
DAY = click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    help="The day to build for: it decides which courses are past. Else SOURCE_DATE_EPOCH, else today.",
)


def ends_well(command: Callable[..., int]) -> Callable[..., None]:
    """Turn what a command returns or raises into an exit code; only our own faults leave a traceback."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        errors = Console(stderr=True)
        try:
            code = command(*args, **kwargs)
        except SettingsFault as fault:
            show(fault.diagnostics, "text", _NO_FILES, errors)
            code = exits.USAGE
        except Busy as busy:
            errors.print(
                f"Another build is writing to {busy}. Wait for it to end, then try again.", soft_wrap=True
            )
            code = exits.BUSY
        except OSError as error:
            if isinstance(error, LookupError):  # a template that is missing calls itself both
                sys.exit(_our_fault(errors))
            errors.print(f"The disk refused: {error.strerror or error} ({error.filename})", soft_wrap=True)
            code = exits.DISK
        except click.exceptions.Exit as end:
            code = end.exit_code
        except (click.ClickException, KeyboardInterrupt):
            raise
        except Exception:
            code = _our_fault(errors)
        sys.exit(code)

    return wrapped


def _our_fault(errors: Console) -> int:
    errors.print_exception()
    errors.print("This is a fault in Kyndig, not in your content. Please report it with the text above.")
    return exits.SOFTWARE


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kyndig")
def main() -> None:
    r"""Turn curricula, positions and courses in git into a website.

    \b
    Example:
      kyndig init my-site && cd my-site
      kyndig serve
    """


@main.command("build")
@SETTINGS
@DAY
@click.option(
    "--out", help="Folder to write to, instead of OUTPUT_PATH, or an address such as s3://bucket/site."
)
@click.option("--scheduler", metavar="ADDRESS", help="Make the pages on the Dask cluster of this scheduler.")
@click.option("--ignore-cache", is_flag=True, help="Take nothing over from the build before.")
@click.option("--no-index", is_flag=True, help="Leave the search index out.")
@click.option("--pdf", is_flag=True, help="Make PDFs of what is made to be printed (extra pdf).")
@click.option(
    "--images",
    is_flag=True,
    help="Make pictures that courses and competencies are shared with (extra images).",
)
@click.option("--profile", is_flag=True, help="Say how long each stage took, and which files took longest.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only; the exit code is the same.")
@ends_well
def build_command(
    settings_file: Path,
    day: str | None,
    out: str | None,
    scheduler: str | None,
    ignore_cache: bool,
    no_index: bool,
    pdf: bool,
    images: bool,
    profile: bool,
    quiet: bool,
) -> int:
    r"""Build the site.

    \b
    Example:
      kyndig build --date 2026-11-22
    """
    began = time.perf_counter()
    console, settings, root = Console(stderr=True), read_settings(settings_file), settings_file.parent
    output = output_of(out, root / settings.output_path)
    order = Order(
        settings_file=settings_file,
        settings=settings,
        today=the_day(day, settings),
        theme=theme_folder(settings.theme, root),
        output=output,
        cache=root / settings.cache_path,
        fresh=ignore_cache,
        index=not no_index,
        pdf=pdf,
        images=images,
    )
    clock = Clock()
    with held(output, order.cache, scheduler) as executor:
        with clock.stage("compare"):
            before = unchanged(order)
        built = before or _rebuilt(replace(order, executor=executor), console, quiet, clock)
    findings = [each for each in built.diagnostics if not quiet or each.severity == "error"]
    show(findings, "text", built.account, console)
    if built.failed:
        console.print(summary(built.account, built.diagnostics), soft_wrap=True)
        console.print("Nothing was written; the site is as it was.")
        return exits.REFUSED
    if profile:
        show_times(clock, console)
    if not quiet:
        console.print(_closing(built, time.perf_counter() - began), soft_wrap=True, highlight=False)
    return exits.DONE


def _rebuilt(order: Order, console: Console, quiet: bool, clock: Clock) -> Result:
    with clock.stage("load"):
        from ..paper import Unprintable  # a build with nothing to do needs nothing of what these load
        from ..pictures import Unpaintable
        from ..rebuild import rebuild
        from .progress import progress

    with progress(console, quiet) as advance:
        try:
            return rebuild(order, advance, clock)
        except Unprintable as reason:
            raise click.UsageError(f"--pdf: {reason}") from None
        except Unpaintable as reason:
            raise click.UsageError(f"--images: {reason}") from None


def _closing(built: Result, seconds: float) -> str:
    written = built.written
    changed = f"{len(written.changed)} changed, {written.unchanged} as before, {len(written.removed)} removed"
    return (
        f"{built.pages} pages in {built.files} files ({changed}) from {summary(built.account, built.diagnostics)}; "
        f"{seconds:.1f} s. Preview: {os.environ.get('KYNDIG_PREVIEW', 'kyndig serve')}"
    )


@main.command("check")
@SETTINGS
@FORM
@DAY
@click.option("-q", "--quiet", is_flag=True, help="Show errors only; the exit code is the same.")
@ends_well
def check_command(settings_file: Path, form: str, day: str | None, quiet: bool) -> int:
    r"""Find every fault in the content, and write nothing.

    \b
    Example:
      kyndig check --format github
    """
    from ..build import check_site, findings_of
    from ..recording import unrecorded

    settings = read_settings(settings_file)
    today = the_day(day, settings)
    checked = check_site(settings_file.parent, settings, today=today)
    out, errors = Console(), Console(stderr=True)
    everything = (*findings_of(checked, settings, today), *unrecorded(checked))
    findings = [each for each in everything if not quiet or each.severity == "error"]
    show(findings, form, checked.account, out)
    if form == "text" and not quiet:
        errors.print(summary(checked.account, everything), soft_wrap=True, highlight=False)
    return exits.REFUSED if has_errors(everything) else exits.DONE


@main.command("serve")
@SETTINGS
@DAY
@click.option("--port", default=8000, show_default=True, help="Port on this machine.")
@ends_well
def serve_command(settings_file: Path, day: str | None, port: int) -> int:
    r"""Show the site on this machine, and every edit as soon as it is saved.

    \b
    Example:
      kyndig serve --port 8001
    """
    from ..serve import serve

    settings = read_settings(settings_file)
    serve(settings_file, the_day(day, settings), port)
    return exits.DONE


@main.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@ends_well
def init_command(folder: Path) -> int:
    r"""Start a new site in FOLDER, with an example of each kind of content.

    \b
    Example:
      kyndig init my-site
    """
    from ..scaffold import Occupied, init

    console = Console(stderr=True)
    try:
        written = init(folder)
    except Occupied as fault:
        raise click.UsageError(f"{fault} is there already; choose a new folder") from None
    console.print(
        f"{len(written)} files in {folder}. Next: cd {folder} && kyndig serve",
        soft_wrap=True,
        highlight=False,
    )
    return exits.DONE


def the_day(day: str | None, settings: Settings) -> date:
    """Return the day a build is for: given, or from SOURCE_DATE_EPOCH (reproducible-builds.org), or today."""
    if day:
        return read_day(day, "--date")
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not epoch.isdecimal():
            raise click.UsageError("SOURCE_DATE_EPOCH is not a number of seconds")
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(ZoneInfo(settings.timezone)).date()


def read_day(day: str, option: str) -> date:
    """Return a day that was given with an option. Raises click.BadParameter for what is none."""
    if _ISO_DAY.fullmatch(day):
        with suppress(ValueError):
            return date.fromisoformat(day)
    from ..locales.dates import DateFault, parse_date  # knows what to say of anything else

    try:
        return parse_date(day)
    except DateFault as fault:
        raise click.BadParameter(f"{fault.message}; {fault.remedy}", param_hint=option) from None
