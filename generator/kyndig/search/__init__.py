"""Search: the index that a browser asks, made from the finished pages. The only door to Pagefind."""

from .engine import Engine, engine
from .index import Searchable, searchable
from .near import names

__all__ = ["Engine", "Searchable", "engine", "names", "searchable"]
