"""Which folder holds what: the table a newcomer looks at first."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import article, course, curriculum, group, plan, position, vocabulary

VOCABULARIES: dict[str, tuple[str, type]] = {
    "roles": ("role", vocabulary.Role),
    "strategies": ("strategy", vocabulary.Strategy),
    "methods": ("method", vocabulary.Method),
    "specialties": ("specialty", vocabulary.Specialty),
    "topics": ("topic", vocabulary.Topic),
    "professions": ("profession", vocabulary.Profession),
    "regions": ("region", vocabulary.Region),
    "organisations": ("organisation", vocabulary.Organisation),
    "target-groups": ("target-group", vocabulary.TargetGroup),
    "forms": ("form", vocabulary.Form),
    "care-levels": ("care-level", vocabulary.CareLevel),
    "sources": ("source", vocabulary.Source),
    "terms": ("term", vocabulary.Term),
    "withdrawn": ("withdrawal", vocabulary.Withdrawal),
}
"""Vocabulary file name → kind of its entries and their type."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the name it is referred to by, its type, and how its path is written."""

    name: str
    type: type
    path: str


FOLDERS: dict[str, tuple[Kind, ...]] = {
    "curricula": (
        Kind("mapping", curriculum.Mapping, "curricula/<id>/mapping.yaml"),
        Kind("curriculum", curriculum.Curriculum, "curricula/<id>/<version>.yaml"),
    ),
    "positions": (Kind("position", position.Position, "positions/<organisation>/<id>.md"),),
    "courses": (
        Kind("course", course.Course, "courses/<id>.md"),
        Kind("catalogue", course.CourseCatalogue, "courses/<provider>.yaml"),
    ),
    "needs": (Kind("plan", plan.Plan, "needs/<plan>.yaml"),),
    "groups": (Kind("group", group.Group, "groups/<id>.md"),),
    "news": (Kind("news", article.News, "news/<date>-<id>.md"),),
    "pages": (Kind("page", article.Article, "pages/<id>.md"),),
}
"""Folder under `content/` → the kinds of file it may hold."""


def kind_of(path: str) -> Kind | None:
    """Return the kind of a file by its path below `content/`, or None where it stands in no known place."""
    parts = path.split("/")
    kinds = [kind for kind in FOLDERS.get(parts[0], ()) if len(parts) == kind.path.count("/") + 1]
    named = [kind for kind in kinds if not _name(kind.path).startswith("<")]
    others = [kind for kind in kinds if kind not in named]
    for kind in named:
        if _name(kind.path) == parts[-1]:
            return kind
    for kind in others:
        if len(others) == 1 or _suffix(path) == _suffix(kind.path):
            return kind
    return None


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _suffix(path: str) -> str:
    return path.rsplit(".", 1)[-1]
