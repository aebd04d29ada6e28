"""The year on paper: what is due when, with room for own dates, and how each competency is assessed."""

from __future__ import annotations

from dataclasses import dataclass

from ...routes import Page
from ..parts import Shell
from ..reader import Reader
from .assessment import Matrix, matrix_of
from .curriculum_parts import curriculum_of
from .papers import Printed, paper_shell
from .schedule import ScheduleView, schedule_of


@dataclass(frozen=True, slots=True)
class YearOnPaperView:
    """What the template of the year on paper shows."""

    printed: Printed
    of: ScheduleView
    matrix: Matrix


def paper_schedule(reader: Reader, page: Page) -> tuple[Shell, YearOnPaperView]:
    """Make the year of a curriculum for the wall."""
    entity = curriculum_of(reader, page)
    shell, printed = paper_shell(reader, page)
    return shell, YearOnPaperView(printed, schedule_of(reader, entity), matrix_of(reader, entity))
