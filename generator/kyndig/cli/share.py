"""`kyndig share`: write a text for each announcement and social platform, for people to look at and post themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from ..diagnostics import did_you_mean
from . import exits
from .main import DAY, SETTINGS, ends_well, main
from .told import Told, choosing, chosen

if TYPE_CHECKING:
    from ..announcing import Announcement

_PLAIN = re.compile(r"[^a-z0-9]+")


@main.command("share")
@SETTINGS
@DAY
@choosing
@click.option(
    "--platform",
    "wanted",
    multiple=True,
    metavar="NAME",
    help="One of the platforms that the plans name under their social channels; else all. May be given several times.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("share"), show_default=True, help="Folder."
)
@ends_well
def share_command(
    settings_file: Path,
    day: str | None,
    since: str,
    until: str | None,
    language: str | None,
    feed: str,
    wanted: tuple[str, ...],
    out: Path,
) -> int:
    r"""Write a short text for each thing announced since a day and each social platform.

    Each file has the text to post, its link, and what the picture of that page shows in words. Nothing is posted.

    \b
    Example:
      kyndig share --since 2026-11-01 --language nb --platform LinkedIn
    """
    told, console = chosen(settings_file, day, since, until, language, feed), Console(stderr=True)
    names = _platforms(told, wanted)
    if not told.announcements:
        console.print(f"Nothing was announced {told.days}: there is nothing to share.", highlight=False)
        return exits.DONE
    for path, text in _files(told, names):
        place = out / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    console.print(
        f"{len(told.announcements)} announcements for {', '.join(names)} in {out}. Read them before you post them.",
        soft_wrap=True,
        highlight=False,
    )
    return exits.DONE


def _platforms(told: Told, wanted: Iterable[str]) -> tuple[str, ...]:
    from ..newsletter import platforms

    known = {each.casefold(): each for each in platforms(told.reader.catalogue)}
    for name in wanted:
        if name.casefold() not in known:
            near = did_you_mean(name, known.values())
            message = f'no plan names the platform "{name}" under a social channel; {near}'.rstrip("; ")
            raise click.BadParameter(message, param_hint="--platform")
    names = tuple(known[name.casefold()] for name in wanted) or tuple(known.values())
    if not names:
        raise click.UsageError("no plan names a platform: write platforms in a channel of the type social")
    return names


def _files(told: Told, names: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of each file, below the folder of its platform."""
    from ..newsletter import limit_of, post
    from ..views.announced import say

    word = told.reader.word
    for name in names:
        for each in told.announcements:
            made = post(told.reader, say(told.reader, each), limit_of(name))
            facts = (
                word("Picture of the page, in words: {words}").format(words=made.alt),
                word("{size} of {most} characters").format(size=made.size, most=made.most),
            )
            text = "\n\n".join((made.text, made.url, "---", *facts))
            yield Path(_plain(name)) / f"{_file(told, each)}.{told.reader.language}.txt", f"{text}\n"


def _file(told: Told, each: Announcement) -> str:
    """Return a name that sorts by day; its end tells announcements of one thing from each other."""
    day = each.at.astimezone(ZoneInfo(told.reader.settings.timezone)).date()
    return "-".join(filter(None, (f"{day:%Y-%m-%d}", each.what, _plain(each.of), _plain(each.mark))))


def _plain(text: str) -> str:
    return _PLAIN.sub("-", text.casefold()).strip("-")
