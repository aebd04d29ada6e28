"""Positions traced: from a statement to the need that it argues for, and on to what meets the need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from ...catalogue import Entity
from ...locales.collation import sort_key
from ...routes import Page
from ..gather import with_figure
from ..kinds import LINES
from ..needs.meeting import NeedStep, met_by, need_steps, standing, standing_words
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, list_link, list_shell
from .positions import Way, actor_anchor, sides_of, topic_anchor, ways
from .statement import StatementRow, short_name, statement_rows

TRACED, BY_ACTOR = "positions/traced", "positions/traced/actors"


@dataclass(frozen=True, slots=True)
class Trace:
    """A statement with the needs that it argues for."""

    statement: StatementRow
    needs: tuple[NeedStep, ...]


@dataclass(frozen=True, slots=True)
class TraceGroup:
    """The traces of one theme, or of one who must act; `sides` leads to organisations side by side, where several speak."""

    anchor: str
    about: Linked
    sides: str
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need in the overview: how many statements of each organisation argue for it, and what meets it.

    `met` is without invented examples, which are only counted.
    """

    need: Linked
    argued: tuple[tuple[str, int], ...]
    words: str
    met: tuple[Linked, ...]
    examples: int


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The needs of one plan in the overview."""

    plan: Linked
    rows: tuple[NeedRow, ...]


@dataclass(frozen=True, slots=True)
class TracedView:
    """What the pages of positions traced show; the overview of needs stands on the page by theme alone.

    `idle` statements argue for no need that is written here.
    """

    ways: tuple[Way, ...]
    orders: tuple[Way, ...]
    argued: int
    needs: int
    met: int
    idle: int
    all_statements: Linked
    overview: tuple[PlanRows, ...]
    groups: tuple[TraceGroup, ...]


def list_positions_traced(reader: Reader, page: Page) -> tuple[Shell, TracedView]:
    """Make the page that traces statements theme by theme."""
    rows = tuple(_plan_rows(reader, each) for each in reader.catalogue.of_kind("plan"))
    lead = reader.word("Which need each statement argues for, and what meets the need, theme by theme.")
    return _traced(reader, page, lead, "topics", rows)


def list_positions_traced_actors(reader: Reader, page: Page) -> tuple[Shell, TracedView]:
    """Make the page that traces statements by who must act."""
    lead = reader.word("Which need each statement argues for, and what meets the need, by who must act.")
    return _traced(reader, page, lead, "addressees", ())


def _traced(
    reader: Reader, page: Page, lead: str, field: str, rows: tuple[PlanRows, ...]
) -> tuple[Shell, TracedView]:
    statements = reader.catalogue.of_kind("statement")
    arguing = [each for each in statements if reader.catalogue.targets(each, "argues_for")]
    argued = {need.ref: need for each in arguing for need, _ in reader.catalogue.targets(each, "argues_for")}
    body = TracedView(
        ways=ways(reader, page.key),
        orders=_orders(reader, page.key),
        argued=len(argued),
        needs=len(reader.catalogue.of_kind("need")),
        met=sum(standing(met_by(reader, each)) == "met" for each in argued.values()),
        idle=len(statements) - len(arguing),
        all_statements=list_link(reader, "positions/statements"),
        overview=rows,
        groups=_groups(reader, arguing, field),
    )
    crumbs = [list_link(reader, "positions")] + [list_link(reader, TRACED)] * (page.key == BY_ACTOR)
    head = Head(lead=Phrase(lead), line=LINES["statement"], crumbs=tuple(crumbs))
    small = reader.words.ngettext("statement", "statements", len(arguing))
    return with_figure(list_shell(reader, page, head), len(arguing), small), body


def _orders(reader: Reader, current: str) -> tuple[Way, ...]:
    words = {TRACED: reader.word("Theme by theme"), BY_ACTOR: reader.word("By who must act")}
    return tuple(Way(Linked(reader.href(key), Phrase(word)), key == current) for key, word in words.items())


def _groups(reader: Reader, statements: Iterable[Entity], field: str) -> tuple[TraceGroup, ...]:
    """Return the traces by what their statements refer to through a field; those that name nothing stand last."""
    found: dict[str, list[Entity]] = {}
    for each in statements:
        refs = dict.fromkeys(target.ref for target, _ in reader.catalogue.targets(each, field))
        for ref in refs or ("",):
            found.setdefault(ref, []).append(each)
    groups = [_group(reader, ref, field, members) for ref, members in found.items()]
    groups.sort(key=lambda each: (not each.about.href, sort_key(each.about.title.text, reader.language)))
    return tuple(groups)


def _group(reader: Reader, ref: str, field: str, statements: Iterable[Entity]) -> TraceGroup:
    nameless = reader.word("No topic") if field == "topics" else reader.word("Not named")
    return TraceGroup(
        topic_anchor(ref) if field == "topics" else actor_anchor(ref),
        reader.link(ref) if ref else Linked("", Phrase(nameless)),
        sides_of(reader, ref),
        tuple(reader.once(f"trace of {each.ref}", partial(_trace, reader, each)) for each in statements),
    )


def _trace(reader: Reader, statement: Entity) -> Trace:
    (row,) = statement_rows(reader, (statement,))
    return Trace(row, need_steps(reader, statement))


def _plan_rows(reader: Reader, plan: Entity) -> PlanRows:
    needs = reader.catalogue.parts(plan, "need")
    return PlanRows(reader.link(plan), tuple(_need_row(reader, each) for each in needs))


def _need_row(reader: Reader, need: Entity) -> NeedRow:
    found = met_by(reader, need)
    counts = Counter(
        short_name(reader, each.document.value.organisation)
        for each, _ in reader.catalogue.origins(need, "argues_for")
    )
    real = tuple(each.link for each in found if not each.example)
    words = standing_words(reader)[standing(found)]
    return NeedRow(reader.link(need), tuple(sorted(counts.items())), words, real, len(found) - len(real))
