"""Paint: the pictures that are not there as they must be, in every core, staged where they differ from what is there.

A picture is made again when what stands on it, the fonts, the look of the theme or resvg is another, not when its page is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .cache import Cache, packed, unpacked
from .digests import digest_of
from .pictures import Painter, Poster
from .publish import Output
from .workers import spread


def paint(
    wanted: Mapping[str, Poster],
    painter: Painter | None,
    cache: Cache,
    output: Output,
    stands: Callable[[str], bool],
    workers: int | None,
    tell: Callable[[int, int], None],
) -> set[str]:
    """Make the pictures that do not stand, and return the paths of those that differ; `wanted` has all by path.

    `stands` tells whether a file is as it was written last, `tell` is told how many are made and how many there are to
    make. What was made is remembered when the cache is committed.
    """
    if painter is None:
        return set()
    own = digest_of(painter)
    digests = {path: digest_of(poster, own) for path, poster in wanted.items()}
    before: dict[str, str] = unpacked(cache.get("meta", "pictures") or packed({}))
    stale = [path for path, digest in digests.items() if before.get(path) != digest or not stands(path)]

    def job(start: int, stop: int) -> list[str]:
        return [path for path in stale[start:stop] if output.stage(path, painter.png(wanted[path]))]

    staged: set[str] = set()
    for run, paths in spread(job, len(stale), workers=workers):
        staged.update(paths)
        tell(run.stop, len(stale))
    cache.put("meta", {"pictures": packed(digests)})
    return staged
