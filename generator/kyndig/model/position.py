"""Positions: documents in which an organisation says what ought to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from .facts import (
    Citation,
    Id,
    Keyed,
    Link,
    LinksTo,
    Measure,
    Record,
    RefTo,
    Remark,
    VagueDate,
    WebAddress,
    WebLink,
)
from .words import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing an organisation says, which can be quoted and linked."""

    __short__ = "text"

    id: Id
    """Its number in the document, such as 6.8."""
    text: Text
    """What it says, in our own words."""
    stance: Literal["demands", "supports", "hesitant", "against", "states"]
    """Demands action, supports a thing, hesitates, is against it, or states how things are."""
    modality: Literal["must", "should", "needs", "important"] | None = None
    """How strong the source's own word is: must (må), should (bør), needs (trenger), important (viktig)."""
    addressees: tuple[Annotated[str, RefTo("organisation", "target-group")], ...] = ()
    """Who must act, as `organisation:…` or `target-group:…`; none where the source names nobody."""
    alternative: Text | None = None
    """What they would rather see."""
    cause: Text | None = None
    """The cause they give."""
    compared_with: tuple[Annotated[str, RefTo("region")], ...] = ()
    """Countries it compares with."""
    laws: tuple[Text, ...] = ()
    """Laws it points to."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes it is tagged with."""
    professions: tuple[Annotated[str, RefTo("profession")], ...] = ()
    """Professions it is about."""
    care_levels: tuple[Annotated[str, RefTo("care-level")], ...] = ()
    """Levels of the service it is about."""
    forms: tuple[Annotated[str, RefTo("form")], ...] = ()
    """Forms of teaching it is about."""
    argues_for: Annotated[tuple[Link, ...], LinksTo("need")] = ()
    """Needs it argues for."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Other things it concerns."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A rationale and the statements under it, within a section."""

    id: Id
    rationale: Text
    """Why, in our own words."""
    statements: Annotated[tuple[Statement, ...], Keyed()]
    """The statements, by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionSection:
    """One heading of the document, with a rationale and statements."""

    id: Id
    title: Text
    """The heading."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes of the section."""
    parts: Annotated[tuple[Part, ...], Keyed()]
    """One part a rationale; most sections have one."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """A position document."""

    title: Text
    """Short title."""
    lead: Text
    """What it says, in one or two sentences."""
    slug: Text | None = None
    """Last part of the address in each language."""
    organisation: Annotated[str, RefTo("organisation")]
    """Whose position it is."""
    type: Literal["consultation-input", "policy-page"]
    """What kind of document it is."""
    occasion: Text | None = None
    """What it answers."""
    after: Text | None = None
    """The meeting or agreement it follows from."""
    recipient: Annotated[str, RefTo("organisation")] | None = None
    """Whom it is addressed to, where the source says so."""
    question: Text | None = None
    """The question they were asked."""
    issued: VagueDate = "unknown"
    """When it was issued."""
    valid_from: int | None = None
    """First year it holds for."""
    valid_to: int | None = None
    """Last year it holds for; a notice is shown when it has passed."""
    signatory: Text | None = None
    """The office that signed it; never a name."""
    offer: Text | None = None
    """What they offer next."""
    context: Annotated[tuple[Remark, ...], Keyed()] = ()
    """What the document says about the background."""
    figures: Annotated[tuple[Measure, ...], Keyed()] = ()
    """Figures it gives."""
    sections: Annotated[tuple[PositionSection, ...], Keyed()]
    """The headings in order, by number."""
    body: Prose | None = None
    """More about the document, in Markdown."""
    replaces: Annotated[str, RefTo("position")] | None = None
    """The document it replaces."""
    links: Annotated[tuple[WebLink, ...], Keyed()] = ()
    """Addresses it leads to."""
    url: WebAddress | None = None
    """Where it is published."""
    topics: tuple[Annotated[str, RefTo("topic")], ...] = ()
    """Themes of the whole document."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Other things it concerns."""


def is_expired(position: Position, today: date) -> bool:
    """Tell whether the last year a document holds for has passed; it holds to the end of that year."""
    return position.valid_to is not None and position.valid_to < today.year
