"""Where the tables stand that people open in a spreadsheet: beside the page that shows the same."""

from __future__ import annotations

from .page import Site


def coverage_path(site: Site, language: str) -> str:
    """Return the path of the matrix of coverage as a file: in the folder of its page, and called as that is."""
    folder = site.page("needs/coverage", language).path.removesuffix("/index.html")
    return f"{folder}/{folder.rpartition('/')[2]}.csv"
