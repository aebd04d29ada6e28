"""Feeds: what is new for those who follow. The only door to feedgen."""

from .render import feeds

__all__ = ["feeds"]
