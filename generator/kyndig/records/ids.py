"""What an id may look like, wherever it comes from: a key, or the name of a file."""

from __future__ import annotations

import re

ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
ID_RULE = "use a-z, 0-9, - and ."
