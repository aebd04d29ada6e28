"""The names of channels and activities."""

from __future__ import annotations

from ..reader import Reader


def channel_types(reader: Reader) -> dict[str, str]:
    """Return the name of each type of channel."""
    return {
        "lectures": reader.word("lectures"),
        "meetings": reader.word("meetings"),
        "courses": reader.word("courses"),
        "papers": reader.word("scientific papers"),
        "books": reader.word("books"),
        "popular": reader.word("popular science"),
        "apps": reader.word("apps"),
        "studies": reader.word("studies"),
        "website": reader.word("website"),
        "social": reader.word("social media"),
    }


def activity_types(reader: Reader) -> dict[str, str]:
    """Return the name of each type of activity."""
    return {
        "lecture": reader.word("lecture"),
        "meeting": reader.word("meeting"),
        "seminar": reader.word("seminar"),
        "course": reader.word("course"),
        "paper": reader.word("scientific paper"),
        "book": reader.word("book"),
        "chapter": reader.word("book chapter"),
        "article": reader.word("article"),
        "app": reader.word("app"),
        "study": reader.word("study"),
        "website": reader.word("website"),
        "post": reader.word("post"),
    }
