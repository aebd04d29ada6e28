"""Check: what the types cannot say. One rule, one small generator; its docstring is the rule."""

from .notices import notices
from .run import RULES, check

__all__ = ["RULES", "check", "notices"]
