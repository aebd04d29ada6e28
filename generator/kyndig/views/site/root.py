"""The pages at the root of the site, before a language is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from ..reader import Reader


def root(readers: Mapping[str, Reader], addresses: Mapping[str, str], path: str) -> dict[str, object]:
    """Return what such a page shows: it lets a reader choose a language, and leads nowhere by itself.

    `addresses` gives that of each file of the theme by its name, `path` is the page's own.
    """
    first = next(iter(readers.values()))
    ways = tuple(
        (
            language,
            reader.href("front"),
            reader.site.absolute(reader.site.page("front", language).path),
            reader.words,
        )
        for language, reader in readers.items()
    )
    return {
        "ways": ways,
        "name": first.settings.sitename,
        "stylesheet": addresses["kyndig.css"],
        "icon": addresses["kyndig.svg"],
        "script": addresses.get("missing.js", ""),
        "searches": {language: reader.href("search") for language, reader in readers.items()},
        "url": first.site.absolute(path),
    }
