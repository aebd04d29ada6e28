"""A reference is written once and shown on both sides, wherever on the pages of the two that may be."""

from __future__ import annotations

import pytest

from kyndig.catalogue import Entity
from kyndig.routes import CURRICULUM_PAGES

from .conftest import Whole

STRUCTURE = ("document", "source")


def _pages(whole: Whole, entity: Entity, language: str) -> str:
    """The text of every page that shows an entity: its own, or its owner's, with those beside it."""
    site = whole.checked.site
    first = site.page(entity.ref, language)
    keys = [first.key, *(f"{first.key}#{name}" for name in CURRICULUM_PAGES)]
    return "".join(
        whole.pages[site.by_key[key, language].path] for key in keys if (key, language) in site.by_key
    )


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_every_reference_is_shown_on_both_sides(whole: Whole, language: str) -> None:
    site, catalogue = whole.checked.site, whole.checked.catalogue
    missing = []
    for relations in catalogue.outgoing.values():
        for relation in relations:
            origin, target = catalogue[relation.origin], catalogue[relation.target]
            if relation.field in STRUCTURE or not (
                site.has(origin.ref, language) and site.has(target.ref, language)
            ):
                continue
            for here, other in ((origin, target), (target, origin)):
                href = site.address(site.page(other.ref, language).path)
                if site.page(here.ref, language) != site.page(
                    other.ref, language
                ) and f'href="{href}' not in _pages(whole, here, language):
                    missing.append(f"{here.ref} does not lead to {other.ref} ({relation.field})")
    assert sorted(set(missing)) == []
