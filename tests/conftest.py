"""Let every test import the helpers that stand in this folder, however pytest names the test's own module."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
