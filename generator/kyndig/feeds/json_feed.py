"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..views.announced import Said
from .head import Head


def json_feed(head: Head, address: str, items: Iterable[tuple[Said, tuple[tuple[str, int], ...]]]) -> bytes:
    """Return a feed as JSON; `address` is its own. Each item comes with addresses and bytes of its PDFs."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.page,
        "feed_url": address,
        "description": head.about,
        "language": head.language,
        "authors": [{"name": head.author}],
        "items": [_item(said, papers) for said, papers in items],
    }
    return json.dumps(feed, ensure_ascii=False, separators=(",", ":")).encode()


def _item(said: Said, papers: tuple[tuple[str, int], ...]) -> dict[str, Any]:
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
    if said.source:
        item["external_url"] = said.source[1]
    if papers:
        item["attachments"] = [
            {"url": url, "mime_type": "application/pdf", "size_in_bytes": size} for url, size in papers
        ]
    return item
