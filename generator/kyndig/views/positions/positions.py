"""Positions listed three ways: documents by organisation, statements by topic, statements by who must act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...locales.collation import sort_key
from ...routes import SIDES, Page
from ..facets import valued
from ..kinds import LINES
from ..parts import Linked, Phrase, Shell
from ..pieces import vague
from ..reader import Reader
from ..shell import Head, list_link, list_shell
from ..validity import period

_WAYS = ("positions", "positions/statements", "positions/topics", "positions/actors", "positions/traced")


@dataclass(frozen=True, slots=True)
class Way:
    """One of the ways to list positions."""

    link: Linked
    current: bool


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """The documents of one organisation."""

    anchor: str
    organisation: Linked
    documents: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Statements that belong together: their number, the page that lists them, and that of organisations side by side."""

    anchor: str
    link: Linked
    sides: str


@dataclass(frozen=True, slots=True)
class PositionsView:
    """What the list of documents shows."""

    ways: tuple[Way, ...]
    groups: tuple[DocumentGroup, ...]


@dataclass(frozen=True, slots=True)
class StatementsView:
    """What an index of statements shows."""

    ways: tuple[Way, ...]
    groups: tuple[StatementGroup, ...]


def list_positions(reader: Reader, page: Page) -> tuple[Shell, PositionsView]:
    """Make the list of documents, organisation by organisation."""
    owners: dict[str, list[Entity]] = {}
    for entity in reader.catalogue.of_kind("position"):
        owners.setdefault(entity.value.organisation, []).append(entity)
    groups = [
        DocumentGroup(f"o-{owner}", reader.link(f"organisation:{owner}"), _documents(reader, documents))
        for owner, documents in owners.items()
    ]
    groups.sort(key=lambda group: sort_key(group.organisation.title.text, reader.language))
    return _shell(reader, page), PositionsView(ways(reader, page.key), tuple(groups))


def list_positions_topics(reader: Reader, page: Page) -> tuple[Shell, StatementsView]:
    """Make the index of statements by topic."""
    return _index(reader, page, "topic", topic_anchor)


def list_positions_actors(reader: Reader, page: Page) -> tuple[Shell, StatementsView]:
    """Make the index of statements by who must act; those that name nobody stand last."""
    return _index(reader, page, "actor", actor_anchor)


def topic_anchor(ref: str) -> str:
    """Return the anchor of a topic in the list of statements; of those without one for an empty reference."""
    return f"t-{ref.partition(':')[2]}" if ref else "no-topic"


def actor_anchor(ref: str) -> str:
    """Return the anchor of who must act in the list of statements; of "not named" for an empty reference."""
    return f"a-{ref.replace(':', '-')}" if ref else "not-named"


def _index(
    reader: Reader, page: Page, facet: str, anchor: Callable[[str], str]
) -> tuple[Shell, StatementsView]:
    groups = tuple(
        StatementGroup(
            anchor(each.about if ":" in each.about else ""),
            Linked(each.choice.href, each.choice.title, number=str(each.choice.count)),
            sides_of(reader, each.about),
        )
        for each in valued(reader, "positions/statements", facet)
    )
    return _shell(reader, page), StatementsView(ways(reader, page.key), groups)


def sides_of(reader: Reader, topic: str) -> str:
    """Return the address of the page that shows organisations side by side on a topic, or nothing for less than two."""
    key = f"{topic}#{SIDES}"
    return reader.href(key) if reader.site.has(key, reader.language) else ""


def _documents(reader: Reader, documents: Iterable[Entity]) -> tuple[Linked, ...]:
    rows = []
    for entity in documents:
        count = len(reader.catalogue.parts(entity, "statement"))
        when = period(entity.value, reader.word) or vague(reader, entity.value.issued)
        meta = (
            reader.words.ngettext("{count} statement", "{count} statements", count).format(count=count),
            when or reader.word("Without a date"),
        )
        rows.append(replace(reader.link(entity, entity.value.lead, meta), number=str(count)))
    return tuple(rows)


def ways(reader: Reader, current: str) -> tuple[Way, ...]:
    """Return the ways to list positions; `current` is the key of the one that the page is."""
    words = {
        "positions": reader.word("By organisation"),
        "positions/statements": reader.word("All statements"),
        "positions/topics": reader.word("By topic"),
        "positions/actors": reader.word("By who must act"),
        "positions/traced": reader.word("From statement to need"),
    }
    return tuple(Way(Linked(reader.href(key), Phrase(words[key])), key == current) for key in _WAYS)


def _shell(reader: Reader, page: Page) -> Shell:
    statements = len(reader.catalogue.of_kind("statement"))
    documents = len(reader.catalogue.of_kind("position"))
    ngettext = reader.words.ngettext
    counts = ", ".join(
        (
            ngettext("{count} document", "{count} documents", documents).format(count=documents),
            ngettext("{count} statement", "{count} statements", statements).format(count=statements),
        )
    )
    leads = {
        "positions": reader.word("What organisations say ought to be done."),
        "positions/topics": reader.word("What organisations say ought to be done, topic by topic."),
        "positions/actors": reader.word("What organisations say ought to be done, by who must do it."),
    }
    return list_shell(
        reader,
        page,
        Head(
            lead=Phrase(f"{leads[page.key]} {counts}."),
            number=str(documents if page.key == "positions" else statements),
            line=LINES["position"],
            crumbs=() if page.key == "positions" else (list_link(reader, "positions"),),
        ),
    )
