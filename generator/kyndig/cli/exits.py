"""Exit codes, after sysexits.h where it has one."""

from __future__ import annotations

DONE = 0
REFUSED = 1
"""Something in the content is wrong."""
USAGE = 2
"""The command line or the settings are wrong."""
UNAVAILABLE = 69
"""The cluster that was asked to make the pages did not."""
SOFTWARE = 70
"""Our own fault."""
DISK = 74
"""The disk or a permission."""
BUSY = 75
"""Another build is writing to the same folder."""
