"""Coverage: how well needs are met, for whom, by what, and who says so. One rule, counted everywhere alike.

Pure functions over the catalogue. Nothing is said here in anybody's words; the views do that.
"""

from .audience import AXES, asked_for, concerns, named, upward
from .cells import Cell, Finding, cell, horizons_of, looked_at
from .counts import Tally, tally
from .evidence import Assessment, Degree, Offer, assessments, newest_competencies, offers, taught_by
from .gaps import OVERLAP, idle, overlaps, unmet, unserved, untaught
from .matrix import Matrix, Row, felt_by, matrix

__all__ = [
    "AXES",
    "OVERLAP",
    "Assessment",
    "Cell",
    "Degree",
    "Finding",
    "Matrix",
    "Offer",
    "Row",
    "Tally",
    "asked_for",
    "assessments",
    "cell",
    "concerns",
    "felt_by",
    "horizons_of",
    "idle",
    "looked_at",
    "matrix",
    "named",
    "newest_competencies",
    "offers",
    "overlaps",
    "tally",
    "taught_by",
    "unmet",
    "unserved",
    "untaught",
    "upward",
]
