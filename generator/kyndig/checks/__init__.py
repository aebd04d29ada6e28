"""Check: what the types cannot say. One rule, one small generator; its docstring is the rule."""

from .run import check

__all__ = ["check"]
