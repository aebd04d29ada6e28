"""Render pages: the only door to Jinja. A template sees its view, the shell and the theme's words, nothing else."""

from .renderer import Renderer

__all__ = ["Renderer"]
