"""Texts for social channels: one for each announcement and platform, for people to look at and post themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..views import Reader
from ..views.announced import Said, sentence
from ..views.kinds import LABELS
from .cutting import cut
from .issue import facts_of, titled


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a post may be in characters, and how much of that its link takes where that is always the same.

    `weighted` tells that characters beyond the usual ones count twice.
    """

    most: int
    link: int = 0
    weighted: bool = False

    def weigh(self, text: str) -> int:
        """Return how much room some words take."""
        return sum(1 if not self.weighted or _is_light(each) else 2 for each in text)

    def of_link(self, url: str) -> int:
        """Return how much room a link takes."""
        return self.link or self.weigh(url)


LIMITS = {
    # docs.x.com, "Counting characters": 280, each link 23, other characters than `_LIGHT` two.
    "twitter": Limit(280, 23, weighted=True),
    # The platform takes 3,000; ours is what is read, not what is taken.
    "linkedin": Limit(700),
    # Far below what the platform takes: ours, for the same reason.
    "facebook": Limit(500),
}
"""Platform in small letters → how long our posts there are."""

OTHERS = Limit(280)
"""Where nothing is known of a platform: what fits nearly everywhere."""

_LIGHT = ((0x0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
_LEAST = 40
"""Room that a second sentence needs at least; a few words of it and a dot tell nothing."""

_ALT = 250


@dataclass(frozen=True, slots=True)
class Post:
    """A post: its words, its link, what the picture of that page shows in words, and how much room it takes of how much."""

    text: str
    url: str
    alt: str
    size: int
    most: int


def platforms(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the names of the platforms that plans name under their social channels, each once."""
    channels = [each.value for each in catalogue.of_kind("channel") if each.value.type == "social"]
    return tuple(dict.fromkeys(name for each in channels for name in each.platforms))


def limit_of(platform: str) -> Limit:
    """Return how long posts on a platform are."""
    return LIMITS.get(platform.casefold(), OTHERS)


def post(reader: Reader, said: Said, limit: Limit) -> Post:
    """Make a post of an announcement: its title, then as much of the rest as there is room for, and the link.

    There are no hashtags: what they would lead to is not ours to know.
    """
    room = limit.most - limit.of_link(said.url) - limit.weigh("\n\n")
    word, name = titled(reader, said)
    text = f"{word}: {_shortened(reader, name, room - limit.weigh(f'{word}: '), limit)}"
    rest = " ".join(_sentences(reader, said))
    left = room - limit.weigh(f"{text}\n\n")
    if text.endswith(name) and (limit.weigh(rest) <= left or left >= _LEAST):
        text = f"{text}\n\n{cut(rest, left, limit.weigh)}".rstrip()
    size = limit.weigh(f"{text}\n\n") + limit.of_link(said.url)
    return Post(text, said.url, _alt(reader, said), size, limit.most)


def _shortened(reader: Reader, name: str, room: int, limit: Limit) -> str:
    """Return a name that fits; that something is an invented example is said however short it gets."""
    example = reader.word("Example")
    mark = f" ({example.lower()})"
    short = cut(name, room, limit.weigh)
    if mark in short or mark not in name:
        return short
    return cut(name.replace(mark, ""), room - limit.weigh(mark), limit.weigh) + mark


def _sentences(reader: Reader, said: Said) -> Iterator[str]:
    yield from map(sentence, (*facts_of(reader, said), *map(str, said.lead)))


def _alt(reader: Reader, said: Said) -> str:
    """Return what the picture of the page shows, which is its kind and its title."""
    kind = {"instance": "course", "gap": "need"}.get(said.told.kind, said.told.kind)
    title = said.told.after["title"]
    words = title.get(reader.language) or title.get(said.lang) or next(iter(title.values()))
    return cut(f"{reader.word(LABELS[kind])}: {words}", _ALT)


def _is_light(letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in _LIGHT)
