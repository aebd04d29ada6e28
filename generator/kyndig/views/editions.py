"""Versions of a curriculum as pages tell of them: which one a page shows, and where the same stands in another."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ..catalogue import Entity, base, is_of_version
from ..routes import LASTING, Page
from ..versions import Pair, Step, follow, steps, versions
from .parts import Edition, Linked, Phrase
from .reader import Reader


def all_versions(reader: Reader, entity: Entity) -> tuple[Entity, ...]:
    """Return all versions of a curriculum in the order in which they come into force."""
    return reader.once(
        f"versions {base(entity.document.id)}", partial(versions, reader.catalogue, entity.document)
    )


def between(reader: Reader, before: Entity, after: Entity) -> Step:
    """Return the step from one version of a curriculum to a later one; both are the curricula themselves."""
    name = base(before.id)
    first, last = before.value.version, after.value.version

    def make() -> Step:
        every = reader.once(f"steps {name}", partial(steps, reader.catalogue, before))
        return follow(every, first, last)

    return reader.once(f"step {name} {first} {last}", make)


def changes_key(before: Entity, after: Entity) -> str:
    """Return the key of the page that tells what has changed between two versions."""
    return f"curriculum:{base(before.id)}#changes/{before.value.version}/{after.value.version}"


def lasting(reader: Reader, page: Page) -> str:
    """Return the full address at which a page of a curriculum is for ever; nothing for pages that are of no version."""
    if reader.site.has(page.key + LASTING, reader.language):
        return reader.site.absolute(reader.site.page(page.key + LASTING, reader.language).path)
    return reader.site.absolute(page.path) if is_of_version(page.key) else ""


def edition_note(reader: Reader, page: Page, entity: Entity) -> Edition | None:
    """Return what a page says of the version it belongs to, or None where that is current and in force."""
    document = entity.document
    if not document.is_current:
        return _of_another(reader, page, entity)
    if document.value.applies.posted_from > reader.today:
        return Edition(reader.word("This edition does not apply yet."), _from(reader, document))
    if page.key == document.ref:
        return _coming(reader, document)
    return None


def _from(reader: Reader, document: Entity) -> str:
    day = reader.date(document.value.applies.posted_from)
    return reader.word("It is for posts to be filled from {day}.").format(day=day)


def _coming(reader: Reader, document: Entity) -> Edition | None:
    """Return the notice of the next version, for the first page of the current one."""
    every = all_versions(reader, document)
    after = every[every.index(document) + 1 :]
    if not after:
        return None
    link = replace(reader.link(after[0]), title=Phrase(reader.edition(after[0])), flags=())
    changes = _changes(reader, document, after[0])
    says = _from(reader, after[0])
    return Edition(reader.word("A new edition is coming."), says, reader.word("Read it:"), (link,), changes)


def _of_another(reader: Reader, page: Page, entity: Entity) -> Edition:
    document = entity.document
    every = all_versions(reader, document)
    now = reader.catalogue[f"curriculum:{base(document.id)}"]
    place = every.index(document)
    if place < every.index(now):
        until = reader.date(every[place + 1].value.applies.posted_from)
        first = reader.word("This is an older edition.")
        says = reader.word("It is for posts to be filled before {day}.").format(day=until)
        pair = document, now
    else:
        first, says = reader.word("This edition does not apply yet."), _from(reader, document)
        pair = now, document
    way, links = _counterparts(reader, page, entity, now)
    return Edition(first, says, way, links, _changes(reader, *pair))


def _changes(reader: Reader, before: Entity, after: Entity) -> Linked:
    return Linked(reader.href(changes_key(before, after)), Phrase(reader.word("See the changes")))


def _counterparts(reader: Reader, page: Page, entity: Entity, now: Entity) -> tuple[str, tuple[Linked, ...]]:
    """Return where the same stands in the version that is current, and the words that lead there."""
    if entity.kind == "curriculum":
        href = reader.href(now.ref + page.key.removeprefix(entity.ref))
        return reader.word("The current one:"), (replace(reader.link(now), href=href),)
    found = successors(reader, entity, now)
    links = tuple(reader.link(each) for each, _ in found)
    if not links:
        return reader.word("What stands here is not in the current one:"), (reader.link(now),)
    if any(pair.how == "alike" for _, pair in found):
        return reader.word("Probably the same in the current one:"), links
    return reader.word("The same in the current one:"), links


def successors(reader: Reader, entity: Entity, now: Entity) -> tuple[tuple[Entity, Pair], ...]:
    """Return what an item of another version is in the current one, with the reason why it is taken for that."""
    document, every = entity.document, all_versions(reader, entity)
    own = entity.kind, entity.id.removeprefix(f"{document.id}/")
    if every.index(document) < every.index(now):
        pairs = between(reader, document, now).matching.forward.get(own, ())
        return tuple((reader.catalogue[f"{entity.kind}:{now.id}/{pair.now}"], pair) for pair in pairs)
    pairs = between(reader, now, document).matching.backward.get(own, ())
    return tuple((reader.catalogue[f"{entity.kind}:{now.id}/{pair.was}"], pair) for pair in pairs)
