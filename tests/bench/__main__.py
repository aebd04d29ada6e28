"""Figures of the site as it is: `make bench`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.bench import preview
from tests.bench.search import report

sys.stdout.write(report(missed="-v" in sys.argv))
sys.stdout.write(preview.report())
