"""Link: the catalogue of everything a site knows, with every reference resolved."""

from .entity import Catalogue, Entity, Relation
from .kinds import KINDS
from .link import link, published, relink
from .unresolved import nearest_id

__all__ = ["KINDS", "Catalogue", "Entity", "Relation", "link", "nearest_id", "published", "relink"]
