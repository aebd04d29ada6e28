"""What the pages of a curriculum share: their frame, groups of competencies, passages, remarks and figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..catalogue import Entity
from ..locales.dates import format_vague
from ..locales.numbers import format_number
from ..model.curriculum import AssessmentUse, Section
from ..model.facts import Link, Measure, Remark, WebLink
from ..routes import Page
from .parts import Cited, Flag, Html, Linked, Phrase, Related, Shell
from .reader import Reader
from .shell import Head, crumbs, entity_shell


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
class Note:
    """One short text with its time, what it leads to, and where it stands."""

    text: Phrase
    when: str
    links: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in prose under its own heading."""

    anchor: str
    title: Phrase
    body: Html
    links: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, its date and its source, in words."""

    label: Phrase
    number: str
    unit: Phrase
    as_of: str
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class WebRow:
    """An address outside the site, with what the reader should know before following it."""

    label: Phrase
    url: str
    note: Phrase | None
    flags: tuple[Flag, ...]
    superseded_by: str
    accessible_version: str
    meta: tuple[str, ...]
    cited: Cited | None


def curriculum_of(reader: Reader, page: Page) -> Entity:
    """Return the curriculum that a page belongs to, whichever of its pages it is."""
    return reader.catalogue[page.key.split("#")[0]]


def subpage(reader: Reader, page: Page, title: str, lead: str, number: str = "") -> Shell:
    """Frame one of the pages that a curriculum has beside its overview; its relations stand on the overview."""
    entity = curriculum_of(reader, page)
    name = reader.title(entity)
    head = Head(
        title=Phrase(title), lead=Phrase(lead), number=number, label=name.text,
        crumbs=(*crumbs(reader, entity), reader.link(entity)),
    )
    shell = entity_shell(reader, page, entity, head)
    return replace(shell, page_title=_window(reader, title, entity), refers_to=(), referred_by=())


def part_shell(reader: Reader, page: Page, entity: Entity, head: Head, shown: Iterable[Linked] = ()) -> Shell:
    """Frame the page of a part of a curriculum, named in the window together with the curriculum."""
    shell = without_shown(entity_shell(reader, page, entity, head), shown)
    return replace(shell, page_title=_window(reader, shell.title.text, entity))


def _window(reader: Reader, title: str, entity: Entity) -> str:
    return f"{title} · {reader.title(entity.document).text} · {reader.settings.sitename}"


def without_shown(shell: Shell, shown: Iterable[Linked]) -> Shell:
    """Leave out relations that the page itself shows already, unless an author gave a reason for them."""
    hrefs = {each.href for each in shown}

    def rest(related: tuple[Related, ...]) -> tuple[Related, ...]:
        kept = (replace(row, links=tuple(x for x in row.links if x.why or x.href not in hrefs)) for row in related)
        return tuple(row for row in kept if row.links)

    return replace(shell, refers_to=rest(shell.refers_to), referred_by=rest(shell.referred_by))


def tabs(reader: Reader, page: Page) -> tuple[Tab, ...]:
    """Return the links between the pages of a curriculum."""
    ref = page.key.split("#")[0]
    pages = (
        ("", reader.word("Competencies")), ("#requirements", reader.word("Requirements and logbook")),
        ("#schedule", reader.word("Assessment and months")), ("#background", reader.word("Background")),
    )
    return tuple(Tab(reader.href(ref + key), title, ref + key == page.key) for key, title in pages)


def capital(phrase: Phrase) -> Phrase:
    """Return a phrase that begins with a capital letter, for headings and lists."""
    return replace(phrase, text=phrase.text[:1].upper() + phrase.text[1:])


def capital_link(reader: Reader, entity: Entity | str, meta: tuple[str, ...] = ()) -> Linked:
    """Return a link whose words begin with a capital letter."""
    link = reader.link(entity, meta=meta)
    return replace(link, title=capital(link.title))


def groups(reader: Reader, curriculum: Entity) -> tuple[Group, ...]:
    """Return the competencies of a curriculum by area or, where there is none, by the role they stand under."""
    found: dict[str, list[Entity]] = {}
    for each in reader.catalogue.parts(curriculum, "competency"):
        area = each.value.area
        owner = reader.catalogue.near(each, "area", area) if area else reader.catalogue[f"role:{each.value.roles[0]}"]
        found.setdefault(owner.ref, []).append(each)
    return tuple(
        Group(
            "{}-{}".format(reader.catalogue[ref].kind, reader.catalogue[ref].value.id), capital_link(reader, ref),
            competency_rows(reader, members), tuple(members),
        )
        for ref, members in found.items()
    )


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
    """Return the cards and methods of an assessment in a few words: "Cards 3 and 13, GA, Mini-CEX"."""
    uses = tuple(uses)
    cards = tuple(dict.fromkeys(use.card for use in uses if use.card))
    methods = dict.fromkeys(use.method for use in uses if not use.card)
    names = [method_name(reader, method) for method in methods]
    if cards:
        message = reader.words.ngettext("Card {numbers}", "Cards {numbers}", len(cards))
        names.insert(0, message.format(numbers=_and(reader, cards)))
    return ", ".join(names)


def method_name(reader: Reader, method: str) -> str:
    """Return the short form that logbooks use for a method, or its name where there is none."""
    value = reader.catalogue[f"method:{method}"].value
    return reader.say(value.code or value.label).text


def _and(reader: Reader, items: tuple[str, ...]) -> str:
    if len(items) < 2:
        return "".join(items)
    return reader.word("{several} and {last}").format(several=", ".join(items[:-1]), last=items[-1])


def web_of(reader: Reader, links: Iterable[Link]) -> tuple[Linked, ...]:
    """Return the links that an author gave, with their reasons."""
    return tuple(reader.link(each.to, each.why) for each in links)


def notes(reader: Reader, remarks: Iterable[Remark]) -> tuple[Note, ...]:
    """Return remarks in the reader's words, in their own order."""
    return tuple(
        Note(
            reader.say(each.text), format_vague(each.when, reader.language) if each.when else "",
            web_of(reader, each.links), reader.cite(each.source),
        )
        for each in remarks
    )


