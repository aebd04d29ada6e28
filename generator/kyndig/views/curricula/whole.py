"""A whole curriculum on one page, with a table of contents: what stands on its other pages, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import Entity
from ...routes import Page
from ..parts import Phrase, Related, Shell
from ..reader import Reader
from .assessment import Matrix, matrix_of
from .background import BackgroundView, background_of
from .curriculum import Standing, courses_of, standing
from .curriculum_parts import curriculum_of, groups
from .papers import Printed, inward, paper_shell
from .requirements import RequirementsView, requirements_of
from .schedule import ScheduleView, schedule_of
from .sheets import Sheet, sheets_of


@dataclass(frozen=True, slots=True)
class Part:
    """The competencies of an area or a role, each as on its sheet."""

    anchor: str
    title: Phrase
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class WholeView:
    """What the template of the whole curriculum shows."""

    printed: Printed
    standing: Standing
    background: BackgroundView
    parts: tuple[Part, ...]
    schedule: ScheduleView
    matrix: Matrix
    requirements: RequirementsView
    courses: tuple[Related, ...]


def paper_whole(reader: Reader, page: Page) -> tuple[Shell, WholeView]:
    """Make the page that holds all of a curriculum."""
    entity = curriculum_of(reader, page)
    shell, printed = paper_shell(reader, page)
    inner = inward(reader, dict(_inside(reader, entity)))
    return shell, WholeView(
        printed=printed,
        standing=standing(inner, entity.value),
        background=background_of(inner, entity),
        parts=_parts(inner, entity),
        schedule=schedule_of(inner, entity),
        matrix=matrix_of(inner, entity),
        requirements=requirements_of(inner, entity),
        courses=courses_of(inner, entity),
    )


def _inside(reader: Reader, entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield what the page shows, with the place where it does."""
    of = reader.catalogue.parts
    for each in of(entity, "competency"):
        yield each.ref, f"#k{each.value.id}"
    for kind, letter in (("requirement", "r"), ("procedure", "p"), ("functional-area", "f")):
        for each in of(entity, kind):
            yield each.ref, f"#{letter}-{each.value.id}"
    for each in of(entity, "area"):
        yield each.ref, f"#area-{each.value.id}"
    yield f"{entity.ref}#assessment", "#matrix"
    yield f"{entity.ref}#schedule", "#year"


def _parts(reader: Reader, entity: Entity) -> tuple[Part, ...]:
    by_number = {each.number: each for each in sheets_of(reader, entity)}
    return tuple(
        Part(group.anchor, group.link.title, tuple(by_number[each.value.id] for each in group.members))
        for group in groups(reader, entity)
    )
