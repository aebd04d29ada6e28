"""The command line: `kyndig build | check | serve | init | match | record`."""

from .main import main
from .match import match_command
from .record import record_command

__all__ = ["main", "match_command", "record_command"]
