"""What `kyndig digest` and `kyndig share` have in common: which announcements they are about, and in which language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from ..announcing import Announcement
from ..diagnostics import did_you_mean
from ..resources import theme_folder
from ..settings import Settings, read_settings
from . import exits
from .main import read_day, the_day
from .report import show

if TYPE_CHECKING:
    from ..render import Press
    from ..views import Reader

_OPTIONS = (
    click.option("--since", required=True, metavar="YYYY-MM-DD", help="The first day that it is about."),
    click.option("--until", metavar="YYYY-MM-DD", help="The last day that it is about; else today."),
    click.option("--language", metavar="TAG", help="The language; else the first one of the site."),
    click.option("--feed", default="all", metavar="NAME", help="Tell what is in this feed: topic/pain."),
)


def choosing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options by which one chooses what to tell."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Told:
    """What is told from one day to another, newest first, to a reader."""

    press: Press
    reader: Reader
    feed: str
    since: date
    until: date
    announcements: tuple[Announcement, ...]

    @property
    def days(self) -> str:
        return f"from {self.since} to {self.until}"


def chosen(
    settings_file: Path, day: str | None, since: str, until: str | None, language: str | None, feed: str
) -> Told:
    """Read the site, and find what is to be told.

    Raises click.UsageError for what cannot be chosen, click.exceptions.Exit where the content is in error.
    """
    settings = read_settings(settings_file)
    tongue = _known(language or settings.languages[0], settings.languages, "--language")
    today = the_day(day, settings)
    first, last = read_day(since, "--since"), read_day(until, "--until") if until else today
    if last < first:
        raise click.BadParameter(f"{last} is before {first}", param_hint="--until")
    press = _press(settings_file.parent, settings, today)
    name = _known(feed, press.told, "--feed")
    from ..newsletter import standing, within

    told = within(press.told[name], first, last, settings.timezone)
    holding = standing(told, last)
    if len(holding) < len(told):
        left = f"{len(told) - len(holding)} left out: past on {last}, or overtaken by later ones."
        Console(stderr=True).print(left, soft_wrap=True, highlight=False)
    return Told(press, press.readers[tongue], name, first, last, holding)


def _press(root: Path, settings: Settings, today: date) -> Press:
    from ..build import check_site
    from ..render import Press

    console = Console(stderr=True)
    checked = check_site(root, settings, today=today)
    if checked.failed:
        errors = [each for each in checked.diagnostics if each.severity == "error"]
        show(errors, "text", checked.account, console)
        raise click.exceptions.Exit(exits.REFUSED)
    left = (
        [each for each in checked.pending.due if _is_untold(each.line.of, each.dated)]
        if checked.pending
        else []
    )
    if left:
        console.print(
            f"{len(left)} changes are not recorded, so they are not told: run kyndig record first.",
            soft_wrap=True,
            highlight=False,
        )
    theme = theme_folder(settings.theme, root)
    return Press.of(checked.catalogue, checked.site, checked.words, settings, today, theme)


def _is_untold(of: str, dated: bool) -> bool:
    return not dated and ":" in of and not of.startswith("feed:")


def _known(name: str, known: Iterable[str], option: str) -> str:
    names = list(known)
    if name in names:
        return name
    remedy = did_you_mean(name, names) or (f"write one of {', '.join(names)}" if len(names) < 9 else "")
    raise click.BadParameter(f'there is no "{name}"; {remedy}'.rstrip("; "), param_hint=option)
