"""Check: what the types cannot say. One rule, one small generator; its docstring is the rule."""

from .run import RULES, check

__all__ = ["RULES", "check"]
