"""View: the small typed value that one template may see. Pure, cheap, one module per kind of page."""

from .frame import frame, frame_of
from .reader import Reader
from .registry import View, view

__all__ = ["Reader", "View", "frame", "frame_of", "view"]
