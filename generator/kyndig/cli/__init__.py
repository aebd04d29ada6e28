"""The command line: `kyndig build | check | serve | init`."""

from .main import main

__all__ = ["main"]
