"""The command line: `kyndig build | check | serve | init | match`."""

from .main import main
from .match import match_command

__all__ = ["main", "match_command"]
