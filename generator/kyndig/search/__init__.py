"""Search: the index that a browser asks, made from the finished pages. The only door to Pagefind."""

from .engine import Engine, engine
from .entries import Entry, entry_of, main_of, terms
from .index import Searchable
from .near import names

__all__ = ["Engine", "Entry", "Searchable", "engine", "entry_of", "main_of", "names", "terms"]
