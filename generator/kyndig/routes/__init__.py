"""Route: from the catalogue to a site of pages, each with its address."""

from .page import Page, Site
from .route import route
from .segments import SEGMENTS

__all__ = ["SEGMENTS", "Page", "Site", "route"]
