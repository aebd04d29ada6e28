"""Link: the catalogue of everything a site knows, with every reference resolved."""

from .entity import Catalogue, Entity, Relation
from .link import link

__all__ = ["Catalogue", "Entity", "Relation", "link"]
