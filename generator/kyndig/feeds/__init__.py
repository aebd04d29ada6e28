"""Feeds: what is new for those who follow. The only door to feedgen."""

from .channels import FEEDS, feed_links
from .render import feeds

__all__ = ["FEEDS", "feed_links", "feeds"]
