"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from typing import Any

from ..views.announced import Said
from .head import Head


def json_feed(head: Head, address: str, items: tuple[Said, ...]) -> bytes:
    """Return a feed as JSON; `address` is its own."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.page,
        "feed_url": address,
        "description": head.about,
        "language": head.language,
        "authors": [{"name": head.author}],
        "items": [_item(each) for each in items],
    }
    return json.dumps(feed, ensure_ascii=False, separators=(",", ":")).encode()


def _item(said: Said) -> dict[str, Any]:
    at = said.at.isoformat()
    item: dict[str, Any] = {
        "id": said.id,
        "url": said.url,
        "title": said.title,
        "content_html": said.html,
        "summary": said.text,
        "date_published": at,
        "date_modified": at,
        "tags": list(said.categories),
        "language": said.lang,
    }
    return item
