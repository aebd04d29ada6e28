"""All statements in one list, document by document, to be refined by topic, by who must act and by strength."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from ...catalogue import Entity
from ...routes import Page
from ..facets import Sieve, count, listed, marked, sieve, sifted_shell
from ..gather import with_figure
from ..kinds import LINES
from ..parts import Linked, Marks, Phrase, Shell
from ..reader import Reader
from ..shell import Head, list_link
from .positions import Way, ways
from .statement import StatementRow, short_name, statement_rows


@dataclass(frozen=True, slots=True)
class DocumentStatements:
    """The statements of one document that stand on the page."""

    anchor: str
    organisation: str
    document: Linked
    statements: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class AllStatementsView:
    """What the list of all statements shows."""

    ways: tuple[Way, ...]
    sieve: Sieve
    documents: tuple[DocumentStatements, ...]


def list_positions_statements(reader: Reader, page: Page) -> tuple[Shell, AllStatementsView]:
    """Make the list of all statements, or of those that have one value."""
    found = listed(reader, page, reader.catalogue.of_kind("statement"))
    counts = (count(reader, len(found), "{count} statement", "{count} statements"),)
    lead = reader.word("Everything that organisations say ought to be done, one statement at a time.")
    head = Head(lead=Phrase(lead), line=LINES["statement"], crumbs=(list_link(reader, "positions"),))
    documents = tuple(_documents(reader, page, found))
    shell = with_figure(
        sifted_shell(reader, page, head),
        len(found),
        reader.words.ngettext("statement", "statements", len(found)),
    )
    return shell, AllStatementsView(ways(reader, page.key), sieve(reader, page, counts), documents)


def _documents(reader: Reader, page: Page, found: tuple[Entity, ...]) -> Iterator[DocumentStatements]:
    """Yield the statements by document; those of one document stand together in the catalogue."""
    for number, (_, group) in enumerate(groupby(found, key=lambda each: each.document.ref), 1):
        statements = tuple(group)
        document = statements[0].document
        yield DocumentStatements(
            f"d{number}",
            short_name(reader, document.value.organisation),
            reader.link(document),
            tuple(marked(reader, page, each, partial(_row, reader, each)) for each in statements),
        )


def _row(reader: Reader, entity: Entity, its: Marks) -> StatementRow:
    (row,) = statement_rows(reader, (entity,))
    return replace(row, marks=its)
