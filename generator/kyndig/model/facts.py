"""Small values that many entities share: references, sources, dates that may be vague, figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from .words import Text

FROM_PATH = "from path"

Id = Annotated[str, FROM_PATH]
"""The key or path an author gave a thing; decoding fills it in, nobody writes it as a field."""


class Keyed:
    """Mark a tuple that is written as a mapping from id to item, in the order of the file."""


class RefTo:
    """Mark a text that names another entity.

    With one kind the author writes the id alone (`provider: usigt`); with several, `kind:id`.
    """

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class Pattern:
    """Mark a text that must match a regular expression; `hint` says what would be right."""

    def __init__(self, expression: str, hint: str) -> None:
        self.expression = expression
        self.hint = hint


VagueDate = Annotated[
    str,
    Pattern(
        r"ongoing|unknown|\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-(spring|summer|autumn|winter))?",
        "2017, 2017-11, 2017-11-01, 2017-autumn, ongoing or unknown",
    ),
]
"""A date as precise as the source gives it (after EDTF level 1, ISO 8601-2)."""

WebAddress = Annotated[str, Pattern(r"(https?://|mailto:)[^\s<>\"]+", "an address that begins with https://")]

LanguageTag = Annotated[str, Pattern(r"[a-z]{2,3}", "a language tag such as da, nb or en")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Point from one entity to another, and say why where it is not obvious."""

    __short__ = "why"

    to: str
    """Whom the link leads to, as `kind:id`. Written as the key: `need:usigt/3: because …`."""
    why: Text | None = None
    """Why the two belong together, in half a sentence; left out where it is obvious."""


class LinksTo:
    """Mark a tuple of `Link`, written as a list of references or as a mapping `reference: why`."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Say where a fact stands: which source, and the place in it.

    Inside a file the `document` may be left out: it is then the one that the file names.
    """

    document: Annotated[str, RefTo("source")] | None = None
    """The source, by its id in `vocabularies/sources.yaml`."""
    section: str | None = None
    """Number of the section, such as 4.3.4."""
    heading: str | None = None
    """The heading as it stands in the source, in the source's own language."""
    table: str | None = None
    """Name or number of the table."""
    item: str | None = None
    """Number or letter of the item in a list or table."""
    page: str | None = None
    """Page number."""
    paragraph: str | None = None
    """Which paragraph under the heading, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Give a figure with its unit, its date and its source; never a bare number in prose."""

    id: Id
    label: Text
    """What is counted."""
    value: Decimal | None = None
    """The figure itself; leave it out and give `low` and `high` for a range."""
    low: Decimal | None = None
    """Lower end of a range."""
    high: Decimal | None = None
    """Upper end of a range."""
    at_least: bool = False
    """True where the source says "more than"."""
    unit: Text
    """The unit, in the plural: posts, members, seats."""
    as_of: VagueDate = "unknown"
    """The date the figure holds for."""
    source: Citation | None = None
    """Where the figure stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """Lead out of the site, with what is known about the address."""

    id: Id
    label: Text
    """What the reader finds there."""
    url: WebAddress
    """The address."""
    note: Text | None = None
    """What the reader should know first."""
    superseded_by: WebAddress | None = None
    """The address to use instead, when this one is retired."""
    retired: bool = False
    """True when the system behind the address is gone."""
    format: Literal["html", "pdf", "document"] = "html"
    """What kind of file the address leads to."""
    accessible_version: WebAddress | None = None
    """An accessible version of a document that is not (EN 301 549, chapter 10)."""
    year: int | None = None
    """The year a document is valid for; a notice is shown when the year has passed."""
    source: Citation | None = None
    """Where the address stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One short text in a list that translations follow by its id, with its own source."""

    __short__ = "text"

    id: Id
    text: Text
    """The words."""
    when: VagueDate | None = None
    """When it happened, for a remark on a time line."""
    links: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """What it leads to."""
    source: Citation | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Say what a source says in one place, so that it can be held against what it says in another."""

    words: str | None = None
    """The words as they stand there, in the source's own language: a name or a few words, never a sentence."""
    count: int | None = None
    """The number it gives."""
    lists: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """The things it lists."""
    source: Citation | None = None
    """The place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Record that a source does not agree with itself, with what it says on both sides.

    What can be seen from other fields (assessments, cards, procedures, wording in the logbook, addresses) is found
    without it.
    """

    __short__ = "text"

    id: Id
    type: Literal["name", "count", "spelling", "unclosed", "contradiction"]
    """One thing with two `words` for its name; a `count` beside something that `lists` another number; one word spelt in
    two ways; `words` with a quotation mark or bracket that is never closed; or two statements that exclude each other."""
    text: Text
    """What does not agree, in one or two sentences."""
    one: Saying
    """What stands in one place."""
    other: Saying | None = None
    """What stands in the other; left out for `unclosed`, which has one place only."""
    links: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """What it concerns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Keep a finding that is known: it is then no longer reported, and pages show it with the reason."""

    __short__ = "reason"

    id: Id
    code: str
    """The code of the finding, as `kyndig check` shows it."""
    of: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """What it is accepted of; of everything in this file, or of this thing, where left out."""
    reason: Text
    """Why it may stay as it is, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Hold what the top of every file may say. A record is one file with its translations."""

    id: Id
    lang: LanguageTag
    """The language of the words in this file."""
    status: Literal["published", "draft"] = "published"
    """A draft is checked but not shown."""
    announced: date | None = None
    """When this was first made public here; feeds use it."""
    changed: date | None = None
    """When the content was last changed in a way a reader should know of; `announced` where left out."""
    source: Citation | None = None
    """The document the file is drawn from; citations further down need only the place in it."""
    disagreements: Annotated[tuple[Disagreement, ...], Keyed()] = ()
    """Places where the source does not agree with itself; both statements are kept."""
    accepted: Annotated[tuple[Accepted, ...], Keyed()] = ()
    """Findings of `kyndig check` that are known and stay, each with the reason."""
