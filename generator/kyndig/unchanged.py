"""The answer to a build with nothing to do: the one before, given before anything of the site is loaded.

It is given where every byte that goes into the site is as it was, and every file that came of it has the stamp that it
had when it was written.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from .cache import Broken, Cache, packed, pickled, unpacked, unpickled
from .digests import digest_of, digest_of_folders
from .identity import identity
from .ledger.files import FOLDER as LEDGER
from .order import Order, Result
from .publish import Folder, Stamp, Written
from .resources import shared


def unchanged(order: Order) -> Result | None:
    """Return what the build before did, where another would do the same and has nothing to write; or None.

    What has an address is not looked at here.
    """
    if order.fresh or isinstance(order.output, str) or not (order.cache / Cache.NAME).is_file():
        return None
    cache = Cache(order.cache)
    try:
        if cache.identity() != identity(order.root):
            return None
        before = unpacked(cache.get("meta", "inputs") or packed(""))
        if before == "" or before != inputs(order):
            return None
        stamps: dict[str, Stamp] = unpacked(cache.get("meta", "stamps") or packed({}))
        there = Folder(order.output).stamps()
        if any(there.get(path) != stamp for path, stamp in stamps.items()):
            return None
        result: Result = unpickled(cache.get("meta", "result") or b"")
    except Broken:
        return None
    finally:
        cache.close()
    return replace(result, written=Written((), len(stamps), ()))


def remember(cache: Cache, asked: str, result: Result) -> None:
    """Keep the answer to what `inputs` gave; it counts when committed."""
    short = replace(result, written=Written((), 0, ()))
    cache.put("meta", {"inputs": packed(asked), "result": pickled(short)})


def inputs(order: Order) -> str:
    """Return a digest of all that a build reads, and of what is asked of it."""
    return digest_of(
        order.today,
        order.index,
        order.pdf,
        order.images,
        str(order.output.resolve() if isinstance(order.output, Path) else order.output),
        str(order.theme),
        os.environ.get("PAGEFIND_BINARY_PATH"),
        order.settings_file.read_bytes(),
        digest_of_folders(order.root / order.settings.path, order.root / LEDGER, order.theme, shared("i18n")),
    )
