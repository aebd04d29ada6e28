"""What a feed says of an entity: when it was announced, when it changed, and what a subscriber should know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from operator import itemgetter
from zoneinfo import ZoneInfo

from ..catalogue import Entity, base
from ..locales.dates import format_span
from ..views.courses.course import InstanceRow, instance_rows
from ..views.editions import all_versions
from ..views.kinds import LABELS
from ..views.reader import Reader


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed; `id` is a tag URI (RFC 4151) that no change of title, address or date touches."""

    id: str
    title: str
    language: str
    url: str
    summary: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...]


MOST = 100
"""Items of a feed: readers fetch a feed many times a day, and what is older has long reached them."""


def items(reader: Reader, kinds: tuple[str, ...]) -> tuple[Item, ...]:
    """Return the newest items of a feed, newest first; what was never announced has none."""
    dated = (
        (_changed(entity) or announced, announced, tag(reader, _lasting(reader, entity)), entity)
        for entity in reader.catalogue.of_kind(*kinds)
        if (announced := _announced(entity)) is not None
    )
    newest = sorted(dated, key=itemgetter(0, 1, 2), reverse=True)[:MOST]
    return tuple(_item(reader, entity, announced, changed) for changed, announced, _, entity in newest)


def tag(reader: Reader, ref: str) -> str:
    """Return the identifier of an entity, or of a feed, that lasts as long as its id.

    A translation is an entry of its own: feed readers take what has the same identifier for the same text.
    """
    return f"tag:{reader.settings.feed_domain or _domain(reader)}:{reader.language}:{ref}"


def _lasting(reader: Reader, entity: Entity) -> str:
    """Return the reference that an entity has for ever.

    Which version of a curriculum has the short one changes in time; here the one that was announced first keeps it.
    """
    if entity.kind != "curriculum":
        return entity.ref
    every = all_versions(reader, entity)
    first = min(every, key=lambda each: each.value.announced or date.max)
    short = f"curriculum:{base(entity.id)}"
    return short if entity is first else f"{short}@{entity.value.version}"


def _domain(reader: Reader) -> str:
    host = reader.site.origin.partition("://")[2].partition(":")[0]
    return f"{host},2026"


def _item(reader: Reader, entity: Entity, announced: date, changed: date) -> Item:
    title = reader.title(entity)
    page = reader.site.page(entity.ref, reader.language)
    anchor = reader.href(entity.ref).partition("#")[2]
    row = instance_rows(reader, (entity,))[0] if entity.kind == "instance" else None
    return Item(
        id=tag(reader, _lasting(reader, entity)),
        title=_title(reader, entity, title.text, row),
        language=title.lang or reader.language,
        url=reader.site.absolute(page.path) + (f"#{anchor}" if anchor else ""),
        summary=_summary(reader, entity, row),
        published=moment(reader, announced),
        updated=moment(reader, changed),
        categories=(
            reader.word(LABELS[entity.kind]),
            *(link.title.text for link in reader.links(entity, "topics")),
        ),
    )


def _announced(entity: Entity) -> date | None:
    own: date | None = getattr(entity.value, "announced", None) or getattr(entity.value, "day", None)
    return own or (getattr(entity.document.value, "announced", None) if entity.owner else None)


def _changed(entity: Entity) -> date | None:
    value = entity.value
    return getattr(value, "status_changed", None) or getattr(value, "changed", None)


def _title(reader: Reader, entity: Entity, title: str, row: InstanceRow | None) -> str:
    """Let the first words say what a subscriber must act on: moved, cancelled, full; and mark what is an example."""
    if row is None:
        return title + _example(reader) if entity.is_example else title
    word = next(
        (
            flag.word.upper() + ": "
            for flag in row.flags
            if row.status != "scheduled" and flag.look != "example"
        ),
        "",
    )
    value = entity.value
    when = format_span(value.start, value.end or value.start, reader.language)
    place = f", {row.place}" if row.place else ""
    example = _example(reader) if value.example else ""
    return f"{word}{title}, {when}{place}{example}"


def _example(reader: Reader) -> str:
    word = reader.word("Example")
    return f" ({word.lower()})"


def _summary(reader: Reader, entity: Entity, row: InstanceRow | None) -> str:
    owner = entity.owner if entity.kind == "instance" and entity.owner else entity
    lead = reader.maybe(getattr(owner.value, "lead", None))
    parts = [lead.text] if lead else []
    if row is not None:
        if row.former:
            parts.append(reader.word("Before: {former}.").format(former="; ".join(row.former)))
        parts += [row.reason.text] if row.reason else []
        parts += (
            [reader.word("Sign up by {day}.").format(day=row.deadline)]
            if row.deadline and not row.past
            else []
        )
        parts += [reader.word("This date is an invented example.")] if entity.value.example else []
    return " ".join(parts)


def moment(reader: Reader, day: date) -> datetime:
    """Return the noon of a day, which has no hour: it is the same day for every reader from America to Asia."""
    return datetime.combine(day, time(12), ZoneInfo(reader.settings.timezone))
