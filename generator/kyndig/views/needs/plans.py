"""A plan: its needs in a table, how they were found, and the channels and activities that answer them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...locales.dates import vague_key
from ...model.plan import Channel, MappingMethod, Plan
from ...routes import Page
from ..facets import Sieve, count, listed, marks, sieve, sifted_shell
from ..gather import gather, with_figure
from ..parts import Cited, Html, Linked, Phrase, Shell
from ..pieces import RemarkRow, WebLinkRow, remark_rows, web_link_rows
from ..prose import maybe_prose
from ..reader import Reader
from ..shell import Head, entity_shell, list_link
from .activities import ActivityRow, activity_row, sheet_address, year_links
from .needs import horizon_words, type_words
from .plan_chart import PlanChart, plan_chart
from .plan_words import channel_types


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need in the table of its plan."""

    link: Linked
    text: Phrase
    type: str
    horizon: str
    broader: Linked | None
    target_groups: tuple[Linked, ...]
    met_by: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class MappingRow:
    """One way in which needs were found."""

    label: Phrase
    text: Phrase | None
    organisations: tuple[Linked, ...]
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One channel that can be pointed at, with what is done through it."""

    anchor: str
    number: str
    label: Phrase
    type: str
    reach: str
    media: tuple[Phrase, ...]
    platforms: tuple[str, ...]
    open: bool
    levels: Phrase | None
    target_groups: tuple[Linked, ...]
    meets: tuple[Linked, ...]
    relates: tuple[Linked, ...]
    note: Phrase | None
    cited: Cited | None
    activities: tuple[ActivityRow, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """What the plan template shows."""

    owner: Linked | None
    mission: Phrase | None
    year: int | None
    past_year: bool
    field: Linked | None
    home_region: Linked | None
    regions: tuple[Linked, ...]
    regions_note: Phrase | None
    table_title: Phrase | None
    table_number: Phrase | None
    background: tuple[RemarkRow, ...]
    found: tuple[MappingRow, ...]
    needs: tuple[NeedRow, ...]
    channels: tuple[ChannelRow, ...]
    chart: PlanChart | None
    has_examples: bool
    years: tuple[Linked, ...]
    sheet: str
    links: tuple[WebLinkRow, ...]
    topics: tuple[Linked, ...]
    body: Html | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan with its needs, in the list of all."""

    id: str
    link: Linked
    lead: Phrase
    owner: Linked | None
    type: str
    needs: tuple[Linked, ...]
    channels: int


@dataclass(frozen=True, slots=True)
class NeedsView:
    """What the list of needs shows: plans with their needs, and how much there is that meets each need."""

    sieve: Sieve
    coverage: Linked
    plans: tuple[PlanRow, ...]


def list_needs(reader: Reader, page: Page) -> tuple[Shell, NeedsView]:
    """Make the list of all needs, or of those that have one value, plan by plan."""
    plans = reader.catalogue.of_kind("plan")
    found = tuple(
        _plan_row(reader, page, plan, needs)
        for plan in plans
        if (needs := listed(reader, page, reader.catalogue.parts(plan, "need"))) or page.key == "needs"
    )
    total = sum(len(each.needs) for each in found)
    refined = sieve(reader, page, (count(reader, total, "{count} need", "{count} needs"),))
    body = NeedsView(refined, list_link(reader, "needs/coverage"), found)
    lead = reader.word("What the service must get better at, or must have, and where that is said.")
    shell = sifted_shell(reader, page, Head(lead=Phrase(lead), line="need"))
    return with_figure(shell, total, reader.words.ngettext("need", "needs", total)), body


def _plan_row(reader: Reader, page: Page, entity: Entity, needs: tuple[Entity, ...]) -> PlanRow:
    value: Plan = entity.value
    types = {"dissemination-plan": reader.word("Dissemination plan"), "needs": reader.word("List of needs")}
    return PlanRow(
        id=value.id,
        link=reader.link(entity),
        lead=reader.say(value.lead),
        owner=next(iter(reader.links(entity, "owner")), None),
        type=types[value.type],
        needs=tuple(
            replace(reader.link(each, meta=_standing(reader, each)), marks=marks(reader, page, each))
            for each in needs
        ),
        channels=len(value.channels),
    )


