"""Past one machine: pages are made by any executor, and written through fsspec. Needs the extra `distributed`.

Nothing here hands out work, notices that a machine died or tries again: that is what the executor is for.
"""

from .jobs import spread_out
from .parcel import Unlike
from .store import Store, reach

__all__ = ["Store", "Unlike", "reach", "spread_out"]
