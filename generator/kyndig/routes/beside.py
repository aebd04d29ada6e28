"""Pages beside an entity's own that only some have: a year of a plan, a topic on which several organisations speak."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue, Entity
from ..locales.dates import vague_key
from .page import Site

SIDES = "sides"
"""What stands behind the `#` in the key of a page that shows organisations side by side."""


def beside(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield kind, key and way of each such page: the parts of its address below the entity's own.

    A part is a name in `SEGMENTS`, or stands as it is.
    """
    if entity.kind == "plan":
        for year in plan_years(catalogue, entity):
            yield "plan-year", year_key(entity, year), ("year", year)
    elif entity.kind == "topic" and len(speakers(catalogue, entity)) > 1:
        yield "topic-sides", f"{entity.ref}#{SIDES}", ("positions",)


def plan_years(catalogue: Catalogue, plan: Entity) -> tuple[str, ...]:
    """Return the years of a plan that have a summary: that of its update, and those of its activities, in order.

    A list of needs without channels has none. A year that has once been published stays as long as the plan has it.
    """
    if not catalogue.parts(plan, "channel"):
        return ()
    found = {year for each in catalogue.parts(plan, "activity") if (year := year_of(each.value.when))}
    return tuple(sorted(found | ({str(plan.value.year)} if plan.value.year else set())))


def year_of(when: str) -> str:
    """Return the year of a vague date; nothing for what is ongoing or has no date."""
    return when[:4] if when[:4].isdigit() else ""


def year_key(plan: Entity, year: str) -> str:
    """Return the key of the page that sums up one year of a plan."""
    return f"{plan.ref}#{year}"


def sheets(catalogue: Catalogue, plan: Entity) -> dict[str, list[Entity]]:
    """Return the tables of a plan: key of the page that each belongs to → its activities, in order of time.

    There is one of all activities, and one of each year that has any.
    """
    activities = catalogue.parts(plan, "activity")
    found: dict[str, list[Entity]] = {}
    for each in sorted(activities, key=lambda each: vague_key(each.value.when)):
        found.setdefault(plan.ref, []).append(each)
        if year := year_of(each.value.when):
            found.setdefault(year_key(plan, year), []).append(each)
    return found


def sheet_path(site: Site, key: str, language: str) -> str:
    """Return the path of the table of activities (CSV) that belongs to the page of a plan, or of one of its years."""
    stem = site.page(key, language).path.removesuffix(".html")
    return f"{stem}.csv" if "#" in key else f"{stem}/activities.csv"


def coverage_path(site: Site, language: str) -> str:
    """Return the path of the matrix of coverage as a table: in the folder of its page, and called as that is."""
    folder = site.page("needs/coverage", language).path.removesuffix("/index.html")
    return f"{folder}/{folder.rpartition('/')[2]}.csv"


def speakers(catalogue: Catalogue, topic: Entity) -> tuple[str, ...]:
    """Return the organisations with a statement on a topic, or on one that it comprises, in the order of their ids."""
    found = {
        organisation.ref
        for each in comprised(catalogue, topic)
        for statement, _ in catalogue.origins(each, "topics")
        if statement.kind == "statement"
        for organisation, _ in catalogue.targets(statement.document, "organisation")
    }
    return tuple(sorted(found))


def comprised(catalogue: Catalogue, topic: Entity) -> tuple[Entity, ...]:
    """Return a topic with all that it comprises, each once, from the wide to the narrow."""
    return tuple(_comprised(catalogue, topic, set()))


def _comprised(catalogue: Catalogue, topic: Entity, seen: set[str]) -> Iterator[Entity]:
    if topic.ref not in seen:  # a circle is told of as a fault, and must not keep us here
        seen.add(topic.ref)
        yield topic
        for narrower, _ in catalogue.origins(topic, "broader"):
            yield from _comprised(catalogue, narrower, seen)
