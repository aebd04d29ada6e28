"""The command line: `kyndig build | check | serve | init | match | record | digest | share`."""

from .digest import digest_command
from .main import main
from .match import match_command
from .record import record_command
from .share import share_command

__all__ = ["digest_command", "main", "match_command", "record_command", "share_command"]
