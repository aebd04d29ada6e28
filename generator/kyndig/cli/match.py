"""`kyndig match`: write down what a person must decide on the items of two versions of a curriculum."""

from __future__ import annotations

import re
from pathlib import Path

import click
from rich.console import Console

from ..settings import read_settings
from . import exits
from .main import SETTINGS, ends_well, main
from .report import show

_LAST = re.compile(r"^matches:[^\S\n]*\n(?:(?:[ #-].*)?\n)*\Z", re.MULTILINE)
"""What a file ends with to which rows can be added: the key `matches`, and nothing but rows below."""


@main.command("match")
@click.argument("curriculum")
@SETTINGS
@ends_well
def match_command(curriculum: str, settings_file: Path) -> int:
    r"""Write down which items of the versions of CURRICULUM are probably the same.

    What is found is added to the file mapping.yaml beside the versions, for a person to decide; nothing that stands there
    is changed.

    \b
    Example:
      kyndig match anaesthesiology-introduction
    """
    from ..build import check_site
    from ..versions import steps
    from ..versions.propose import HEAD, rows

    settings, console = read_settings(settings_file), Console(stderr=True)
    checked = check_site(settings_file.parent, settings)
    if checked.failed:
        errors = [each for each in checked.diagnostics if each.severity == "error"]
        show(errors, "text", checked.account, console)
        return exits.REFUSED
    catalogue = checked.whole
    entity = catalogue.entities.get(f"curriculum:{curriculum}")
    if entity is None:
        raise click.UsageError(f'there is no curriculum "{curriculum}"')
    mapping = catalogue.entities.get(f"mapping:{curriculum}")
    known = [
        (each.version, (each.kind, each.was, each.now)) for each in (mapping.value.matches if mapping else ())
    ]
    new = list(rows(steps(catalogue, entity), known))
    path = settings_file.parent / settings.path / "curricula" / curriculum / "mapping.yaml"
    if not new:
        console.print("Nothing is left to decide.", highlight=False)
        return exits.DONE
    before = path.read_text("utf-8") if mapping else HEAD.format(lang=entity.entry.lang)
    if not _LAST.search(before):
        raise click.UsageError(f"{path} must end with the key matches and its rows, one a line")
    path.write_text(before + "".join(new), "utf-8")
    console.print(f"{len(new)} to decide in {path}.", soft_wrap=True, highlight=False)
    return exits.DONE
