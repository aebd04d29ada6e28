"""The logbook to print: what must be documented, every competency, the forms, the courses and the procedures to count."""

from __future__ import annotations

from dataclasses import dataclass

from ...routes import Page
from ..parts import Shell
from ..reader import Reader
from .curriculum_parts import curriculum_of
from .papers import Printed, paper_shell
from .requirements import FormRow, RequirementsView, requirements_of


@dataclass(frozen=True, slots=True)
class Form:
    """An assessment that is done several times, with a line for each."""

    title: FormRow
    lines: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class LogbookView:
    """What the template of the logbook shows."""

    printed: Printed
    of: RequirementsView
    forms: tuple[Form, ...]
    courses: tuple[FormRow, ...]


def paper_logbook(reader: Reader, page: Page) -> tuple[Shell, LogbookView]:
    """Make the logbook of a curriculum."""
    shell, printed = paper_shell(reader, page)
    of = requirements_of(reader, curriculum_of(reader, page))
    lines: dict[str, list[FormRow]] = {}
    for each in of.forms:
        if each.place:
            lines.setdefault(each.what.href, []).append(each)
    forms = tuple(Form(rows[0], tuple(rows)) for rows in lines.values())
    return shell, LogbookView(printed, of, forms, tuple(each for each in of.forms if not each.place))
