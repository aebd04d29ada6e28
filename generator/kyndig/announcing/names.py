"""Names of feeds, and which feeds a site has: once published, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..ledger import Ledger
from .following import ABOUT

KINDS_OF_FEED = (
    "all",
    "courses",
    "positions",
    "curricula",
    "curriculum-changes",
    "plans",
    "groups",
    "news",
    "gaps",
)
"""Feeds that are about no one thing: everything, each kind of thing, what changes in curricula, and gaps in coverage."""

MODES = ("onsite", "online", "blended")

ENTITIES = {"organiser": "organisation", "provider": "organisation"}
"""What stands in the name of a feed → the kind of entity that is meant, where that is called otherwise."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the name of a feed says: the list it follows, or nothing, and what it is about, each as (kind, id)."""

    list: str
    about: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, name: str) -> Parts:
        """Take a name apart."""
        words = name.split("/")
        if len(words) % 2:
            return cls(words[0], tuple(zip(words[1::2], words[2::2], strict=True)))
        return cls("", tuple(zip(words[::2], words[1::2], strict=True)))

    @property
    def refs(self) -> tuple[str, ...]:
        """The references of the entities in the name; a choice such as `online` is none."""
        return tuple(f"{ENTITIES.get(kind, kind)}:{id_}" for kind, id_ in self.about)


@dataclass(frozen=True, slots=True)
class Feeds:
    """The names of all feeds, sorted; `cut` are pairs that occur and have no feed, for there are too many."""

    names: tuple[str, ...]
    cut: tuple[str, ...] = ()


def feeds(catalogue: Catalogue, used: Iterable[Iterable[str]], ledger: Ledger, most: int) -> Feeds:
    """Return the feeds of a site.

    `used` has for everything that is announced the feeds it is in, `most` is how many feeds of pairs there may be: those
    that most is announced in. What the ledger knows to be published stays, also beyond that.
    """
    counts: dict[str, int] = {}
    for names in used:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    published = {of.partition(":")[2] for of in ledger.histories if of.startswith("feed:")}
    pairs = sorted((name for name in counts if _is_pair(name)), key=lambda name: (-counts[name], name))
    room = max(most - sum(map(_is_pair, published)), 0)
    fresh = [name for name in pairs if name not in published]
    single = {name for name in counts if not _is_pair(name)}
    every = {*KINDS_OF_FEED, *_about(catalogue), *single, *fresh[:room], *published}
    return Feeds(tuple(sorted(every)), tuple(fresh[room:]))


def labels(catalogue: Catalogue, name: str) -> list[Mapping[str, str]]:
    """Return what the entities in the name of a feed are called in each language: it outlasts them."""
    found = [catalogue.entities.get(ref) for ref in Parts.of(name).refs]
    words = (getattr(each.value, "label", None) or each.value.title for each in found if each)
    return [dict(each.words) for each in words]


def _is_pair(name: str) -> bool:
    return name.count("/") == 3


def _about(catalogue: Catalogue) -> Iterator[str]:
    for kind in ABOUT:
        yield from (f"{kind}/{each.id}" for each in catalogue.of_kind(kind))
    yield from (f"mode/{mode}" for mode in MODES)
