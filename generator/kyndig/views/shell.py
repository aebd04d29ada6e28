"""The frame of every page: languages, breadcrumb, heading, relations, source and last change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..catalogue import Entity
from ..locales.dates import format_date
from ..locales.languages import LANGUAGES
from ..routes import Page
from .kinds import LINES, SECTIONS
from .parts import Alternate, Linked, Phrase, Shell
from .reader import Reader
from .relations import referred_by, refers_to


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself; what an entity's page leaves out is taken from the entity."""

    title: Phrase | None = None
    lead: Phrase | None = None
    number: str = ""
    label: str = ""
    line: str = ""
    crumbs: tuple[Linked, ...] = ()
    description: str = ""


def list_shell(reader: Reader, page: Page, head: Head) -> Shell:
    """Frame a page that is not an entity's own; `head` must have a title."""
    assert head.title is not None
    section = SECTIONS.get(page.key.split("/")[0], "")
    return _shell(reader, page, head, head.title, section)


def entity_shell(reader: Reader, page: Page, entity: Entity, head: Head | None = None) -> Shell:
    """Frame the page of an entity, with its relations, source, last change and the address to edit it."""
    head = head or Head()
    title = head.title or reader.title(entity)
    lead = head.lead or reader.maybe(getattr(entity.value, "lead", None))
    head = Head(
        title, lead, head.number or reader.number(entity), head.label or reader.kind(entity),
        head.line or LINES.get(entity.kind, ""), head.crumbs or crumbs(reader, entity), head.description,
    )
    return _shell(
        reader, page, head, title, SECTIONS.get(entity.kind, ""), entity
    )


def crumbs(reader: Reader, entity: Entity) -> tuple[Linked, ...]:
    """Return the way to an entity: its list, then what it is part of."""
    lists = {"role": "roles", "method": "methods", "strategy": "strategies", "target-group": "target-groups",
             "group": "groups", "organisation": "organisations", "profession": "professions", "topic": "topics",
             "region": "regions", "source": "sources", "news": "news", "course": "courses", "position": "positions",
             "plan": "needs", "curriculum": "curricula"}
    trail = [list_link(reader, lists[entity.document.kind])] if entity.document.kind in lists else []
    above = [each for each in entity.chain() if each is not entity and reader.site.by_key.get((each.ref, reader.language))]
    return (*trail, *(reader.link(each) for each in reversed(above)))


LIST_TITLES = {
    "front": "Front page", "curricula": "Curricula", "courses": "Courses", "courses/past": "Past courses",
    "positions": "Positions", "positions/topics": "Positions by topic", "positions/actors": "Positions by who must act",
    "needs": "Needs", "target-groups": "Target groups", "groups": "Working groups", "organisations": "Organisations",
    "professions": "Professions", "topics": "Topics", "regions": "Regions", "roles": "Roles",
    "methods": "Assessment methods", "strategies": "Learning strategies", "terms": "Terms A–Å", "sources": "Sources",
    "news": "News", "feeds": "Feeds and calendars", "missing": "Page not found",
}
"""Key of a page that is no entity's → its title."""


def list_link(reader: Reader, key: str) -> Linked:
    """Return a link to a page that lists things."""
    return Linked(reader.href(key), Phrase(reader.word(LIST_TITLES[key])))


def _shell(
    reader: Reader, page: Page, head: Head, title: Phrase, section: str, entity: Entity | None = None
) -> Shell:
    changed = _changed(entity)
    lead = head.lead.text if head.lead else ""
    return Shell(
        language=page.language, title=title, page_title=_page_title(head, title, reader),
        description=head.description or lead or title.text, canonical=_canonical(reader, page),
        alternates=_alternates(reader, page), crumbs=head.crumbs, section=section, line=head.line, label=head.label,
        number=head.number, lead=head.lead, fallback=page.words if page.is_fallback else "",
        changed=format_date(changed, reader.language) if changed else "",
        changed_iso=changed.isoformat() if changed else "",
        edit=_edit(reader, page, entity), cited=_cited(reader, entity),
        refers_to=refers_to(reader, entity) if entity else (), referred_by=referred_by(reader, entity) if entity else (),
    )


def _page_title(head: Head, title: Phrase, reader: Reader) -> str:
    number = f"{head.number} " if head.number and not title.text.startswith(head.number) else ""
    return f"{number}{title.text} · {reader.settings.sitename}"


def _canonical(reader: Reader, page: Page) -> str:
    """A page that is not translated points to the page in the language of its text."""
    original = reader.site.by_key[page.key, page.words]
    return reader.site.absolute(original.path)


def _alternates(reader: Reader, page: Page) -> tuple[Alternate, ...]:
    alternates = []
    for language in reader.catalogue.languages:
        other = reader.site.by_key[page.key, language]
        alternates.append(Alternate(
            language, LANGUAGES[language].name, reader.site.address(other.path), reader.site.absolute(other.path),
            language == page.language, not other.is_fallback,
        ))
    return tuple(alternates)


def _changed(entity: Entity | None) -> date | None:
    if entity is None:
        return None
    for each in (entity.value, entity.document.value):
        changed: date | None = getattr(each, "changed", None) or getattr(each, "announced", None)
        if changed:
            return changed
    return None


def _edit(reader: Reader, page: Page, entity: Entity | None) -> str:
    if entity is None or not reader.settings.repository:
        return ""
    files = dict(entity.entry.files)
    return reader.settings.repository.replace("{path}", files.get(page.words, entity.entry.files[0][1]))


def _cited(reader: Reader, entity: Entity | None):  # type: ignore[no-untyped-def]
    if entity is None:
        return None
    own = getattr(entity.value, "source", None)
    return reader.cite(own or getattr(entity.document.value, "source", None))
