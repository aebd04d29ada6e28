"""The frame of every page: languages, breadcrumb, heading, relations, source and last change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..catalogue import Entity
from ..locales.dates import format_date
from ..locales.languages import LANGUAGES
from ..routes import FOLDERS, Page
from ..routes.segments import N_
from .editions import edition_note, lasting
from .kinds import LINES, SECTIONS
from .noticing import noticed_link
from .parts import Alternate, Cited, Linked, Phrase, Shell
from .reader import Reader
from .relations import related
from .sharing import sharing


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself; what an entity's page leaves out is taken from the entity."""

    title: Phrase | None = None
    lead: Phrase | None = None
    number: str = ""
    number_small: str = ""
    label: str = ""
    line: str = ""
    crumbs: tuple[Linked, ...] = ()
    description: str = ""


def list_shell(reader: Reader, page: Page, head: Head) -> Shell:
    """Frame a page that is not an entity's own; it has the title of its key where `head` has none."""
    title = head.title or Phrase(reader.word(LIST_TITLES[page.key]))
    section = SECTIONS.get(page.key.split("/")[0], "")
    return _shell(reader, page, head, title, section)


def entity_shell(reader: Reader, page: Page, entity: Entity, head: Head | None = None) -> Shell:
    """Frame the page of an entity, with its relations, source, last change and the address to edit it."""
    head = head or Head()
    title = head.title or reader.title(entity)
    lead = head.lead or reader.maybe(getattr(entity.value, "lead", None))
    head = Head(
        title,
        lead,
        head.number or reader.number(entity),
        head.number_small,
        head.label or reader.kind(entity),
        head.line or LINES.get(entity.kind, ""),
        head.crumbs or crumbs(reader, entity),
        head.description,
    )
    shell = _shell(reader, page, head, title, SECTIONS.get(entity.kind, ""), entity)
    if entity.document.kind != "curriculum":
        return shell
    return replace(shell, edition=edition_note(reader, page, entity), lasting=lasting(reader, page))


def crumbs(reader: Reader, entity: Entity) -> tuple[Linked, ...]:
    """Return the way to an entity: its list, then what it is part of."""
    lists = FOLDERS | {"curriculum": "curricula"}
    trail = [list_link(reader, lists[entity.document.kind])] if entity.document.kind in lists else []
    above = [
        each
        for each in entity.chain()
        if each is not entity and reader.site.by_key.get((each.ref, reader.language))
    ]
    return (*trail, *(reader.link(each) for each in reversed(above)))


LIST_TITLES = {
    "front": N_("Front page"),
    "curricula": N_("Curricula"),
    "competencies": N_("Competencies"),
    "courses": N_("Courses"),
    "courses/past": N_("Past courses"),
    "positions": N_("Positions"),
    "positions/statements": N_("Statements"),
    "positions/topics": N_("Positions by topic"),
    "positions/actors": N_("Positions by who must act"),
    "positions/traced": N_("From statement to need"),
    "positions/traced/actors": N_("From statement to need, by who must act"),
    "needs": N_("Needs"),
    "needs/coverage": N_("Coverage"),
    "needs/coverage/professions": N_("Coverage by profession"),
    "needs/coverage/regions": N_("Coverage by region"),
    "needs/coverage/gaps": N_("What is missing"),
    "target-groups": N_("Target groups"),
    "groups": N_("Working groups"),
    "organisations": N_("Organisations"),
    "professions": N_("Professions"),
    "topics": N_("Topics"),
    "regions": N_("Regions"),
    "roles": N_("Roles"),
    "methods": N_("Assessment methods"),
    "strategies": N_("Learning strategies"),
    "terms": N_("Terms A–Å"),
    "sources": N_("Sources"),
    "news": N_("News"),
    "feeds": N_("Follow"),
    "a-z": N_("Everything A–Å"),
    "search": N_("Search"),
    "documents": N_("Linked documents"),
    "missing": N_("Page not found"),
}
"""Key of a page that is no entity's → its title."""


def list_link(reader: Reader, key: str) -> Linked:
    """Return a link to a page that lists things."""
    return Linked(reader.href(key), Phrase(reader.word(LIST_TITLES[key])))


def _shell(
    reader: Reader, page: Page, head: Head, title: Phrase, section: str, entity: Entity | None = None
) -> Shell:
    changed = _changed(entity)
    title = title.capital
    lead = head.lead.text if head.lead else ""
    alternates = _alternates(reader, page)
    return Shell(
        language=page.language,
        title=title,
        page_title=_page_title(head, title, reader, entity),
        description=head.description or lead or title.text,
        canonical=_canonical(reader, page),
        alternates=alternates,
        crumbs=head.crumbs,
        section=section,
        sharing=sharing(reader, page, title.text, head.label, alternates, is_article=entity is not None),
        line=head.line,
        label=head.label,
        number=head.number,
        number_small=head.number_small,
        lead=head.lead,
        fallback=page.words if page.is_fallback else "",
        changed=format_date(changed, reader.language) if changed else "",
        changed_iso=changed.isoformat() if changed else "",
        edit=_edit(reader, page, entity),
        cited=_cited(reader, entity),
        noticed=_noticed(reader, entity),
        related=related(reader, entity) if entity else (),
    )


_NAMESAKES = (
    "organisation",
    "profession",
    "topic",
    "target-group",
    "region",
    "role",
    "method",
    "strategy",
    "source",
)
"""Kinds whose names other kinds may have too: a body, a group of people and a theme can all be called Suppliers."""


def _page_title(head: Head, title: Phrase, reader: Reader, entity: Entity | None) -> str:
    number = (
        f"{head.number} "
        if head.number and not head.number_small and not title.text.startswith(head.number)
        else ""
    )
    kind = f" ({reader.kind(entity).lower()})" if entity is not None and entity.kind in _NAMESAKES else ""
    return f"{number}{title.text}{kind} · {reader.settings.sitename}"


def _canonical(reader: Reader, page: Page) -> str:
    """A page that is not translated points to the page in the language of its text."""
    original = reader.site.by_key[page.key, page.words]
    return reader.site.absolute(original.path)


def _alternates(reader: Reader, page: Page) -> tuple[Alternate, ...]:
    alternates = []
    for language in reader.catalogue.languages:
        other = reader.site.by_key.get((page.key, language))
        if other is None:  # another page stands now where that of something withdrawn would
            continue
        alternates.append(
            Alternate(
                language,
                LANGUAGES[language].name,
                reader.site.address(other.path),
                reader.site.absolute(other.path),
                language == page.language,
                not other.is_fallback,
            )
        )
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


def _cited(reader: Reader, entity: Entity | None) -> Cited | None:
    if entity is None:
        return None
    own = getattr(entity.value, "source", None)
    return reader.cite(own or getattr(entity.document.value, "source", None))


def _noticed(reader: Reader, entity: Entity | None) -> Linked | None:
    """Return the way to what was noticed in the document that a whole file is drawn from."""
    source = getattr(entity.value, "source", None) if entity and entity.owner is None else None
    return noticed_link(reader, source.document) if source and source.document else None
