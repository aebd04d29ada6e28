"""One year of a plan, summed up in words that can stand in an annual report: what was done, and what is planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...locales.collation import sort_key
from ...locales.dates import vague_key
from ...model.plan import Plan
from ...routes import Page, year_of
from ..gather import with_figure
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, crumbs, entity_shell
from .activities import ActivityRow, activity_row, sheet_address, year_links


@dataclass(frozen=True, slots=True)
class Tally:
    """How many activities fall to each thing of one kind, most first, and to none; one may fall to several."""

    label: str
    items: tuple[tuple[Linked, int], ...]
    nameless: str
    without: int


@dataclass(frozen=True, slots=True)
class StateSummary:
    """The activities of one state in sentences: how many there are, then what they fall to."""

    text: str
    tallies: tuple[Tally, ...]
    partners: tuple[Linked, ...]
    publications: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many are done and planned for one channel, region or group; `name` says what it is where it has no link."""

    link: Linked | None
    name: str
    done: int
    planned: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Activities of one year, either real ones or invented ones; never both."""

    states: tuple[StateSummary, ...]
    counts: tuple[tuple[str, tuple[CountRow, ...]], ...]
    unmet: tuple[Linked, ...]
    rows: tuple[ActivityRow, ...]


@dataclass(frozen=True, slots=True)
class PlanYearView:
    """What the page of one year of a plan shows; `dateless` are those that belong to no year."""

    year: str
    plan: Linked
    owner: Linked | None
    real: Summary
    examples: Summary | None
    ongoing: tuple[Linked, ...]
    dateless: tuple[Linked, ...]
    years: tuple[Linked, ...]
    sheet: str
    address: str


def plan_year(reader: Reader, page: Page) -> tuple[Shell, PlanYearView]:
    """Make the page that sums up one year of a plan."""
    ref, _, year = page.key.partition("#")
    entity = reader.catalogue[ref]
    activities = reader.catalogue.parts(entity, "activity")
    here = [each for each in activities if year_of(each.value.when) == year]
    real = [each for each in here if not each.value.example]
    examples = [each for each in here if each.value.example]
    body = PlanYearView(
        year=year,
        plan=reader.link(entity),
        owner=next(iter(reader.links(entity, "owner")), None),
        real=_summary(reader, entity, real, year),
        examples=_summary(reader, entity, examples, year) if examples else None,
        ongoing=_when(reader, activities, "ongoing"),
        dateless=_when(reader, activities, "unknown"),
        years=tuple(replace(each, number=year) for each in year_links(reader, entity)),
        sheet=sheet_address(reader, page.key) if here else "",
        address=reader.site.absolute(reader.site.page(page.key, page.words).path),
    )
    shell = entity_shell(reader, page, entity, _head(reader, entity, year))
    done = sum(each.value.done for each in real)
    shell = with_figure(shell, done, reader.words.ngettext("activity done", "activities done", done))
    return replace(shell, related=()), body


def _head(reader: Reader, entity: Entity, year: str) -> Head:
    value: Plan = entity.value
    title = f"{year}: {reader.title(entity)}"
    lead = reader.word("What the plan has led to in one year, in words and numbers for an annual report.")
    return Head(
        title=Phrase(title, reader.say(value.title).lang),
        lead=Phrase(lead),
        label=reader.word("Summary of a year"),
        crumbs=(*crumbs(reader, entity), reader.link(entity)),
    )


def _when(reader: Reader, activities: Iterable[Entity], when: str) -> tuple[Linked, ...]:
    return tuple(reader.link(each) for each in activities if each.value.when == when)


def _summary(reader: Reader, plan: Entity, activities: list[Entity], year: str) -> Summary:
    ordered = sorted(activities, key=lambda each: vague_key(each.value.when))
    done = [each for each in ordered if each.value.done]
    planned = [each for each in ordered if not each.value.done]
    met = {need.ref for each in ordered for need, _ in reader.catalogue.targets(each, "meets")}
    needs = reader.catalogue.parts(plan, "need")
    return Summary(
        states=tuple(
            _state(reader, text, own)
            for text, own in (
                (_done(reader, len(done), year), done),
                (_planned(reader, len(planned), year), planned),
            )
            if own
        ),
        counts=tuple(
            (label, _counts(reader, field, nameless, done, planned))
            for field, label, nameless in _kinds(reader)
            if ordered
        ),
        unmet=tuple(reader.link(each) for each in needs if each.ref not in met) if ordered else (),
        rows=tuple(activity_row(reader, each) for each in ordered),
    )


def _kinds(reader: Reader) -> tuple[tuple[str, str, str], ...]:
    """Return the fields by which activities are counted: field, name, and the words for none."""
    return (
        ("channel", reader.word("Channels"), ""),
        ("region", reader.word("Regions"), reader.word("no region given")),
        ("target_groups", reader.word("Target groups"), reader.word("no target group given")),
    )


def _done(reader: Reader, count: int, year: str) -> str:
    return reader.words.ngettext(
        "{count} activity was done in {year}.", "{count} activities were done in {year}.", count
    ).format(count=count, year=year)


def _planned(reader: Reader, count: int, year: str) -> str:
    """Say what is planned; of a year that is over, that nobody has written that it was done."""
    ngettext = reader.words.ngettext
    if int(year) < reader.today.year:
        text = ngettext(
            "{count} activity was planned for {year} and is not written down as done.",
            "{count} activities were planned for {year} and are not written down as done.",
            count,
        )
    else:
        text = ngettext(
            "{count} activity is planned for {year}.", "{count} activities are planned for {year}.", count
        )
    return text.format(count=count, year=year)


def _state(reader: Reader, text: str, activities: list[Entity]) -> StateSummary:
    tallies = [_tally(reader, activities, *kind) for kind in _kinds(reader)]
    tallies.append(_tally(reader, activities, "meets", reader.word("Needs they help to meet"), ""))
    partners = {
        link.href or link.title.text: link for each in activities for link in reader.links(each, "partners")
    }
    return StateSummary(
        text=text,
        tallies=tuple(each for each in tallies if each.items or each.without),
        partners=tuple(partners.values()),
        publications=tuple(
            reader.say(each.value.publication) for each in activities if each.value.publication
        ),
    )


def _tally(reader: Reader, activities: list[Entity], field: str, label: str, nameless: str) -> Tally:
    counts = _count(reader, activities, field)
    items = ((reader.link(ref), count) for ref, count in counts.items() if ref)
    ordered = tuple(sorted(items, key=lambda item: (-item[1], *_place(reader, item[0]))))
    return Tally(label, ordered, nameless, counts[""] if nameless else 0)


def _place(reader: Reader, link: Linked) -> tuple[object, ...]:
    """Return where a thing stands among its like: by its number, else by the alphabet."""
    number = int(link.number) if link.number.isdigit() else 0
    return number, sort_key(link.title.text, reader.language)


def _count(reader: Reader, activities: Iterable[Entity], field: str) -> Counter[str]:
    """Count activities by what they refer to through a field; under an empty reference those that name nothing."""
    counts: Counter[str] = Counter()
    for each in activities:
        refs = {target.ref for target, _ in reader.catalogue.targets(each, field)}
        counts.update(sorted(refs) or ("",))
    return counts


def _counts(
    reader: Reader, field: str, nameless: str, done: list[Entity], planned: list[Entity]
) -> tuple[CountRow, ...]:
    one, other = _count(reader, done, field), _count(reader, planned, field)
    rows = []
    for ref in one | other:
        link = reader.link(ref) if ref else None
        place = (link is None, -one[ref], -other[ref], *(_place(reader, link) if link else ()))
        rows.append((place, CountRow(link, "" if ref else nameless, one[ref], other[ref])))
    return tuple(row for _, row in sorted(rows, key=lambda each: each[0]))
