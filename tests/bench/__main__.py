"""Figures of the generator and of the site as it is: `make bench`.

`python -m tests.bench speed --sizes 1000 --runs 1` and `python -m tests.bench search` choose one of them, `preview` and
`subscriptions` the others.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "generator"))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.bench import preview, search, speed, subscriptions


def main() -> None:
    """Print the figures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument(
        "what",
        nargs="?",
        choices=("speed", "search", "preview", "subscriptions"),
        help="one of them; else all",
    )
    parser.add_argument("--sizes", type=_sizes, default=speed.SIZES, help="pages, such as 1000,10000")
    parser.add_argument("--runs", type=int, default=3, help="how often everything is measured")
    parser.add_argument(
        "--folder", type=Path, help="where the sites are written; else the folder for temporary files"
    )
    parser.add_argument("--courses", type=int, default=subscriptions.COURSES, help="for subscriptions")
    parser.add_argument("-v", "--verbose", action="store_true", help="name the queries that were missed")
    chosen = parser.parse_args()
    if chosen.what in (None, "speed"):
        sys.stdout.write(speed.report(chosen.sizes, chosen.runs, chosen.folder, _say) + "\n")
    if chosen.what in (None, "search"):
        sys.stdout.write(search.report(missed=chosen.verbose))
    if chosen.what in (None, "preview"):
        sys.stdout.write(preview.report(chosen.sizes))
    if chosen.what in (None, "subscriptions"):
        sys.stdout.write(subscriptions.report(chosen.folder, chosen.courses, _say))


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split(","))


def _say(line: str) -> None:
    """Show on a terminal how far it is."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{line}")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
