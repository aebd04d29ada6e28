"""OPML 2.0: all feeds of a language in one file, which feed readers take in at once."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import groupby

from ..routes.feeds import feed_path
from ..views import Reader
from ..views.announced import feed_title
from ..views.announced.grouping import grouped


def opml(reader: Reader) -> bytes:
    """Return the feeds of a language, group by group, as the page about them shows them."""
    root = ET.Element("opml", version="2.0")
    head = ET.SubElement(root, "head")
    title = reader.word("Feeds")
    ET.SubElement(head, "title").text = f"{reader.settings.sitename}: {title}"
    body = ET.SubElement(root, "body")
    for heading, rows in groupby(grouped(reader), key=lambda each: each[0]):
        outline = ET.SubElement(body, "outline", text=heading)
        for _, name in rows:
            text = str(feed_title(reader, name))
            address = reader.site.absolute(feed_path(reader.language, name, "rss"))
            ET.SubElement(outline, "outline", text=text, title=text, type="rss", xmlUrl=address)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
