"""Feeds: what is new for those who follow. The only door to feedgen."""

from .opml import opml
from .render import feed_files

__all__ = ["feed_files", "opml"]
