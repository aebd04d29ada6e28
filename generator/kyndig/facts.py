"""Facts: the present answer to everything that a page may ask for, by the key under which `reads` notes it.

A page is as it was when all that it read is as it was. Answers are compared as they are, not by their age.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from .catalogue import Catalogue
from .ledger import Ledger
from .reads import SITE, Key
from .render import Press
from .routes import Site

Facts = dict[Key, object]
"""Answers are texts, numbers and tuples of them, so that they can be written to a file."""


def facts(press: Press) -> Facts:
    """Return the facts of a site."""
    found: Facts = {SITE: press.surroundings()}
    catalogue = press.readers[next(iter(press.readers))].catalogue
    found |= _of_catalogue(catalogue)
    found |= _of_ledger(catalogue.ledger)
    found |= _of_pages(press.site)
    found |= press.readers[next(iter(press.readers))].noticed.facts()
    for reader in press.readers.values():
        for message in reader.words.messages.values():
            found[message.key] = (message.forms, message.fuzzy)
    found |= {f"template {name}": digest for name, digest in press.renderer.templates().items()}
    return found


def _of_catalogue(catalogue: Catalogue) -> Facts:
    found: Facts = {"*": tuple(catalogue.entities)}
    prose: dict[str, list[str]] = {}
    for entity in catalogue.entities.values():
        found[entity.ref] = 1
        if entity.owner is None:
            found[entity.ref] = entity.file.digest
            prose.setdefault(entity.file.files[0][1], []).append(entity.file.prose)
    found |= {f"prose {path}": tuple(digests) for path, digests in prose.items()}
    found |= {f"*{kind}": tuple(each.ref for each in group) for kind, group in catalogue.by_kind.items()}
    found |= {f"@{path}": 1 for path in catalogue.attachments}
    for ref, relations in catalogue.incoming.items():
        found[f"<{ref}"] = tuple(
            (each.origin, each.field, each.why.words if each.why else None) for each in relations
        )
    return found


def _of_pages(site: Site) -> Facts:
    found: Facts = {(page.key, page.language): (page.kind, page.words, page.path) for page in site.pages}
    found |= dict(_of_facets(site))
    found |= {f"feed {name}": 1 for name in site.feeds}
    found["feeds"] = site.feeds
    return found


def _of_ledger(ledger: Ledger) -> Facts:
    found: dict[Key, tuple[str, ...]] = {f"~{of}": each.marks for of, each in ledger.histories.items()}
    for of, line in ledger.unsaid.items():
        found[f"~{of}"] = (*found.get(f"~{of}", ()), line.what, line.facts)
    for owner, gone in ledger.withdrawn.items():
        found[f"~{owner}/"] = tuple(mark for each in gone for mark in each.marks)
    found["~"] = tuple(ledger.histories)
    return dict(found)


def _of_facets(site: Site) -> Iterator[tuple[Key, object]]:
    for key, divided in site.divided.items():
        digest = blake2b(digest_size=16)
        for facet, values in divided.facets.items():
            for value in values:
                digest.update(f"{facet} {value.about} {sorted(value.members)}\n".encode())
        for ref, marks in divided.marks.items():
            digest.update(f"{ref} {marks}\n".encode())
        yield f"facets {key}", digest.hexdigest()
