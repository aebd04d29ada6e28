"""Link: the catalogue of everything a site knows, with every reference resolved."""

from .editions import base, edition, in_order, meant
from .entity import Catalogue, Entity, Relation
from .kinds import KINDS
from .link import link, published, relink
from .unresolved import nearest_id

__all__ = [
    "KINDS",
    "Catalogue",
    "Entity",
    "Relation",
    "base",
    "edition",
    "in_order",
    "link",
    "meant",
    "nearest_id",
    "published",
    "relink",
]