def _standing(reader: Reader, entity: Entity) -> tuple[str, ...]:
    """Return the type of a need and how much meets it."""
    kinds = [each.kind for each, _ in reader.catalogue.origins(entity, "meets")]
    courses, channels = kinds.count("course"), kinds.count("channel")
    taught = reader.words.ngettext("{count} course", "{count} courses", courses)
    ways = reader.words.ngettext("{count} channel", "{count} channels", channels)
    standing = (
        type_words(reader)[entity.value.type],
        taught.format(count=courses) if courses else "",
        ways.format(count=channels) if channels else "",
    )
    return tuple(filter(None, standing))


def plan(reader: Reader, page: Page) -> tuple[Shell, PlanView]:
    """Make the page of one plan."""
    entity = reader.catalogue[page.key]
    value: Plan = entity.value
    channels = tuple(_channel(reader, each) for each in reader.catalogue.parts(entity, "channel"))
    body = PlanView(
        owner=next(iter(reader.links(entity, "owner")), None),
        mission=reader.maybe(value.mission),
        year=value.year,
        past_year=value.year is not None and value.year < reader.today.year,
        field=next(iter(reader.links(entity, "field")), None),
        home_region=next(iter(reader.links(entity, "home_region")), None),
        regions=reader.links(entity, "regions"),
        regions_note=reader.maybe(value.regions_note),
        table_title=reader.maybe(value.table_title),
        table_number=_table_number(reader, value),
        background=remark_rows(reader, value.background),
        found=tuple(_mapping(reader, each) for each in value.identified_by),
        needs=tuple(_need(reader, each) for each in reader.catalogue.parts(entity, "need")),
        channels=channels,
        chart=plan_chart(reader, entity),
        has_examples=any(each.example for each in value.activities),
        years=year_links(reader, entity),
        sheet=sheet_address(reader, page.key) if value.activities else "",
        links=web_link_rows(reader, value.links),
        topics=reader.links(entity, "topics"),
        body=maybe_prose(reader, value.body, entity),
    )
    total = len(body.needs)
    shell = entity_shell(reader, page, entity)
    return with_figure(shell, total, reader.words.ngettext("need", "needs", total)), body


def _table_number(reader: Reader, plan: Plan) -> Phrase | None:
    """Return what the source calls its table, marked with the language of the plan."""
    language = None if plan.lang == reader.language else plan.lang
    return Phrase(plan.table_number, language) if plan.table_number else None


def _mapping(reader: Reader, method: MappingMethod) -> MappingRow:
    return MappingRow(
        reader.say(method.label),
        reader.maybe(method.text),
        tuple(reader.link(f"organisation:{each}") for each in method.organisations),
        reader.cite(method.source),
    )


def _need(reader: Reader, entity: Entity) -> NeedRow:
    meeting = gather(reader, reader.catalogue.origins(entity, "meets"), "course", "channel")
    return NeedRow(
        link=reader.link(entity),
        text=reader.say(entity.value.text),
        type=type_words(reader)[entity.value.type],
        horizon=horizon_words(reader, entity.value),
        broader=next(iter(reader.links(entity, "broader")), None),
        target_groups=reader.links(entity, "target_groups"),
        met_by=tuple(link for group in meeting for link in group.links),
        cited=reader.cite(entity.value.source),
    )


def _channel(reader: Reader, entity: Entity) -> ChannelRow:
    value: Channel = entity.value
    reach = {
        "national": reader.word("national"),
        "international": reader.word("international"),
        "multiregional": reader.word("multi-regional"),
        "other-regions": reader.word("in other regions"),
    }
    using = (each for each, _ in reader.catalogue.origins(entity, "channel") if each.kind == "activity")
    ordered = sorted(using, key=lambda each: vague_key(each.value.when))
    return ChannelRow(
        anchor=f"c{value.id}",
        number=value.id,
        label=reader.say(value.label),
        type=channel_types(reader)[value.type],
        reach=", ".join(reach[each] for each in value.reach),
        media=reader.all(value.media),
        platforms=value.platforms,
        open=value.platforms_open,
        levels=reader.maybe(value.levels),
        target_groups=reader.links(entity, "target_groups"),
        meets=reader.links(entity, "meets"),
        relates=reader.links(entity, "relates"),
        note=reader.maybe(value.note),
        cited=reader.cite(value.source),
        activities=tuple(activity_row(reader, each) for each in ordered),
    )
