"""Everything that has a name, from A to Å: the way to find things without a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...routes import Page
from ..gather import listing
from ..kinds import LINES
from ..letters import Letter, by_letter
from ..parts import Linked, Shell
from ..reader import Reader

_NAMELESS = frozenset({"statement"})
"""Kinds with pages whose titles are sentences, not names."""


@dataclass(frozen=True, slots=True)
class AZView:
    """What the index shows: links under their letters."""

    letters: tuple[Letter[Linked], ...]


def list_a_z(reader: Reader, page: Page) -> tuple[Shell, AZView]:
    """Make the index of everything that has a name; of curricula the current version only."""
    rows = tuple(_rows(reader))
    lead = reader.word("Everything on the site that has a name, {count} entries, with its kind.")
    shell = listing(reader, page, lead.format(count=len(rows)), LINES["term"])
    return shell, AZView(by_letter(((str(each.title), each) for each in rows), reader.language))


def _rows(reader: Reader) -> Iterator[Linked]:
    for entity in reader.catalogue.entities.values():
        own_page = (entity.ref, reader.language) in reader.site.by_key
        if (own_page or entity.kind == "term") and entity.kind not in _NAMELESS and entity.is_current:
            link = reader.link(entity)
            yield replace(link, title=link.title.capital, meta=(link.label,))
