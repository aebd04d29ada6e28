"""View: the small typed value that one template may see. Pure, cheap, one module per kind of page."""

from .frame import Frame, frame, frame_of
from .reader import Reader
from .registry import LATE, View, view
from .site.root import root
from .site.statements import leading_on

__all__ = ["LATE", "Frame", "Reader", "View", "frame", "frame_of", "leading_on", "root", "view"]
