"""What was noticed in a document: everything that does not go together, with the places of both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...findings import Case, Finding
from ...routes import Page
from ...routes.segments import N_
from ..noticing import SideRow, anchor, counted, is_of_site, sentence, side_row, thing
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, crumbs, entity_shell

TITLES = {
    "card.unused": N_("Unused card"),
    "assessment.added": N_("Added in the logbook"),
    "assessment.lost": N_("Missing in the logbook"),
    "procedure.scope": N_("Procedures"),
    "wording.differs": N_("Wording"),
    "name.differs": N_("Two names"),
    "count.differs": N_("A number"),
    "assessment.no-card": N_("Without a card"),
    "link.retired": N_("Retired addresses"),
    "link.insecure": N_("Unencrypted addresses"),
    "text.unclosed": N_("An unclosed mark"),
    "text.spelling": N_("Spelling"),
    "source.contradiction": N_("Contradiction"),
    "competency.strategy": N_("Ways of learning"),
    "competency.assessment": N_("Ways of assessing"),
    "position.expired": N_("Validity"),
    "gap.need": N_("Needs that nothing meets"),
    "gap.course": N_("Courses without an aim"),
    "gap.group": N_("Groups without offers"),
}
"""Code → the name of its section; those for editors stand on no page."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One thing that was noticed, with what stands on each side."""

    thing: Linked
    sides: tuple[SideRow, ...]
    note: Phrase | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Cases of one kind; `columns` names the sides, `reason` is why they are accepted."""

    anchor: str
    title: str
    sentence: str
    columns: tuple[str, ...]
    rows: tuple[CaseRow, ...]
    of_site: bool
    reason: Phrase | None


@dataclass(frozen=True, slots=True)
class NoticedView:
    """What the template shows."""

    source: Linked
    findings: tuple[FindingRow, ...]


def source_noticed(reader: Reader, page: Page) -> tuple[Shell, NoticedView]:
    """Make the page of what was noticed in one document."""
    entity = reader.catalogue[page.key.split("#")[0]]
    found = reader.noticed.in_source(entity.id)
    title, source = reader.word("What we noticed in this document"), reader.title(entity)
    lead = (
        reader.word(
            "We hold what we have read against itself and against this site. These places do not go together, or leave "
            "something open. There may be good reasons for it."
        )
        if found
        else reader.word(
            "We hold what we have read against itself and against this site. So far everything goes together."
        )
    )
    head = Head(
        title=Phrase(title),
        lead=Phrase(lead),
        number=str(len(found)),
        label=f"{source.text} · {counted(reader, entity.id)}",
        crumbs=(*crumbs(reader, entity), reader.link(entity)),
    )
    shell = entity_shell(reader, page, entity, head)
    name = f"{title} · {source.text} · {reader.settings.sitename}"
    body = NoticedView(reader.link(entity), tuple(_rows(reader, found)))
    return replace(shell, page_title=name, related=()), body


def _rows(reader: Reader, found: Iterable[Finding]) -> Iterator[FindingRow]:
    taken: dict[str, int] = {}
    for each in found:
        name, rows = anchor(each), tuple(_case(reader, case) for case in each.cases)
        taken[name] = taken.get(name, 0) + 1
        again = taken[name] > 1  # what is accepted stands by itself: two sections must not have one name
        title = reader.word(TITLES[each.code])
        yield FindingRow(
            anchor=f"{name}-{taken[name]}" if again else name,
            title=f"{title} ({taken[name]})" if again else title,
            sentence=sentence(reader, each),
            columns=_columns(reader, rows),
            rows=rows,
            of_site=is_of_site(each),
            reason=reader.maybe(each.reason),
        )


def _columns(reader: Reader, rows: tuple[CaseRow, ...]) -> tuple[str, ...]:
    """Return the names of the sides: those of the parts of the document where all cases have them.

    One side that says nothing and has no place is no column.
    """
    count = max(len(row.sides) for row in rows)
    sides = [[row.sides[number] for row in rows if len(row.sides) > number] for number in range(count)]
    if count == 1 and not any(each.says or each.place or each.heading for each in sides[0]):
        return ()
    names = [{each.name for each in side} for side in sides]
    if all(len(each) == 1 and "" not in each for each in names):
        return tuple(each.pop() for each in names)
    if count == 1:
        return (reader.word("Place"),)
    return reader.word("One place"), reader.word("The other place")


def _case(reader: Reader, case: Case) -> CaseRow:
    return CaseRow(
        thing(reader, case), tuple(side_row(reader, each) for each in case.sides), reader.maybe(case.note)
    )
