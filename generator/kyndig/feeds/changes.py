"""What the feed of curriculum changes says: one entry for each version that came after another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from ..catalogue import Entity, base
from ..views.curricula.changes import summary
from ..views.editions import all_versions, changes_key
from ..views.kinds import LABELS
from ..views.reader import Reader
from .items import MOST, Item, moment, tag


def change_items(reader: Reader) -> tuple[Item, ...]:
    """Return the newest changes of curricula, newest first; a version that was never announced makes none."""
    found = (
        item
        for entity in reader.catalogue.of_kind("curriculum")
        if entity.is_current
        for item in _items(reader, entity)
    )
    return tuple(sorted(found, key=attrgetter("updated", "published", "id"), reverse=True)[:MOST])


def _items(reader: Reader, entity: Entity) -> Iterator[Item]:
    for before, after in pairwise(all_versions(reader, entity)):
        announced = after.value.announced
        if announced is None:
            continue
        title = reader.title(after)
        editions = reader.word("from {before} to {after}")
        editions = editions.format(before=reader.issued(before), after=reader.issued(after))
        yield Item(
            id=tag(reader, f"change:{base(after.id)}@{after.value.version}"),
            title=f"{title.text}: {editions}",
            language=title.lang or reader.language,
            url=reader.site.absolute(reader.site.page(changes_key(before, after), reader.language).path),
            summary=summary(reader, before, after),
            published=moment(reader, announced),
            updated=moment(reader, after.value.changed or announced),
            categories=(reader.word(LABELS["curriculum"]),),
        )
