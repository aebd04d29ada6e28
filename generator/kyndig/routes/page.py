"""A page is an address, a language and what it shows; a site is all its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..reads import Noted, note
from .facets import Divided, Value


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one reader's language.

    `kind` names the view and the template. `key` says what it shows, the same in every language: an entity's
    reference (`competency:…/9`) or the page's own name (`courses`). `language` is the reader's, `words` that
    of the text shown; they differ on a page that is not translated. `path` is the file below the output
    folder.
    """

    kind: str
    key: str
    language: str
    words: str
    path: str

    @property
    def is_fallback(self) -> bool:
        return self.words != self.language

    @property
    def is_paper(self) -> bool:
        """Tell whether the page is made to be printed."""
        return self.kind.startswith("paper-")

    @property
    def pdf(self) -> str:
        """The path of the same as a PDF, where the page is made to be printed."""
        return f"{self.path.removesuffix('.html')}.pdf"

    @property
    def has_picture(self) -> bool:
        """Tell whether the page is of a kind that has a picture to be shared with."""
        return self.kind in ("competency", "course")

    @property
    def picture(self) -> str:
        """The path of that picture, where the page has one."""
        return f"{self.path.removesuffix('.html')}.png"


@dataclass(frozen=True, slots=True)
class Site:
    """All pages, and their addresses: `base` is the path the site is served at, `origin` scheme and host.

    `anchors` gives entities that are shown on another entity's page: reference → (key of the page, anchor).
    `divided` gives the facets of each list by its key, `values` the value that a page of a list is about by its own.
    `feeds` are the names of all feeds.
    """

    origin: str
    base: str
    pages: tuple[Page, ...]
    by_key: Mapping[tuple[str, str], Page]
    anchors: Mapping[str, tuple[str, str]]
    divided: Mapping[str, Divided] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    feeds: tuple[str, ...] = ()
    feed_names: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Let what is read of the pages and the facets be noted."""
        object.__setattr__(self, "feed_names", frozenset(self.feeds))
        pages = Noted(dict(self.by_key), lambda key, _: key, lambda key: key, "pages")
        divided = Noted(
            dict(self.divided), lambda key, _: f"facets {key}", lambda key: f"facets {key}", "facets"
        )
        values = Noted(
            dict(self.values), lambda _, each: f"facets {each.list}", lambda key: f"value {key}", "facets"
        )
        object.__setattr__(self, "by_key", pages)
        object.__setattr__(self, "divided", divided)
        object.__setattr__(self, "values", values)

    def has(self, key: str, language: str) -> bool:
        """Tell whether there is a page, or a place on a page, for a key."""
        if key not in self.anchors:
            note(key)
        return (self.anchors.get(key, (key, ""))[0], language) in self.by_key

    def has_feed(self, name: str) -> bool:
        """Tell whether there is a feed of a name."""
        note(f"feed {name}")
        return name in self.feed_names

    def all_feeds(self) -> tuple[str, ...]:
        """Return the names of all feeds, sorted."""
        note("feeds")
        return self.feeds

    def page(self, key: str, language: str) -> Page:
        """Return the page that shows `key` to a reader of `language`."""
        return self.by_key[self.anchors.get(key, (key, ""))[0], language]

    def list_of(self, key: str) -> str:
        """Return the key of the whole list, for a page of a list that is about one value."""
        return self.values[key].list if key in self.values else key

    def href(self, key: str, language: str) -> str:
        """Return the address of `key` from the root of its host, with an anchor for a part of a page."""
        owner, anchor = self.anchors.get(key, (key, ""))
        return self.address(self.by_key[owner, language].path) + (f"#{anchor}" if anchor else "")

    def address(self, path: str) -> str:
        """Return the address of an output file from the root of its host; an index file gives its folder."""
        return self.base + (path.removesuffix("index.html") if path.endswith("index.html") else path)

    def absolute(self, path: str) -> str:
        """Return the full address of an output file."""
        return self.origin + self.address(path)
