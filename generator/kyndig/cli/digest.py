"""`kyndig digest`: make a newsletter of what has been announced, for the tool by which staff send mail."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from . import exits
from .main import DAY, SETTINGS, ends_well, main
from .told import choosing, chosen

_CLIPPED = 100_000
"""Bytes of a letter that every program shows whole; Gmail is said to cut at 102 kB."""


@main.command("digest")
@SETTINGS
@DAY
@choosing
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("newsletter"), show_default=True, help="Folder."
)
@ends_well
def digest_command(
    settings_file: Path,
    day: str | None,
    since: str,
    until: str | None,
    language: str | None,
    feed: str,
    out: Path,
) -> int:
    r"""Make a newsletter of what has been announced since a day, as HTML and as text.

    Nothing is sent: give the two files to the tool that you send mail with. Where nothing is new there is no newsletter, and
    one of an earlier run is deleted, so that nobody sends it twice.

    \b
    Example:
      kyndig digest --since 2026-11-01 --language da
    """
    told = chosen(settings_file, day, since, until, language, feed)
    from ..newsletter import as_text, issue

    console, tongue = Console(stderr=True), told.reader.language
    paths = [out / f"digest.{tongue}.{suffix}" for suffix in ("html", "txt")]
    if not told.announcements:
        for path in paths:
            path.unlink(missing_ok=True)
        console.print(
            f"Nothing was announced {told.days}: there is no newsletter.", soft_wrap=True, highlight=False
        )
        return exits.DONE
    letter = issue(told.reader, told.feed, told.announcements, told.since, told.until)
    out.mkdir(parents=True, exist_ok=True)
    html = told.press.renderer.render("newsletter.html", tongue, {"issue": letter})
    paths[0].write_bytes(html)
    paths[1].write_bytes(as_text(told.reader, letter).encode())
    count = sum(len(each.items) for each in letter.groups)
    console.print(
        f"{count} announcements in {paths[0]} and {paths[1]}. Subject: {letter.subject}",
        soft_wrap=True,
        highlight=False,
        markup=False,
    )
    if len(html) > _CLIPPED:
        console.print(
            "Some programs cut a letter as long as this: choose fewer days, or a feed.", highlight=False
        )
    return exits.DONE
