"""Files for machines: the sitemap, robots.txt and security.txt."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from .duties import SECURITY, security_txt
from .routes import Page
from .views import Reader

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def exports(readers: Mapping[str, Reader]) -> dict[str, bytes]:
    """Return the files for machines by their path."""
    reader = next(iter(readers.values()))
    site = reader.site
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.absolute('sitemap.xml')}\n"
    files = {"sitemap.xml": _sitemap(reader), "robots.txt": robots.encode()}
    if reader.settings.security_contact:
        files[SECURITY] = security_txt(reader.settings, site.absolute(SECURITY))
    return files


def _sitemap(reader: Reader) -> bytes:
    """List every page in its own language, with its translations (sitemaps.org 0.9, hreflang as Google documents)."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    for page in reader.site.pages:
        if page.is_fallback or page.kind == "missing":
            continue
        url = ET.SubElement(root, f"{{{_SITEMAP}}}url")
        ET.SubElement(url, f"{{{_SITEMAP}}}loc").text = reader.site.absolute(page.path)
        if changed := _changed(reader, page):
            ET.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = changed
        for language in reader.catalogue.languages:
            other = reader.site.by_key[page.key, language]
            if not other.is_fallback:
                ET.SubElement(
                    url,
                    f"{{{_XHTML}}}link",
                    {"rel": "alternate", "hreflang": language, "href": reader.site.absolute(other.path)},
                )
    ET.indent(root, "")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _changed(reader: Reader, page: Page) -> str:
    entity = reader.catalogue.entities.get(page.key.split("#")[0])
    value = entity.document.value if entity else None
    day = getattr(value, "changed", None) or getattr(value, "announced", None)
    return day.isoformat() if day else ""
