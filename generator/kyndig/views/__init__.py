"""View: the small typed value that one template may see. Pure, cheap, one module per kind of page."""

from .registry import view
from .frame import frame
from .reader import Reader

__all__ = ["Reader", "frame", "view"]
