"""View: the small typed value that one template may see. Pure, cheap, one module per kind of page."""

from .frame import frame, frame_of
from .reader import Reader
from .registry import view

__all__ = ["Reader", "frame", "frame_of", "view"]
