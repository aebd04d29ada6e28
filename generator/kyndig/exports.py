"""Files for machines: the sitemap, robots.txt, security.txt."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from .duties import SECURITY, security_txt
from .routes import Page
from .views import Reader

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def exports(reader: Reader, changes: Iterable[str]) -> dict[str, bytes]:
    """Return the files for machines by their path; `changes` has the day of each page's last change, or nothing."""
    site = reader.site
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.absolute('sitemap.xml')}\n"
    files = {"sitemap.xml": _sitemap(reader, changes), "robots.txt": robots.encode()}
    if reader.settings.security_contact:
        files[SECURITY] = security_txt(reader.settings, site.absolute(SECURITY))
    return files


def last_change(reader: Reader, page: Page) -> str:
    """Return the day on which what a page is about was last changed, or an empty text where nobody says."""
    entity = reader.catalogue.entities.get(page.key.split("#")[0])
    value = entity.document.value if entity else None
    day = getattr(value, "changed", None) or getattr(value, "announced", None)
    return day.isoformat() if day else ""


def _sitemap(reader: Reader, changes: Iterable[str]) -> bytes:
    """List every page in its own language, with its translations (sitemaps.org 0.9, hreflang as Google documents)."""
    site, languages = reader.site, reader.catalogue.languages
    head = f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">'
    lines = ['<?xml version="1.0" encoding="utf-8"?>', head]
    for page, changed in zip(site.pages, changes, strict=True):
        if page.is_fallback or page.kind in ("missing", "leading", "withdrawn"):
            continue
        lines += ("<url>", f"<loc>{escape(site.absolute(page.path))}</loc>")
        if changed:
            lines.append(f"<lastmod>{changed}</lastmod>")
        for language in languages:
            other = site.by_key[page.key, language]
            if not other.is_fallback:
                href = quoteattr(site.absolute(other.path))
                lines.append(f'<xhtml:link rel="alternate" hreflang="{language}" href={href} />')
        lines.append("</url>")
    return "\n".join((*lines, "</urlset>", "")).encode()
