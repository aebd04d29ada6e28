"""Kind of page → the function that makes its view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..routes import Page
from . import competency, course
from .parts import Shell
from .reader import Reader


@dataclass(frozen=True, slots=True)
class View:
    """What a template sees: the frame of the page, and what its kind shows in it."""

    template: str
    shell: Shell
    body: Any


Maker = Callable[[Reader, Page], tuple[Shell, Any]]

MAKERS: dict[str, Maker] = {
    "competency": competency.competency,
    "course": course.course,
}


def view(reader: Reader, page: Page) -> View:
    """Make the view of a page for its reader."""
    if page.kind not in MAKERS:
        from .shell import Head, LIST_TITLES, entity_shell, list_shell
        from .parts import Phrase
        ref = page.key.split("#")[0]
        if ref in reader.catalogue.entities:
            return View("generic.html", entity_shell(reader, page, reader.catalogue[ref]), None)
        return View("generic.html", list_shell(reader, page, Head(title=Phrase(reader.word(LIST_TITLES[page.key])))), None)
    shell, body = MAKERS[page.kind](reader, page)
    return View(f"{page.kind}.html", shell, body)
