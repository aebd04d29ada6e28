"""Pin the tools of the checks in a browser anew: `python tests/browser/lock.py` (needs npm).

The lock keeps versions and hashes only. Addresses are left out, so that every npm asks the registry it is set up for;
and "latest", which some packages ask for, becomes the version found, because npm 9 cannot read it in a lock.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
LOCK = HERE / "package-lock.json"


def tidy(lock: dict[str, dict[str, dict[str, dict[str, str]]]]) -> None:
    """Take addresses and moving versions out of a lock."""
    for package in lock["packages"].values():
        package.pop("funding", None)
        for name, wanted in package.get("dependencies", {}).items():
            if wanted == "latest":
                package["dependencies"][name] = str(lock["packages"][f"node_modules/{name}"]["version"])


if __name__ == "__main__":
    LOCK.unlink(missing_ok=True)
    quiet = ("--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit", "--no-fund")
    subprocess.run(["npm", "install", "--package-lock-only", *quiet], cwd=HERE, check=True)
    read = json.loads(LOCK.read_text("utf-8"))
    tidy(read)
    LOCK.write_text(json.dumps(read, indent=2) + "\n", "utf-8")
