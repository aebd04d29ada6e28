"""What the pages of a curriculum share: their frame, groups of competencies, and passages of prose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...locales.numbers import join_list
from ...model.curriculum import AssessmentUse, Curriculum, Section
from ...model.facts import Link
from ...routes import Page
from ...routes.segments import N_
from ..kinds import BESIDE
from ..parts import Cited, Html, Linked, Phrase, Shell
from ..prose import prose
from ..reader import Reader
from ..shell import Head, crumbs, entity_shell


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the pages of a curriculum, in the row of links between them."""

    href: str
    title: str
    current: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Competencies that stand under one area, or under one role where they have no area."""

    anchor: str
    link: Linked
    rows: tuple[Linked, ...]
    members: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in prose under its own heading."""

    anchor: str
    title: Phrase
    body: Html
    links: tuple[Linked, ...]
    cited: Cited | None


def curriculum_of(reader: Reader, page: Page) -> Entity:
    """Return the curriculum that a page belongs to, whichever of its pages it is."""
    return reader.catalogue[page.key.split("#")[0]]


def length(reader: Reader, value: Curriculum) -> str:
    """Return how long a training takes, in words."""
    return reader.words.ngettext("{count} month", "{count} months", value.months).format(count=value.months)


def subpage(reader: Reader, page: Page, title: str, lead: str, number: str = "") -> Shell:
    """Frame a page that a curriculum has beside its overview; its relations stand on the overview."""
    entity = curriculum_of(reader, page)
    name = reader.title(entity)
    head = Head(
        title=Phrase(title),
        lead=Phrase(lead),
        number=number,
        label=name.text,
        crumbs=(*crumbs(reader, entity), reader.link(entity)),
    )
    shell = entity_shell(reader, page, entity, head)
    return replace(shell, page_title=_window(reader, title, entity), related=())


def part_shell(reader: Reader, page: Page, entity: Entity, head: Head) -> Shell:
    """Frame the page of a part of a curriculum, named in the window together with the curriculum."""
    shell = entity_shell(reader, page, entity, head)
    return replace(shell, page_title=_window(reader, shell.title.text, entity))


def _window(reader: Reader, title: str, entity: Entity) -> str:
    return f"{title} · {reader.title(entity.document).text} · {reader.settings.sitename}"


def tabs(reader: Reader, page: Page) -> tuple[Tab, ...]:
    """Return the links between the pages of a curriculum."""
    ref = page.key.split("#")[0]
    common = f"{ref.partition('@')[0]}#versions"
    pages = {"": N_("Competencies")} | {f"#{name}": title for name, title in BESIDE.items()}
    own = (
        Tab(reader.href(ref + key), reader.word(title), ref + key == page.key) for key, title in pages.items()
    )
    return (*own, Tab(reader.href(common), reader.word("Editions"), common == page.key))


def capital_link(reader: Reader, entity: Entity | str, meta: tuple[str, ...] = ()) -> Linked:
    """Return a link whose words begin with a capital letter."""
    link = reader.link(entity, meta=meta)
    return replace(link, title=link.title.capital)


def groups(reader: Reader, curriculum: Entity) -> tuple[Group, ...]:
    """Return the competencies of a curriculum by area, or by the role they stand under if they have none."""
    found: dict[str, list[Entity]] = {}
    for each in reader.catalogue.parts(curriculum, "competency"):
        found.setdefault(group_of(reader, each).ref, []).append(each)
    owners = ((reader.catalogue[ref], tuple(members)) for ref, members in found.items())
    return tuple(
        Group(
            f"{owner.kind}-{owner.value.id}",
            capital_link(reader, owner),
            competency_rows(reader, members),
            members,
        )
        for owner, members in owners
    )


def group_of(reader: Reader, competency: Entity) -> Entity:
    """Return the area of a competency, or the role it stands under where it has none."""
    value = competency.value
    if value.area:
        return reader.catalogue.near(competency, "area", value.area)
    return reader.catalogue[f"role:{value.roles[0]}"]


def competency_rows(reader: Reader, competencies: Iterable[Entity]) -> tuple[Linked, ...]:
    """Return links to competencies, each with how it is assessed and how many objectives it has."""
    return tuple(
        reader.link(each, meta=(assessed(reader, each.value.assessments), objective_count(reader, each)))
        for each in competencies
    )


def objective_count(reader: Reader, competency: Entity) -> str:
    """Return how many objectives a competency has, in words."""
    count = len(competency.value.objectives)
    return reader.words.ngettext("{count} objective", "{count} objectives", count).format(count=count)


def assessed(reader: Reader, uses: Iterable[AssessmentUse]) -> str:
    """Return the cards and methods of an assessment in a few words: "Cards 3 and 13, general assessment"."""
    uses = tuple(uses)
    cards = tuple(dict.fromkeys(use.card for use in uses if use.card))
    methods = dict.fromkeys(use.method for use in uses if not use.card)
    names = [reader.title(reader.catalogue[f"method:{method}"]).text for method in methods]
    if cards:
        message = reader.words.ngettext("Card {numbers}", "Cards {numbers}", len(cards))
        names.insert(0, message.format(numbers=join_list(cards, reader.language)))
    return ", ".join(names)


def web_of(reader: Reader, links: Iterable[Link]) -> tuple[Linked, ...]:
    """Return the links that an author gave, with their reasons."""
    return tuple(reader.link(each.to, each.why) for each in links)


def passages(reader: Reader, entity: Entity, sections: Iterable[Section], prefix: str) -> tuple[Passage, ...]:
    """Return passages of prose; `prefix` begins their anchors."""
    return tuple(
        Passage(
            f"{prefix}-{each.id}",
            reader.say(each.title),
            prose(reader, each.text, entity, prefix=f"{each.id}-"),
            web_of(reader, each.links),
            reader.cite(each.source),
        )
        for each in sections
    )
