"""Printer: make PDFs that a screen reader can read (PDF/UA-1), the same bytes each time, without fetching anything."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .document import Document

_ALONE = """
h1 { string-set: title content() }
@page { @bottom-left { content: string(title); font: 7.5pt sans-serif; color: #333 } }
"""
"""What no browser understands: the title of the document on each of its pages."""


class Unprintable(Exception):
    """PDFs cannot be made on this machine; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Printer:
    """Makes PDFs. `version` is that of WeasyPrint: another one makes other bytes of the same page."""

    version: str

    def pdf(
        self, document: Document, style: bytes, pictures: Mapping[str, bytes], address: str, identifier: str
    ) -> bytes:
        """Return a document as a PDF: tagged, with bookmarks, title, language and its fonts inside.

        `style` is the style sheet, `pictures` are by their full addresses; `address` is where the page is on the web,
        which its links start from. The fonts are those that fontconfig chooses on this machine for the names in the
        style sheet. `identifier` must be the same for the same document, and another for another.
        """
        import weasyprint

        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of rules that it passes over
        given = _given(weasyprint, pictures)
        page = weasyprint.HTML(string=document.html(), base_url=address, url_fetcher=given)
        sheet = weasyprint.CSS(string=style.decode() + _ALONE, base_url=address, url_fetcher=given)
        made: bytes = page.write_pdf(
            stylesheets=[sheet], pdf_variant="pdf/ua-1", pdf_identifier=identifier.encode()
        )
        return made


def printer() -> Printer:
    """Return what makes PDFs on this machine. Raises Unprintable."""
    try:
        import weasyprint
    except ImportError:
        raise Unprintable("WeasyPrint is not installed: pip install 'kyndig[pdf]'") from None
    except OSError as error:  # it is there, and what it draws with is not
        raise Unprintable(
            f"WeasyPrint cannot load Pango ({error.args[0].splitlines()[0]}): "
            "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from None
    return Printer(str(weasyprint.__version__))


def _given(weasyprint: Any, pictures: Mapping[str, bytes]) -> Any:
    """Return what fetches nothing: a page that is printed has what it is given, and no more."""

    class Given(weasyprint.urls.URLFetcher):  # type: ignore[misc]  # it has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url not in pictures:
                raise ValueError(f"{url} is not fetched")
            return weasyprint.urls.URLFetcherResponse(url, pictures[url])

    return Given()
