"""Route: from the catalogue to a site of pages, each with its address."""

from .facets import DIVISIBLE, Value
from .page import Page, Site
from .route import CURRICULUM_PAGES, FOLDERS, PAPERS, route
from .segments import SEGMENTS

__all__ = ["CURRICULUM_PAGES", "DIVISIBLE", "FOLDERS", "PAPERS", "SEGMENTS", "Page", "Site", "Value", "route"]
