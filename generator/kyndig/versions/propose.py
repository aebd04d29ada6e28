"""Write down what must be decided: the rows of `mapping.yaml` for items that are only alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from .history import Step, open_pairs
from .match import Key
from .outline import Item

HEAD = """\
# Which items of a version are items of the version before it, under another number or in other words.
# `kyndig match` has written the rows; somebody who knows the training decides each: change `same: ask` to yes or no.
lang: {lang}
matches:
"""
"""What the file begins with."""


def rows(steps: Iterable[Step], known: Collection[tuple[str, Key]]) -> Iterator[str]:
    """Yield a line for each pair that nobody has decided on; `known` has version and key of those that are written down."""
    for step in steps:
        for pair, was, now in open_pairs(step):
            if (step.newer.version, pair.key) not in known:
                facts = f'version: "{step.newer.version}", kind: {pair.kind}, was: "{pair.was}", now: "{pair.now}"'
                words = f"{pair.likeness:.0%}: {_words(was, step)} → {_words(now, step)}"
                yield f"  - {{{facts}, same: ask}}  # {words}\n"


def _words(item: Item, step: Step) -> str:
    return f"“{item.said(step.newer.languages[:1])}”"
