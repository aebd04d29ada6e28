"""Vocabularies: things with a name in every language. After SKOS: one preferred label, others beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from .facts import (
    Accepted,
    Citation,
    Id,
    Keyed,
    LanguageTag,
    Link,
    LinksTo,
    Pattern,
    RefTo,
    VagueDate,
    WebAddress,
)  # fmt: skip
from .words import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Name one thing, and place it among its like (skos:Concept)."""

    id: Id
    label: Text
    """The name, in every language: `{da: …, nb: …, en: …}` (skos:prefLabel)."""
    also: tuple[Text, ...] = ()
    """Other names that people search for (skos:altLabel)."""
    definition: Text | None = None
    """What it is, in one or two sentences."""
    slug: Text | None = None
    """Last part of the address in each language; made from the label where left out."""
    order: int | None = None
    """Place in lists that have an order of their own; else lists are alphabetical."""
    exact_match: WebAddress | None = None
    """The same concept in another vocabulary, such as ESCO (skos:exactMatch)."""
    relates: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """Other things it belongs with."""
    source: Citation | None = None
    """Where it stands."""
    accepted: Annotated[tuple[Accepted, ...], Keyed()] = ()
    """Findings of `kyndig check` that are known and stay, each with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Concept):
    """One of the seven roles of a doctor (CanMEDS)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy(Concept):
    """A way of learning that a curriculum recommends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method(Concept):
    """A way of assessing a competency."""

    code: Text | None = None
    """The short form that logbooks use."""
    type: Literal["general", "specific", "experience", "cusum", "written", "talk", "plan"]
    """What kind of assessment it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Concept):
    """A theme that entities of every kind are tagged with."""

    broader: Annotated[str, RefTo("topic")] | None = None
    """The wider topic (skos:broader)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialty(Concept):
    """A medical specialty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Concept):
    """A form that teaching takes, from a short course to a master's programme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLevel(Concept):
    """A level of the health service: municipal, primary, specialist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Concept):
    """A region of a country, for health care or for training."""

    country: Literal["DK", "NO", "DE", "GB", "EU", "XN"]
    """ISO 3166-1 code; EU for Europe and XN for the Nordic countries as a whole."""
    type: Literal["country", "health-region", "region", "training-region", "area"]
    """What it is a region for."""
    within: Annotated[str, RefTo("region")] | None = None
    """The region it is part of."""
    tile: tuple[int, int] | None = None
    """Column and row in the tile map, counted from 1 at the top left; without it a region is in the tables only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profession(Concept):
    """A profession that needs or gives competence."""

    broader: Annotated[str, RefTo("profession")] | None = None
    """The wider profession."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Concept):
    """A body that decides, teaches, argues or takes part; also a class of such bodies."""

    abbreviation: str | None = None
    """Its short name."""
    type: Literal[
        "authority",
        "ministry",
        "region",
        "society",
        "union",
        "university",
        "service",
        "hospital",
        "company",
        "class",
        "register",
        "scheme",
        "education",
        "group",
    ]
    """What kind of body it is; `class` for "the municipalities" and the like."""
    country: Literal["DK", "NO", "GB", "EU", "XN"] | None = None
    """Where it belongs; XN for Nordic."""
    region: Annotated[str, RefTo("region")] | None = None
    """The region it serves."""
    url: WebAddress | None = None
    """Its own site."""
    part_of: Annotated[str, RefTo("organisation")] | None = None
    """The body it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Concept):
    """A word or abbreviation that readers may not know."""

    abbreviation: str | None = None
    """The short form, if it has one; pages then explain it where it stands."""
    languages: tuple[LanguageTag, ...] = ()
    """Languages whose pages explain the abbreviation; all where left out."""
    expansion: Text | None = None
    """The abbreviation written out, where that is not the label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup(Concept):
    """People whom a need, a course or a plan concerns (schema.org EducationalAudience)."""

    tasks: tuple[Text, ...] = ()
    """What the group has to do."""
    professions: tuple[Annotated[str, RefTo("profession")], ...] = ()
    """Professions in the group."""
    open: bool = False
    """True where the source names examples only ("among others")."""
    health_personnel_by_law: bool | None = None
    """Whether the law counts them as health personnel."""
    broader: Annotated[str, RefTo("target-group")] | None = None
    """The wider group."""
    outside_care: bool = False
    """True for groups that are not part of the health service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Concept):
    """A document that facts are cited from."""

    publisher: Annotated[str, RefTo("organisation")] | None = None
    """Who published it."""
    language: LanguageTag
    """The language it is written in."""
    original_title: str
    """Its title as it stands there."""
    type: Literal[
        "curriculum",
        "terms-of-reference",
        "plan",
        "consultation-input",
        "policy-page",
        "policy-booklet",
        "law",
        "website",
        "strategy",
        "study",
    ]
    """What kind of document it is."""
    issued: VagueDate = "unknown"
    """When it was issued."""
    retrieved: VagueDate | None = None
    """When it was read."""
    url: WebAddress | None = None
    """Where it is published."""
    accessible_version: WebAddress | None = None
    """An accessible version of a document that is not (EN 301 549, chapter 10)."""
    superseded_by: Annotated[str, RefTo("source")] | None = None
    """The document that replaces it."""
    changes_in_place: bool = False
    """True where the page at the address changes without a version number."""
    digest: str | None = None
    """SHA-256 of the text that was read, so that a change can be noticed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Say why something was taken away that had been announced: its page stays, and tells it."""

    id: Id
    of: Annotated[
        str,
        Pattern(
            r"(instance|course|position|curriculum|plan|group|news):\S+",
            "kind and id as the ledger has them, such as course:regional-anaesthesia",
        ),
    ]
    """What was taken away, as the ledger calls it: kind and id."""
    reason: Text
    """Why, in one or two sentences, in every language: `{da: …, nb: …, en: …}`."""
    instead: Annotated[tuple[Link, ...], LinksTo("*")] = ()
    """What to look at instead."""
