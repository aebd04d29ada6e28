"""Show the site on this machine: pages are made when they are asked for, and again when a file has changed.

The site is kept in memory and none of it is written. Faults are shown in the terminal and over the page in the browser,
which otherwise shows the last page that was good. The only door to watchfiles.
"""

from .run import serve

__all__ = ["serve"]
