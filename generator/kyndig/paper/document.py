"""What of a finished page is printed: its main part and what the page says of itself, and nothing that surrounds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_PARTS = {
    "language": re.compile(r'<html lang="([^"]+)">'),
    "title": re.compile(r"<title>(.*?)</title>"),
    "description": re.compile(r'<meta name="description"[^>]* content="([^"]*)">'),
    "changed": re.compile(r'<time datetime="([^"]+)">'),
    "main": re.compile(r"(<main\b.*</main>)", re.DOTALL),
}

_PICTURE = re.compile(r'<img\b[^>]* src="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be printed. `changed` is a day (ISO 8601) or empty; `title` and `description` are HTML, `main` too."""

    language: str
    title: str
    description: str
    changed: str
    main: str

    @classmethod
    def of(cls, page: bytes) -> Document:
        """Take a page apart that one of our own templates made."""
        text = page.decode()
        found = {name: pattern.search(text) for name, pattern in _PARTS.items()}
        return cls(**{name: match[1] if match else "" for name, match in found.items()})

    def html(self) -> str:
        """Return the document as a page of its own, with the day on which its content was last changed."""
        days = "".join(
            f'<meta name="dcterms.{name}" content="{self.changed}">' for name in ("created", "modified")
        )
        return (
            f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8"><title>{self.title}</title>'
            f'<meta name="description" content="{self.description}">{days if self.changed else ""}</head>'
            f"<body>{self.main}</body></html>"
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """The addresses of the pictures that authors have put into their texts."""
        return tuple(dict.fromkeys(map(unescape, _PICTURE.findall(self.main))))
