"""The small values that views are made of. Templates see these and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


class Kept:
    """A value that may stand on many pages: it holds what templates have made of it (`pages.kept`)."""

    __slots__ = ("kept",)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Plain words; `lang` is set where they are in another language than the page."""

    text: str
    lang: str | None = None

    def __str__(self) -> str:
        return self.text

    @property
    def capital(self) -> Phrase:
        """The phrase with a capital letter first, for headings and lists."""
        return Phrase(self.text[:1].upper() + self.text[1:], self.lang)


@dataclass(frozen=True, slots=True)
class Html:
    """Safe HTML made from an author's Markdown; `lang` as for a phrase."""

    markup: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Linked(Kept):
    """A link to an entity or page.

    `line` is the kind's line and glyph (`competency`, `position`, `course`, `need` or empty), `label` the kind in
    words, `number` what people say aloud, `flags` words such as "Example" with their CSS class. `also` holds further
    reasons where there is more than the one in `why`.
    """

    href: str
    title: Phrase
    line: str = ""
    label: str = ""
    number: str = ""
    why: Phrase | None = None
    also: tuple[Phrase, ...] = ()
    meta: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    marks: Marks | None = None

    @property
    def reasons(self) -> tuple[Phrase, ...]:
        """Every reason why the link stands where it does."""
        return (self.why, *self.also) if self.why else ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What a row is refined by, where its list can be: the values it has.

    `group` ties a row to those that stand for its parts, such as a course to its dates; they have `part`.
    """

    values: tuple[str, ...]
    group: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """A word in a frame; `look` is `moved`, `off`, `example` or empty."""

    word: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source and the place in it, in words."""

    source: Linked
    place: str
    heading: Phrase | None = None
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Links of one kind under the kind's name; `main` where the kind is one of the four or gives its reasons."""

    label: str
    links: tuple[Linked, ...]
    main: bool = True


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page for readers of another language; `written` tells whether it is written in it."""

    language: str
    name: str
    href: str
    url: str
    current: bool
    written: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture that a page is shared with: its full address, and what it says in words."""

    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Sharing:
    """What services that show a link are told of a page besides its title, description and address.

    `kind` is `article` or `website` (`og:type`), `locale` that of the text (`da_DK`), `others` those it is translated to.
    The `picture` is there where pictures are made.
    """

    kind: str
    locale: str
    others: tuple[str, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """What a page of a curriculum says of its version, where that is not the one in force.

    `way` introduces the links to where the same stands in the version that is; `changes` leads to what differs.
    """

    first: str
    says: str
    way: str = ""
    links: tuple[Linked, ...] = ()
    changes: Linked | None = None


@dataclass(frozen=True, slots=True)
class Following:
    """How to follow what a page shows: for each feed its title, its address and that of its calendar, or nothing.

    The calendar's makes a program subscribe at once; `how` explains both.
    """

    feeds: tuple[tuple[str, str, str], ...]
    how: Linked


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has around its own content.

    `title` is the heading, `page_title` the window's. `number` is the large figure in the margin and `number_small` what it
    counts. `fallback` names the
    language of the text when the page is not translated. `canonical` is a full address; `lasting` is the one that
    always shows this version of a curriculum. `noticed` leads to what was noticed in the document that the page is
    drawn from.
    """

    language: str
    title: Phrase
    page_title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    crumbs: tuple[Linked, ...]
    section: str
    sharing: Sharing
    line: str = ""
    label: str = ""
    number: str = ""
    number_small: str = ""
    lead: Phrase | None = None
    fallback: str = ""
    changed: str = ""
    changed_iso: str = ""
    edit: str = ""
    cited: Cited | None = None
    noticed: Linked | None = None
    related: tuple[Related, ...] = ()
    feeds: tuple[tuple[str, str, str], ...] = ()
    following: Following | None = None
    edition: Edition | None = None
    lasting: str = ""
