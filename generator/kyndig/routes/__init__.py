"""Route: from the catalogue to a site of pages, each with its address."""

from .editions import FORMER, LASTING
from .facets import DIVISIBLE, Value
from .page import Page, Site
from .route import CURRICULUM_PAGES, FOLDERS, route
from .segments import SEGMENTS

__all__ = [
    "CURRICULUM_PAGES",
    "DIVISIBLE",
    "FOLDERS",
    "FORMER",
    "LASTING",
    "SEGMENTS",
    "Page",
    "Site",
    "Value",
    "route",
]
