"""Route: from the catalogue to a site of pages, each with its address."""

from .beside import (
    SIDES,
    comprised,
    coverage_path,
    plan_years,
    sheet_path,
    sheets,
    speakers,
    year_key,
    year_of,
)
from .editions import FORMER, LASTING
from .facets import DIVISIBLE, Value
from .page import Page, Site
from .route import CURRICULUM_PAGES, FOLDERS, NOTICED, PAPERS, route
from .segments import SEGMENTS
from .withdrawn import GONE, MOVED, history_of

__all__ = [
    "CURRICULUM_PAGES", "DIVISIBLE", "FOLDERS", "FORMER", "GONE", "LASTING", "MOVED", "NOTICED", "PAPERS", "SEGMENTS",
    "SIDES", "Page", "Site", "Value",
    "comprised", "coverage_path", "history_of", "plan_years", "route", "sheet_path", "sheets", "speakers",
    "year_key", "year_of",
]  # fmt: skip
