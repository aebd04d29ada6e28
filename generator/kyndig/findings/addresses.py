"""Rules for addresses outside the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..catalogue import Catalogue
from ..model.facts import WebLink
from .found import Case, Quote, Side

_LISTED = ("curriculum", "position", "plan")
"""Kinds that list useful addresses."""

_OWN = ("course", "organisation", "source", "position", "card", "activity")
"""Kinds that have an address of their own."""


def listed_addresses_work(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """A useful address is in use and encrypted. That one is retired says more than how it was reached."""
    for entity in catalogue.of_kind(*_LISTED):
        for index, each in enumerate(entity.value.links):
            if isinstance(each, WebLink) and (code := _fault(each)):
                said = Side(entity, ("links", index, "url"), each.source, (Quote(each.url),))
                new = (
                    (Side(entity, ("links", index, "superseded_by"), None, (Quote(each.superseded_by),)),)
                    if each.superseded_by
                    else ()
                )
                yield Case(code, entity.ref, (said, *new), label=each.label)


def own_addresses_are_encrypted(catalogue: Catalogue, _: date) -> Iterator[Case]:
    """The address of a course, an organisation or another thing is encrypted."""
    for entity in catalogue.of_kind(*_OWN):
        url = entity.value.url
        if url and url.startswith("http://"):
            yield Case(
                "link.insecure", entity.ref, (Side(entity, ("url",), entity.value.source, (Quote(url),)),)
            )


def _fault(link: WebLink) -> str:
    if link.retired or link.superseded_by:
        return "link.retired"
    return "link.insecure" if link.url.startswith("http://") else ""
