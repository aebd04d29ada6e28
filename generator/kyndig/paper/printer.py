"""Printer: make PDFs that a screen reader can read (PDF/UA-1), the same bytes each time, without fetching anything."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from .document import Document


class Unprintable(Exception):
    """PDFs cannot be made on this machine; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Printer:
    """Makes PDFs. `version` is that of WeasyPrint: another one makes other bytes of the same page."""

    version: str

    def pdf(self, document: Document, style: bytes, address: str, identifier: str) -> bytes:
        """Return a document as a PDF: tagged, with bookmarks, title, language and its fonts inside.

        `style` is the style sheet, `address` where the page is on the web, which its links start from. The fonts are
        those that fontconfig chooses on this machine for the names in the style sheet. `identifier` must be the same
        for the same document, and another for another.
        """
        import weasyprint

        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of rules that it passes over
        closed = _closed(weasyprint)
        page = weasyprint.HTML(string=document.html(), base_url=address, url_fetcher=closed)
        sheet = weasyprint.CSS(string=style.decode(), base_url=address, url_fetcher=closed)
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


def _closed(weasyprint: Any) -> Any:
    """Return what refuses to fetch anything: a page that is printed needs its own text and the style sheet it is given."""

    class Closed(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            raise weasyprint.urls.FatalURLFetchingError(f"{url} may not be fetched")

    return Closed()
