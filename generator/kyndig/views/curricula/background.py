"""What stands behind a curriculum: its prose, the specialty's history, databases, theory, and figures."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.curriculum import Curriculum
from ...routes import Page
from ..parts import Linked, Shell
from ..pieces import MeasureRow, RemarkRow, measure_rows, remark_rows
from ..reader import Reader
from .curriculum_parts import Passage, Tab, curriculum_of, passages, subpage, tabs


@dataclass(frozen=True, slots=True)
class BackgroundView:
    """What the template of the background shows."""

    tabs: tuple[Tab, ...]
    passages: tuple[Passage, ...]
    history: tuple[RemarkRow, ...]
    registries: tuple[RemarkRow, ...]
    theory: tuple[RemarkRow, ...]
    exposure: tuple[RemarkRow, ...]
    functional_areas: tuple[Linked, ...]
    figures: tuple[MeasureRow, ...]


def curriculum_background(reader: Reader, page: Page) -> tuple[Shell, BackgroundView]:
    """Make the page of a curriculum's background."""
    entity = curriculum_of(reader, page)
    value: Curriculum = entity.value
    body = BackgroundView(
        tabs=tabs(reader, page),
        passages=passages(reader, entity, value.sections, "s"),
        history=remark_rows(reader, value.history),
        registries=remark_rows(reader, value.registries),
        theory=remark_rows(reader, value.theory),
        exposure=remark_rows(reader, value.exposure),
        functional_areas=tuple(map(reader.link, reader.catalogue.parts(entity, "functional-area"))),
        figures=measure_rows(reader, value.figures),
    )
    lead = reader.word("Why the training is as it is: aims, content, history and the figures behind it.")
    return subpage(reader, page, reader.word("Background"), lead), body
