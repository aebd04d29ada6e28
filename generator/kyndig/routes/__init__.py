"""Route: from the catalogue to a site of pages, each with its address."""

from .page import Page, Site
from .route import FOLDERS, route
from .segments import SEGMENTS

__all__ = ["FOLDERS", "SEGMENTS", "Page", "Site", "route"]
