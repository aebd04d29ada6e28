"""Paper: finished pages as PDFs, with tags, for machines that have WeasyPrint. The only door to it."""

from .document import Document
from .printer import Printer, Unprintable, printer

__all__ = ["Document", "Printer", "Unprintable", "printer"]
