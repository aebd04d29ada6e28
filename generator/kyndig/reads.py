"""What is read while a page is made: so that it is made again when some of that has changed, and only then.

Everything a page may depend on is read through a few doors (entities, relations, addresses, words, templates); each
notes what was asked for by a key. `facts` gives the present answer to every key.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, TypeVar

Key = Hashable
"""What a fact is asked for by: a reference, an address, the name of a word; see `facts`."""

SITE = "site"
"""The key of what every page depends on."""

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_noting: set[Key] | None = None


def note(key: Key) -> None:
    """Note that something was read, if anybody wants to know."""
    if _noting is not None:
        _noting.add(key)


def note_all(keys: Iterable[Key]) -> None:
    """Note that what was made before, and all that was read for it, is used again."""
    if _noting is not None:
        _noting.update(keys)


def noted(make: Callable[[], T]) -> tuple[T, tuple[Key, ...]]:
    """Return what `make` returns, and the keys of all that was read for it, each once, by what it calls as well.

    Whoever notes around this call is told too. Not for use in several threads at once.
    """
    global _noting  # noqa: PLW0603  (a variable of the context would cost more than what is noted)
    outer, _noting = _noting, set()
    try:
        made = make()
        inner = tuple(_noting)
    finally:
        _noting = outer
    note_all(inner)
    return made, inner


def unnoted(make: Callable[[], T]) -> T:
    """Return what `make` returns, and note nothing of what it reads: whoever uses that notes what is used."""
    global _noting  # noqa: PLW0603
    outer, _noting = _noting, None
    try:
        return make()
    finally:
        _noting = outer


class Noted(dict[K, V]):
    """A mapping that notes what is read of it.

    `on_hit` gives the key for a value that was found, `on_miss` the key for one that was not; looking at all of it is
    noted as `whole`.
    """

    __slots__ = ("on_hit", "on_miss", "whole")

    def __init__(
        self, data: dict[K, V], on_hit: Callable[[K, V], Key], on_miss: Callable[[K], Key], whole: Key
    ) -> None:
        super().__init__(data)
        self.on_hit, self.on_miss, self.whole = on_hit, on_miss, whole

    def __getitem__(self, key: K) -> V:
        found = dict.__getitem__(self, key)
        if _noting is not None:
            _noting.add(self.on_hit(key, found))
        return found

    def get(self, key: K, default: Any = None) -> Any:
        found = dict.get(self, key, default)
        if _noting is not None:
            _noting.add(self.on_hit(key, found) if dict.__contains__(self, key) else self.on_miss(key))
        return found

    def __contains__(self, key: object) -> bool:
        if _noting is not None:
            self.get(key)  # type: ignore[arg-type]
        return dict.__contains__(self, key)

    def __iter__(self) -> Iterator[K]:
        note(self.whole)
        return dict.__iter__(self)

    def values(self) -> Any:
        note(self.whole)
        return dict.values(self)

    def items(self) -> Any:
        note(self.whole)
        return dict.items(self)
