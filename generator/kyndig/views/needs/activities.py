"""The activities of a plan: a row for each, the years that are summed up, and the table of them as a file."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...routes import plan_years, sheet_path, year_key
from ..parts import Cited, Linked, Phrase
from ..pieces import vague
from ..reader import Reader
from .plan_words import activity_types


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """Something done or planned through a channel."""

    anchor: str
    link: Linked
    type: str
    when: str
    region: Linked | None
    done: bool
    target_groups: tuple[Linked, ...]
    partners: tuple[Linked, ...]
    publication: Phrase | None
    meets: tuple[Linked, ...]
    url: str
    cited: Cited | None


def activity_row(reader: Reader, entity: Entity) -> ActivityRow:
    """Return the row of an activity."""
    value = entity.value
    return ActivityRow(
        anchor=f"a-{value.id}",
        link=reader.link(entity),
        type=activity_types(reader)[value.type],
        when=vague(reader, value.when),
        region=next(iter(reader.links(entity, "region")), None),
        done=value.done,
        target_groups=reader.links(entity, "target_groups"),
        partners=reader.links(entity, "partners"),
        publication=reader.maybe(value.publication),
        meets=reader.links(entity, "meets"),
        url=value.url or "",
        cited=reader.cite(value.source),
    )


def year_links(reader: Reader, plan: Entity) -> tuple[Linked, ...]:
    """Return links to the pages that sum up the years of a plan, in order."""
    keys = {year: year_key(plan, year) for year in plan_years(reader.catalogue, plan)}
    return tuple(
        Linked(reader.href(key), Phrase(year))
        for year, key in keys.items()
        if reader.site.has(key, reader.language)
    )


def sheet_address(reader: Reader, key: str) -> str:
    """Return the address of the table of activities (CSV) that belongs to the page of a plan, or of one of its years."""
    return reader.site.address(sheet_path(reader.site, key, reader.language))
