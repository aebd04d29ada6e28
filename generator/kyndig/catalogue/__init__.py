"""Link: the catalogue of everything a site knows, with every reference resolved."""

from .editions import base, edition, in_order, is_of_version, meant
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
    "is_of_version",
    "link",
    "meant",
    "nearest_id",
    "published",
    "relink",
]