def passages(reader: Reader, entity: Entity, sections: Iterable[Section], prefix: str) -> tuple[Passage, ...]:
    """Return passages of prose; `prefix` begins their anchors."""
    found = []
    for each in sections:
        body = reader.prose(each.text, entity)
        assert body is not None
        links = web_of(reader, each.links)
        found.append(Passage(f"{prefix}-{each.id}", reader.say(each.title), body, links, reader.cite(each.source)))
    return tuple(found)


def figures(reader: Reader, measures: Iterable[Measure]) -> tuple[Figure, ...]:
    """Return figures with their unit and date."""
    return tuple(
        Figure(
            reader.say(each.label), _number(reader, each), reader.say(each.unit),
            "" if each.as_of == "unknown" else format_vague(each.as_of, reader.language), reader.cite(each.source),
        )
        for each in measures
    )


def _number(reader: Reader, measure: Measure) -> str:
    ends = (measure.value,) if measure.value is not None else (measure.low, measure.high)
    number = "–".join(format_number(end, reader.language) for end in ends if end is not None)
    return reader.word("more than {number}").format(number=number) if measure.at_least else number


def web_rows(reader: Reader, links: Iterable[WebLink]) -> tuple[WebRow, ...]:
    """Return addresses outside the site, with what is known about them."""
    formats = {"html": "", "pdf": reader.word("PDF"), "document": reader.word("document")}
    rows = []
    for each in links:
        year = reader.word("valid for {year}").format(year=each.year) if each.year else ""
        rows.append(WebRow(
            reader.say(each.label), each.url, reader.maybe(each.note), _web_flags(reader, each),
            each.superseded_by or "", each.accessible_version or "",
            tuple(filter(None, (formats[each.format], year))), reader.cite(each.source),
        ))
    return tuple(rows)


def _web_flags(reader: Reader, link: WebLink) -> tuple[Flag, ...]:
    retired = (Flag(reader.word("No longer in use"), "off"),) if link.retired else ()
    past = (Flag(reader.word("For a past year"), "off"),) if link.year and link.year < reader.today.year else ()
    return (*retired, *past)
