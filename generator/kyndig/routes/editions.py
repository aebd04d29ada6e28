"""Addresses of the versions of a curriculum: short ones for the current version, lasting ones for every version.

Each version has a folder of its own, in which an address means the same for ever; the current one is shown at the short
address and led to from its folder. When another becomes current, the pages of the one before move to their folder, and
what stood at the short address and has no successor there is led on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from ..catalogue import Catalogue, Entity, base, in_order
from ..versions import versions
from .page import Page

LASTING, FORMER = "#lasting", "#former"
"""Ends of the keys of pages that only lead on: from the folder of the current version, and from a short address that an
earlier version had."""

_COMMON = ("versions", "changes")
"""Pages that all versions of a curriculum have in common."""


def common_pages(catalogue: Catalogue, entity: Entity, segment: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, key and path below its folder of the pages that all versions of a curriculum have in common."""
    yield "curriculum-versions", f"{entity.ref}#versions", f"{segment}.html"
    for before, after in combinations(versions(catalogue, entity), 2):
        pair = f"{before.value.version}/{after.value.version}"
        yield "curriculum-changes", f"{entity.ref}#changes/{pair}", f"{segment}/{pair}.html"


def folder_of(entity: Entity, short: str) -> str:
    """Return the folder of a version, given that of the current one."""
    return f"{short}/v{entity.value.version}"


def leading(catalogue: Catalogue, pages: Iterable[Page], short: Callable[[Entity], str]) -> Iterator[Page]:
    """Yield the pages of one language that lead on; `short` gives the folder that a version has or had while current."""
    pages = tuple(pages)
    taken = {page.path for page in pages}
    groups: dict[str, list[Page]] = {}
    for page in pages:
        entity = catalogue.entities.get(page.key.partition("#")[0])
        if entity and entity.document.kind == "curriculum":
            groups.setdefault(entity.document.ref, []).append(page)
    newest_first = sorted(groups, key=lambda ref: in_order(catalogue[ref].value), reverse=True)
    for ref in newest_first:
        entity, group = catalogue[ref], groups[ref]
        now = catalogue[f"curriculum:{base(entity.id)}"]
        if entity is now:
            made = _lasting(entity, group, short(entity))
        elif in_order(entity.value) < in_order(now.value):
            made = _former(entity, [*group, *_in_common(groups[now.ref])], short(entity), short(now))
        else:
            continue
        for page in made:
            if page.path not in taken:
                taken.add(page.path)
                yield page


def _lasting(entity: Entity, group: list[Page], folder: str) -> Iterator[Page]:
    """Yield what leads from the folder of the current version to where it is shown."""
    for page in group:
        if not _is_common(page):
            yield _lead(page, page.key + LASTING, folder, folder_of(entity, folder))


def _former(entity: Entity, group: list[Page], folder: str, now: str) -> Iterator[Page]:
    """Yield what leads on from the short addresses that a version had while it was current."""
    for page in group:
        if _is_common(page):
            yield _lead(page, f"{entity.ref}#{page.key.partition('#')[2]}{FORMER}", now, folder)
        else:
            yield _lead(page, page.key + FORMER, folder_of(entity, folder), folder)


def _lead(page: Page, key: str, here: str, there: str) -> Page:
    path = page.path.replace(f"/{here}/", f"/{there}/", 1)
    return Page("leading", key, page.language, page.words, path)


def _in_common(group: list[Page]) -> list[Page]:
    return [page for page in group if _is_common(page)]


def _is_common(page: Page) -> bool:
    return page.key.partition("#")[2].partition("/")[0] in _COMMON
