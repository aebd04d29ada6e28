"""Newsletter: announcements as a letter, and as short texts for social channels. Nothing is sent from here."""

from .issue import Group, Issue, Item, issue, standing, within
from .posts import LIMITS, OTHERS, Limit, Post, limit_of, platforms, post
from .text import WIDTH, as_text

__all__ = [
    "LIMITS",
    "OTHERS",
    "WIDTH",
    "Group",
    "Issue",
    "Item",
    "Limit",
    "Post",
    "as_text",
    "issue",
    "limit_of",
    "platforms",
    "post",
    "standing",
    "within",
]
