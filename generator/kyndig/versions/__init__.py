"""Versions: which items of two versions of a curriculum are the same, and what has changed between them.

Pure functions over the catalogue; what a page shows of it is made in `views.curricula`.
"""

from .compare import Run, compare
from .diff import Altered, Change, Difference, Moved, Reworded, diff
from .history import Step, decided, follow, open_pairs, steps, versions
from .match import HOW, Matching, Pair, match
from .outline import KINDS, Item, Outline, Use, outline

__all__ = [
    "HOW",
    "KINDS",
    "Altered",
    "Change",
    "Difference",
    "Item",
    "Matching",
    "Moved",
    "Outline",
    "Pair",
    "Reworded",
    "Run",
    "Step",
    "Use",
    "compare",
    "decided",
    "diff",
    "follow",
    "match",
    "open_pairs",
    "outline",
    "steps",
    "versions",
]
